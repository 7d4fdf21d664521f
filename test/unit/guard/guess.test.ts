import { expect, test } from 'vitest';
import type { Evidence, Judgement } from '../../../main/guard/guard.ts';
import { guessOf } from '../../../main/guard/guess.ts';
import { createLearner } from '../../../main/guard/learner.ts';
import { understand } from '../../../shared/number-plan/understand.ts';
import { generators } from '../../guard-households/generators.ts';
import { countGuesses, noGuesses } from '../../guard-households/guesses.ts';
import { facts, numbers } from './call-facts.ts';

const nothing: Evidence = { label: null, lists: [], contact: false };
const judged = (more: Partial<Judgement>): Judgement => ({
  score: 0.9,
  action: null,
  reasons: [],
  category: null,
  ...more,
});

test('a call from a known campaign of loans says that the number may have been passed on, and why', () => {
  const learner = createLearner();
  learner.observe(facts(understand('07043215510')), nothing, { label: 'loan' });
  const call = facts(understand('07043215512'));
  const guess = guessOf(call, nothing, learner.judge(call, nothing, 'careful'));
  expect(guess).toMatchObject({ category: 'loan', purpose: 'leaked' });
  expect(guess.evidence.map(reason => reason.key)).toEqual(['learned.near-bad']);
});
test('an unwanted call of no known trade, if nearly certain, is taken for telemarketing', () =>
  expect(guessOf(facts(numbers.voip), nothing, judged({}))).toMatchObject({
    category: 'telemarketing',
    purpose: 'marketing',
  }));
test('a caller labelled as the bank is a relation that exists', () =>
  expect(
    guessOf(facts(numbers.sales), { ...nothing, label: 'bank_card_ins' }, judged({ score: 0.02 })),
  ).toMatchObject({ category: 'bank_card_ins', purpose: 'customer' }));
test('of an unknown caller that is likely fine, nothing is guessed', () =>
  expect(guessOf(facts(numbers.mobile), nothing, judged({ score: 0.2 }))).toEqual({
    category: null,
    purpose: null,
    evidence: [],
  }));

test('an unwanted call of no known trade is not guessed at unless it is nearly certain', () =>
  expect(guessOf(facts(numbers.voip), nothing, judged({ score: 0.7 }))).toEqual({
    category: null,
    purpose: null,
    evidence: [],
  }));

test('on households it has not seen, a guess is right nine times in ten, and made for half of the calls', () => {
  const count = noGuesses();
  for (const { kinds, make } of generators)
    for (const kind of kinds.slice(0, 3)) countGuesses(count, make(kind, 3001));
  for (const purpose of ['marketing', 'leaked', 'customer'] as const)
    expect(count.right[purpose] / count.made[purpose], purpose).toBeGreaterThan(0.9);
  expect(count.rightCategories / count.categories).toBeGreaterThan(0.9);
  const { marketing, leaked, customer } = count.made;
  expect((marketing + leaked + customer) / count.calls).toBeGreaterThan(0.4);
});
