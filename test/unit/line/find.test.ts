import { expect, test } from 'vitest';
import { chipOf, strangerOf } from '../../../main/line/chips.ts';
import { scorePort } from '../../../main/line/find.ts';
import { openFailureState, parseAddress } from '../../../main/line/port.ts';

const score = (path: string, id = '', words = ''): number => {
  const [vendorId, productId] = id.split(':');
  return scorePort({ path, vendorId, productId, words }).score;
};

test('a known modem comes before a cable, and a cable before a built-in port', () => {
  const conexant = score('/dev/ttyACM0', '0572:1340');
  const named = score('/dev/ttyACM1', '', 'usb-Some_Maker_USB_Modem-if00');
  const cable = score('/dev/ttyUSB0', '0403:6001');
  const builtIn = score('/dev/ttyS0');
  expect([conexant, named, cable, builtIn]).toEqual(
    [conexant, named, cable, builtIn].toSorted((a, b) => b - a),
  );
  expect(builtIn).toBeGreaterThan(0);
});

test.each([
  ['a GPS', '/dev/ttyACM0', '1546:01a7', 'u-blox GNSS receiver'],
  ['an Arduino', '/dev/ttyACM0', '2341:0043', 'Arduino'],
  ['a mobile modem', '/dev/ttyUSB2', '2c7c:0125', 'Quectel EC25'],
  ['a Zigbee stick', '/dev/ttyUSB0', '10c4:ea60', 'usb-ITead_Sonoff_Zigbee_3.0_USB_Dongle'],
])('%s is not spoken to unasked', (_name, path, id, words) => {
  expect(score(path, id, words)).toBeLessThanOrEqual(0);
});

test.each([
  [['5601', 'U.S. Robotics 56K FAX USB V1.2.23'], 'usr'],
  [['56000', 'CX93001-EIS_V0.2013-V92'], 'conexant'],
  [['56000', 'LT V.92 Data+Fax Modem Version 8.31'], 'agere'],
  [['Motorola SM56 Data Fax Modem'], 'motorola'],
  [['56000', '255', 'V2.210-V90_2M_DLS'], 'rockwell'],
  [['C', '3018 F', 'Si2457'], 'silicon-labs'],
  [['1496', 'U1496E V 6.13 P'], 'zyxel'],
  [['MT9234MU', 'Multi-Tech Systems Inc'], 'multitech'],
  [['33600', 'ACME FAX MODEM'], 'generic'],
])('%j is of the family %s', (identity, key) => {
  expect(chipOf(identity).key).toBe(key);
});

test.each([
  ['$GPRMC,225446,A,4916.45,N,12311.12,W,000.5,054.7,191194,020.3,E*68', 'GPS'],
  ['echo:Unknown command: "AT"\nok', '3D printer (Marlin)'],
  ['Quectel EC25', 'mobile modem'],
  ['\r\nOK\r\n', null],
  ['RING\r\nNMBR=0212345678', null],
])('what says %j is %j', (text, name) => {
  expect(strangerOf(text)).toBe(name);
});

test.each([
  ['/dev/ttyACM0', { kind: 'serial', path: '/dev/ttyACM0' }],
  ['COM3', { kind: 'serial', path: 'COM3' }],
  ['tcp://cellar:2000', { kind: 'tcp', host: 'cellar', port: 2000 }],
  ['tcp://[::1]:2000', { kind: 'tcp', host: '::1', port: 2000 }],
  ['simulated:demo', { kind: 'simulated', name: 'demo' }],
  ['auto', { kind: 'auto' }],
  ['tcp://cellar', null],
  ['simulated:', null],
  ['modem', null],
  ['', null],
])('the address %j is %j', (spec, address) => {
  expect(parseAddress(spec)).toEqual(address);
});

test.each([
  ['Error Resource temporarily unavailable Cannot lock port', 'port-busy'],
  ['Error: Permission denied, cannot open /dev/ttyACM0', 'no-permission'],
  ['Error: No such file or directory, cannot open /dev/ttyACM0', 'not-found'],
  ['Error: Inappropriate ioctl for device', 'bad-address'],
])('opening that fails with %j is %s', (message, state) => {
  expect(openFailureState(message)).toBe(state);
});
