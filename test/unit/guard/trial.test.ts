import { expect, test } from 'vitest';
import { tryRule, tryRuleInSteps } from '../../../main/guard/trial.ts';
import type { PastCall } from '../../../main/guard/trial.ts';
import { RuleDraft } from '../../../shared/rule.ts';
import { at, book, config, facts, numbers, phone, rule } from './call-facts.ts';

const past = (number = numbers.sales, more: Partial<PastCall> = {}): PastCall => ({
  ...facts(number),
  answered: false,
  ...more,
});
const blockSales = RuleDraft.parse({ who: { kind: 'class', value: 'representative' }, action: 'block' });
const bank = phone('15889999', 'representative');

test('a dry run counts the calls a rule would have blocked', () => {
  const trial = tryRule(blockSales, [past(), past(), past(numbers.mobile)], {
    sources: book(),
    config: config([]),
  });
  expect(trial).toMatchObject({ calls: 3, matched: 2, changed: 2, wouldBlock: 2, goodCount: 0 });
  expect(trial.examples).toHaveLength(2);
});

test('calls that were answered or labelled good are set apart', () => {
  const sources = book({ labelOf: caller => (caller === bank.digits ? 'bank_card_ins' : null) });
  const trial = tryRule(blockSales, [past(), past(bank), past(numbers.sales, { answered: true })], {
    sources,
    config: config([]),
  });
  expect(trial.goodCount).toBe(2);
  expect(trial.good.map(call => call.caller)).toEqual([bank.digits, numbers.sales.digits]);
});

test('an answered call that the owner labelled unwanted is not', () => {
  const sources = book({ labelOf: () => 'loan' });
  expect(
    tryRule(blockSales, [past(numbers.sales, { answered: true })], { sources, config: config([]) }).goodCount,
  ).toBe(0);
});

test('calls that other rules decide anyway are matched, but not changed', () => {
  const rules = [rule({ who: { kind: 'number', value: '15881234' }, action: 'allow' })];
  const trial = tryRule(blockSales, [past(), past(bank)], { sources: book(), config: config(rules) });
  expect(trial).toMatchObject({ matched: 2, changed: 1 });
});

test('the rule that is edited does not count as another one', () => {
  const saved = rule({ who: { kind: 'class', value: 'representative' }, action: 'block' });
  const options = { sources: book(), config: config([saved]) };
  expect(tryRule(blockSales, [past()], options).changed).toBe(0);
  expect(tryRule(blockSales, [past()], { ...options, replaces: saved.id }).changed).toBe(1);
});

test('"how often" is counted in the past itself', () => {
  const third = RuleDraft.parse({
    who: { kind: 'any', value: '' },
    action: 'block',
    often: { atLeast: 3, withinMinutes: 60 },
  });
  const calls = ['13:00', '13:20', '13:40', '15:30'].map(clock => past(numbers.voip, { at: at(clock) }));
  expect(tryRule(third, calls, { sources: book(), config: config([]) }).wouldBlock).toBe(1);
});

test('the mode and a pause of today do not hide what a rule would do', () => {
  const settings = { mode: 'watch', pausedUntil: at('23:00') } as const;
  expect(tryRule(blockSales, [past()], { sources: book(), config: config([], settings) }).wouldBlock).toBe(1);
});

test('a long dry run tells how far it is', () => {
  const steps = tryRuleInSteps(
    blockSales,
    Array.from({ length: 12_000 }, () => past()),
    {
      sources: book(),
      config: config([]),
    },
  );
  expect([steps.next().value, steps.next().value, steps.next().done]).toEqual([5000, 10_000, true]);
});
