import { expect, test } from 'vitest';
import { idleTrack } from '../../../main/line/call-track.ts';
import { viewOf } from '../../../main/line/line-view.ts';
import type { LineSight } from '../../../main/line/line-view.ts';

const watched: LineSight = {
  path: '/dev/ttyACM0',
  track: idleTrack,
  modem: null,
  isBox: false,
  isReady: true,
  noNumberCalls: 0,
  deafCalls: 3,
};

test.each<[string, Partial<LineSight>, string | undefined]>([
  ['a modem that is set up', {}, 'watching'],
  ['one that is not', { isReady: false }, undefined],
  ['a receiver off the hook', { track: { ...idleTrack, inUse: true } }, 'in-use'],
  ['three calls without a number', { noNumberCalls: 3 }, 'deaf'],
  [
    'a call, even before the modem is set up',
    { isReady: false, track: { ...idleTrack, phase: 'ringing' } },
    'ringing',
  ],
  ['a caller-ID box', { isBox: true, isReady: false }, 'read-only'],
  ['a call on a box', { isBox: true, track: { ...idleTrack, phase: 'ringing' } }, 'ringing'],
])('%s is seen as what it is', (_what, sight, state) => {
  expect(viewOf({ ...watched, ...sight })?.state).toBe(state);
});

test('a box cannot hang up, a modem can', () => {
  expect(viewOf({ ...watched, isBox: true })?.change.canHangUp).toBe(false);
  expect(viewOf(watched)?.change.canHangUp).toBe(true);
});
