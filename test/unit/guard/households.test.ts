import { describe, expect, test } from 'vitest';
import { householdKinds, makeHousehold } from '../../guard-households/households.ts';
import { emptyMeasure, learned, measure, oracle } from '../../guard-households/measure.ts';

// Seeds from 1001 on: none of these households was used to choose a weight or a threshold.
const measured = emptyMeasure();
const ideal = emptyMeasure();
for (const kind of householdKinds)
  for (let seed = 1001; seed <= 1012; seed++) {
    const household = makeHousehold(kind, seed);
    measure(measured, household, learned(household));
    measure(ideal, household, oracle(household));
  }

describe('on households it has not seen, from week 4, at the default caution, learning', () => {
  const { good, bad, goodBlocked, goodFlagged, badBlocked, badFlagged, calibration } = measured;
  test('blocks at most one wanted call in 2,000', () =>
    expect(goodBlocked / good).toBeLessThanOrEqual(1 / 2000));
  test('flags at most one wanted call in 100', () => expect(goodFlagged / good).toBeLessThanOrEqual(1 / 100));
  test('blocks at least half of the unwanted calls', () =>
    expect(badBlocked / bad).toBeGreaterThanOrEqual(0.5));
  test('blocks or flags at least three quarters of them', () =>
    expect((badBlocked + badFlagged) / bad).toBeGreaterThanOrEqual(0.75));
  test('blocks at least 0.85 of what one would who knew each campaign from its first label on', () =>
    expect(badBlocked / ideal.badBlocked).toBeGreaterThanOrEqual(0.85));
  test('means its scores: what it calls certain is, and what it calls unlikely is', () => {
    const share = (tenth: number) => (calibration[tenth]?.unwanted ?? 0) / (calibration[tenth]?.calls ?? 1);
    expect(share(9)).toBeGreaterThan(0.97);
    expect(share(0)).toBeLessThan(0.03);
    for (let tenth = 1; tenth < 10; tenth++) expect(share(tenth)).toBeGreaterThan(share(tenth - 1));
  });
});
