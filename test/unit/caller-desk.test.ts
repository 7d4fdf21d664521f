import { expect, test } from 'vitest';
import { afterRefusal } from '../../main/caller-desk.ts';
import type { Call } from '../../shared/call.ts';

const hourMs = 60 * 60 * 1000;

/** Calls by the hour at which they came, newest first. */
const calls = (...told: [hour: number, outcome: Call['outcome']][]) =>
  told.map(([hour, outcome]) => ({ startedAt: hour * hourMs, outcome }));

test('of a caller that was never refused there is nothing to tell', () => {
  expect(afterRefusal(calls([5, 'answered'], [1, 'missed']))).toBeNull();
  expect(afterRefusal([])).toBeNull();
});

test('a caller that stopped after its last refusal is told from one that went on', () => {
  expect(afterRefusal(calls([9, 'refused'], [1, 'missed']))).toMatchObject({ times: 1, since: 0 });
  expect(afterRefusal(calls([40, 'missed'], [39, 'missed'], [9, 'refused']))).toMatchObject({ since: 2 });
});

test('calling again counts within a day of the refusal', () => {
  const told = calls([100, 'refused'], [50, 'refused'], [49, 'refused'], [1, 'refused']);
  expect(afterRefusal(told)).toEqual({ times: 4, again: 1, lastAt: 100 * hourMs, since: 0 });
});
