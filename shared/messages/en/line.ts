import type { line as ko } from '../ko/line.ts';

/** States of a line and the modem doctor. Values as in the Korean file. */
export const line = {
  'line.searching': 'Looking for a modem',
  'line.searching.advice': 'Plug the modem into USB and connect the phone line.',
  'line.opening': 'Connecting to the modem',
  'line.opening.advice': 'One moment. ({device})',
  'line.setting-up': 'Getting the modem ready',
  'line.setting-up.advice': 'This takes a few seconds. Calls that come meanwhile are recorded.',
  'line.watching': 'Watching for calls',
  'line.watching.advice': 'Just leave it running.',
  'line.ringing': 'A call is ringing',
  'line.ringing.advice': 'The verdict is shown above.',
  'line.in-use': 'The line is in use',
  'line.in-use.advice': 'Nothing is hung up on during a conversation.',
  'line.deaf': 'Calls ring, but no numbers arrive',
  'line.deaf.advice':
    'The last {calls, plural, one {# call} other {# calls}} rang without a number. Ask your phone company whether caller ID is part of your plan. If it is, check the country in the settings, then unplug the modem and plug it in again.',
  'line.read-only': 'This device can only show numbers',
  'line.read-only.advice':
    'A caller-ID box can record calls but cannot hang up. To refuse calls you need a voice modem.',
  'line.not-found': 'No modem found',
  'line.not-found.advice':
    'Plug the modem into USB. If it is plugged in, try another socket, or choose the device in the settings.{device, select, auto {} other { ({device})}}',
  'line.unplugged': 'The modem is unplugged',
  'line.unplugged.advice': 'Plug it in again and watching goes on at once. ({device})',
  'line.port-busy': 'Another program is using the modem',
  'line.port-busy.advice':
    '{program, select, none {Close the program that uses {device}. On Linux it is often ModemManager.} other {Close {program}, which uses {device}.}} If it is ModemManager, put a line with ENV\'{ID_MM_DEVICE_IGNORE}\'="1" into /etc/udev/rules.d/99-ringfence.rules, or switch ModemManager off. As soon as the port is free, it is used.',
  'line.no-permission': 'No permission to use the modem',
  'line.no-permission.advice':
    'Run sudo usermod -aG dialout $USER in a terminal, then log out and in again. ({device})',
  'line.unreachable': 'The network modem cannot be reached',
  'line.unreachable.advice':
    'Check that the computer at {device} and its ser2net are running. Trying again all the time. ({error})',
  'line.silent': 'The modem does not answer',
  'line.silent.advice':
    'Unplug the modem, wait ten seconds and plug it in again. If that does not help, this may be another device. ({device})',
  'line.wrong-device': 'This is not a telephone modem',
  'line.wrong-device.advice':
    '{device} looks like something else ({name}). Choose another device in the settings.',
  'line.bad-address': 'The address of the line makes no sense',
  'line.bad-address.advice':
    'Give a device path (/dev/ttyACM0), tcp://host:port, or simulated:NAME. ({device})',
  'line.stopped': 'Resting',
  'line.stopped.advice': 'Calls are not being watched at the moment.',

  'doctor.port.ok': 'The device opens: {device}',
  'doctor.port.not-found': 'There is no such device: {device}',
  'doctor.port.unplugged': 'The device is unplugged: {device}',
  'doctor.port.port-busy': 'Another program is using the device: {device}',
  'doctor.port.no-permission': 'No permission to use the device: {device}',
  'doctor.port.unreachable': 'The network modem cannot be reached: {device}',
  'doctor.port.bad-address': 'The address makes no sense: {device}',
  'doctor.port.stopped': 'The line is resting, so it cannot be looked at',
  'doctor.answer.ok': 'The modem answers',
  'doctor.answer.speed': 'The modem answers at {speed, number} bits per second',
  'doctor.answer.silent': 'The modem does not answer',
  'doctor.answer.wrong-device': 'This is not a modem: {name}',
  'doctor.answer.read-only': 'This is a caller-ID box: it shows numbers but cannot hang up',
  'doctor.identity.ok': 'Modem: {modem}',
  'doctor.identity.generic': 'A modem not known by name, used the standard way: {modem}',
  'doctor.identity.none': 'The modem does not say what it is',
  'doctor.country.ok': 'Set for lines in {country}',
  'doctor.country.unknown': 'The country could not be set; this modem may not have the setting',
  'doctor.caller-id.ok': 'Caller ID is on: {command}',
  'doctor.caller-id.none': 'The modem takes no caller-ID command. Another modem may be needed',
  'doctor.caller-id.deaf':
    'The last {calls, plural, one {# call} other {# calls}} rang without a number. Check that caller ID is part of your phone plan',
  'doctor.call.waiting': 'Call this phone from your mobile now',
  'doctor.call.ok': 'The number arrived: {number}',
  'doctor.call.withheld': 'It rang, but the number was withheld. Call again without hiding it',
  'doctor.call.no-number':
    'It rang, but no number arrived. Check that caller ID is part of your phone plan and that the country is right',
  'doctor.call.doubtful': 'A number arrived, but damaged: {number}. Check the cable and splitters',
  'doctor.call.none': 'No call came. Check that the phone line is in the socket marked LINE',
  'doctor.hang-up.waiting': 'Hanging up, then listening whether it rings again',
  'doctor.hang-up.ok': 'The call was hung up and the ringing stopped',
  'doctor.hang-up.failed': 'The ringing went on after the hang-up. Try a longer hold in the settings',
  'doctor.hang-up.none': 'Skipped: there was no call to hang up',
  'doctor.hang-up.read-only': 'This device cannot hang up',
  'doctor.unsaved': '{file} cannot be written ({error})',
} as const satisfies Record<keyof typeof ko, string>;
