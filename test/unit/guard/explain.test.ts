import { describe, expect, test } from 'vitest';
import { explain } from '../../../main/guard/explain.ts';
import { at, book, config, facts, numbers, rule } from './call-facts.ts';

const blockVoip = rule({ who: { kind: 'class', value: 'voip' }, action: 'block', note: '투자 권유' });
const would = (...given: Parameters<typeof explain>) =>
  Object.fromEntries(explain(...given).wouldChange.map(({ key, values }) => [key, values['action']]));

describe('an explanation tells what would change the verdict:', () => {
  test('of a blocked call, its rule, an allow rule, a contact', () =>
    expect(would(facts(numbers.voip), book(), config([blockVoip]))).toEqual({
      'would.rule-off': 'allow',
      'would.allow': 'allow',
      'would.contact': 'allow',
    }));
  test('of a call that rang, a block rule', () =>
    expect(would(facts(numbers.voip), book(), config([]))).toEqual({ 'would.block': 'block' }));
  test('of a softened verdict, the end of what softened it', () => {
    expect(would(facts(numbers.voip), book(), config([blockVoip], { pausedUntil: at('15:00') }))).toEqual({
      'would.pause-over': 'block',
    });
    expect(would(facts(numbers.voip, { doubtful: true }), book(), config([blockVoip]))).toMatchObject({
      'would.certain': 'block',
    });
    expect(would(facts(numbers.voip), book(), config([blockVoip], { mode: 'watch' }))).toMatchObject({
      'would.mode-normal': 'block',
    });
  });
  test('of a public line, nothing', () =>
    expect(would(facts(numbers.police), book(), config([blockVoip]))).toEqual({}));
  test('of a contact, being one no more', () =>
    expect(
      would(
        facts(numbers.voip),
        book({ contactOf: () => ({ name: '딸', group: null }) }),
        config([blockVoip]),
      ),
    ).toEqual({ 'would.contact-gone': 'block' }));
});

test('an explanation keeps what else spoke apart from what decided', () => {
  const { verdict, others } = explain(facts(numbers.voip), book(), config([blockVoip]));
  expect(verdict.reasons[0]?.key).toBe('rule.block');
  expect(others.map(reason => reason.key)).toEqual(['class.allow']);
});
