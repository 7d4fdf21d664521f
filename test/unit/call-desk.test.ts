import { expect, test } from 'vitest';
import type { JudgedCall } from '../../main/call-desk.ts';
import { createCallDesk } from '../../main/call-desk.ts';
import type { LineCall } from '../../shared/call.ts';

const ringing: LineCall = {
  id: 'call',
  line: '/dev/ttyACM0',
  startedAt: Date.UTC(2026, 10, 25),
  endedAt: null,
  rings: 1,
  callerId: null,
  state: 'ringing',
  outcome: null,
  hangUp: null,
};

test('a call is written down although the guard fails while it is made ready', () => {
  const kept: JudgedCall[] = [];
  const desk = createCallDesk({
    decide: () => {
      throw new Error('the guard is broken');
    },
    hangUpMethod: () => 'drop',
    country: () => 'KR',
    keep: call => kept.push(call),
  });
  desk.callChanged(ringing);
  expect(desk.flush).not.toThrow();
  expect(kept).toMatchObject([{ id: 'call', verdict: null }]);
});

test('making ready decides nothing about the call that rings', () => {
  const kept: JudgedCall[] = [];
  const desk = createCallDesk({
    decide: () => ({ action: 'block', by: 'block-rule', reasons: [] }),
    hangUpMethod: () => 'drop',
    country: () => 'KR',
    keep: call => kept.push(call),
  });
  desk.callChanged(ringing);
  desk.flush();
  expect(kept.map(({ verdict, number }) => [verdict, number.digits])).toEqual([[null, '']]);
});
