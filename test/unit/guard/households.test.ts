import { describe, expect, test } from 'vitest';
import { generators } from '../../guard-households/generators.ts';
import { addMeasure, emptyMeasure, learned, measure, oracle } from '../../guard-households/measure.ts';

// Seeds from 3001 on: none of these households was used to choose a weight or a threshold.
const seeds = [3001, 3002, 3003];
const all = emptyMeasure();

/** Kinds that nobody could do well on: next to no labels, or campaigns whose numbers nothing ties together. */
const hard = new Set(['labels seldom', 'numbers anywhere', 'campaigns next door', 'farm, few calls']);

describe.each(generators)(
  'on unseen households of $name, from week 4, at the default caution,',
  generator => {
    const measured = emptyMeasure();
    let ideal = 0;
    for (const kind of generator.kinds.filter(name => !hard.has(name)))
      for (const seed of seeds) {
        const household = generator.make(kind, seed);
        measure(measured, household, learned(household));
        const known = emptyMeasure();
        measure(known, household, oracle(household));
        ideal += known.badBlocked;
      }
    addMeasure(all, measured);
    const { good, bad, goodBlocked, goodFlagged, badBlocked, badFlagged } = measured;

    test('learning blocks at most one wanted call in 2,000', () =>
      expect(goodBlocked / good).toBeLessThanOrEqual(1 / 2000));
    test('flags at most one wanted call in 100', () =>
      expect(goodFlagged / good).toBeLessThanOrEqual(1 / 100));
    test('blocks well over half of the unwanted calls', () => expect(badBlocked / bad).toBeGreaterThan(0.55));
    test('blocks or flags over three quarters of them', () =>
      expect((badBlocked + badFlagged) / bad).toBeGreaterThan(0.76));
    test('blocks most of what one would who knew each campaign from its first label on', () =>
      expect(badBlocked / ideal).toBeGreaterThan(generator.name === 'call centres' ? 0.8 : 0.88));
  },
);

describe.each([...hard])('where it is hard (%s)', kind => {
  const generator = generators.find(({ kinds }) => kinds.includes(kind));
  const measured = emptyMeasure();
  for (const seed of [...seeds, 3004]) {
    const household = generator?.make(kind, seed);
    if (household) measure(measured, household, learned(household));
  }
  test('wanted calls are still safe, and a third of the others is blocked', () => {
    expect(measured.goodBlocked / measured.good).toBeLessThanOrEqual(
      kind === 'campaigns next door' ? 0.02 : 0.002,
    );
    expect(measured.goodFlagged / measured.good).toBeLessThanOrEqual(0.03);
    expect(measured.badBlocked / measured.bad).toBeGreaterThan(1 / 3);
  });
});

test('scores mean what they say: what is called certain is, what is called unlikely is', () => {
  const share = (tenth: number) =>
    (all.calibration[tenth]?.unwanted ?? 0) / (all.calibration[tenth]?.calls ?? 1);
  expect(share(9)).toBeGreaterThan(0.97);
  expect(share(0)).toBeLessThan(0.03);
  for (let tenth = 1; tenth < 10; tenth++) expect(share(tenth)).toBeGreaterThan(share(tenth - 1));
});
