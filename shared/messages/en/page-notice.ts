import type { pageNotice as ko } from '../ko/page-notice.ts';

/** Words of the spoken refusal in the settings. */
export const pageNotice = {
  'notice.ko': 'Refuse in Korean, then hang up',
  'notice.ko.about':
    'Says in Korean that this number takes no sales calls, and asks not to call again and to take it off the list.',
  'notice.en': 'Refuse in English, then hang up',
  'notice.en.about':
    'Says “This number does not take sales or advertising calls. Please do not call again, and take this number off your list. Thank you.”, then hangs up.',
  'notice.own': 'Play my recording, then hang up',
  'notice.own.about': 'A WAV file of your own. It is kept as it will sound on the telephone.',
  'notice.hear': '{name}: listen',
  'notice.seconds': '{seconds} seconds',
  'notice.bring': 'Choose a recording',
  'notice.replace': 'Choose another file',
  'notice.remove': 'Remove',
  'notice.remove.sure': 'Remove the recording',
  'notice.keep': 'Keep it',
  'notice.missing': 'There is no recording of yours. Until you choose one, the Korean notice is played.',
  'notice.unable.no-voice': '{name}: this modem cannot speak. It hangs up without a word.',
  'notice.unable.looks-on': '{name}: this device only shows numbers. It can neither hang up nor speak.',
  'notice.unable.no-sound':
    '{name}: the recording cannot be read. It hangs up without a word. Choose the file again.',
  'line.speaks': 'Spoken refusal',
  'line.speaks.ready': 'Possible',
  'line.speaks.no-voice': 'This modem cannot speak; it just hangs up',
  'line.speaks.no-sound': 'The recording cannot be read; it just hangs up',
  'notice.refused.kind': '{kind} files cannot be used.',
  'notice.refused.not-wav': 'This is not a sound file. Choose a WAV file.',
  'notice.refused.unknown-format': 'This WAV file is packed in a way that cannot be read.',
  'notice.refused.how':
    'Save it as WAV in your recording app, or open it in the free program Audacity, choose “Export → WAV (PCM 16 bit)”, and choose that file.',
  'notice.refused.empty': 'There is no sound in the file.',
  'notice.refused.silent': 'Nothing can be heard. Switch the microphone on and record again.',
  'notice.refused.too-short': 'It is too short. Record more than half a second.',
  'notice.refused.too-long': 'It is longer than a minute. Make it shorter; ten seconds are right.',
  'notice.refused.too-large': 'The file is larger than 48 MB. Make it shorter; ten seconds are right.',
  'notice.refused.kept': 'The recording of before is still there.',
} as const satisfies Record<keyof typeof ko, string>;
