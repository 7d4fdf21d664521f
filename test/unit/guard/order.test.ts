import { describe, expect, test } from 'vitest';
import { createGuard } from '../../../main/guard/guard.ts';
import type { GuardConfig, GuardSources, Judge, ListHit } from '../../../main/guard/guard.ts';
import type { Rule } from '../../../shared/rule.ts';
import { at, book, config, facts, numbers, phone, rule } from './call-facts.ts';

const blockAll = rule({ who: { kind: 'any', value: '' }, action: 'block' });
const flagAll = rule({ who: { kind: 'any', value: '' }, action: 'flag' });
const allowAll = rule({ who: { kind: 'any', value: '' }, action: 'allow' });
const mother = { name: '어머니', group: '가족' };
const list = (action: ListHit['action']): ListHit => ({ id: action, name: action, action, category: 'loan' });
const certain: Judge = {
  judge: () => ({ score: 0.99, action: 'block', reasons: [], category: 'invest' }),
};

interface Scene {
  rules?: Rule[];
  known?: Partial<GuardSources>;
  settings?: Partial<GuardConfig['settings']>;
  judge?: Judge;
  more?: Parameters<typeof facts>[1];
  number?: Parameters<typeof facts>[0];
}

function verdict({ rules = [], known, settings, judge, more, number = numbers.voip }: Scene) {
  return createGuard(book(known), config(rules, settings), judge).decide(facts(number, more));
}

const learning = { learning: { on: true, caution: 'careful' } } as const;

describe('the first that speaks decides:', () => {
  test.each<{ says: string; scene: Scene; action: string; by: string }>([
    {
      says: 'public lines ring whatever the rules say',
      scene: { number: numbers.police, rules: [blockAll] },
      action: 'allow',
      by: 'public-line',
    },
    {
      says: 'contacts come before block rules',
      scene: { rules: [blockAll], known: { contactOf: () => mother } },
      action: 'allow',
      by: 'contact',
    },
    {
      says: 'allow rules come before contacts',
      scene: { rules: [allowAll], known: { contactOf: () => mother } },
      action: 'allow',
      by: 'allow-rule',
    },
    {
      says: 'block rules come before lists',
      scene: { rules: [blockAll], known: { listsWith: () => [list('allow')] } },
      action: 'block',
      by: 'block-rule',
    },
    {
      says: 'flag rules come before lists',
      scene: { rules: [flagAll], known: { listsWith: () => [list('block')] } },
      action: 'flag',
      by: 'flag-rule',
    },
    {
      says: 'lists come before what was learned',
      scene: { known: { listsWith: () => [list('flag')] }, judge: certain, settings: learning },
      action: 'flag',
      by: 'list',
    },
    {
      says: 'of lists, one that allows is heard first',
      scene: { known: { listsWith: () => [list('block'), list('allow')] } },
      action: 'allow',
      by: 'list',
    },
    {
      says: 'what was learned comes before the class',
      scene: { judge: certain, settings: { ...learning, classDefaults: { voip: 'flag' } } },
      action: 'block',
      by: 'learned',
    },
    {
      says: 'what was learned is silent until it is turned on',
      scene: { judge: certain, settings: { classDefaults: { voip: 'flag' } } },
      action: 'flag',
      by: 'class-default',
    },
    { says: 'by default, nothing is refused', scene: {}, action: 'allow', by: 'class-default' },
  ])('$says', ({ scene, action, by }) => expect(verdict(scene)).toMatchObject({ action, by }));
});

describe('a refusal gives way', () => {
  test.each<{ says: string; scene: Scene; action: string; by: string }>([
    {
      says: 'to a pause',
      scene: { rules: [blockAll], settings: { pausedUntil: at('14:01') } },
      action: 'allow',
      by: 'pause',
    },
    {
      says: 'but not to a pause that is over',
      scene: { rules: [blockAll], settings: { pausedUntil: at('14:00') } },
      action: 'block',
      by: 'block-rule',
    },
    {
      says: 'to doubt about the number',
      scene: { rules: [blockAll], more: { doubtful: true } },
      action: 'flag',
      by: 'doubtful',
    },
    {
      says: 'to a device that cannot hang up',
      scene: { rules: [blockAll], more: { looksOn: true } },
      action: 'flag',
      by: 'mode',
    },
    {
      says: 'to watching only',
      scene: { rules: [blockAll], settings: { mode: 'watch' } },
      action: 'flag',
      by: 'mode',
    },
  ])('$says', ({ scene, action, by }) => expect(verdict(scene)).toMatchObject({ action, by }));

  test('and the softened verdict still tells what would have refused it', () => {
    const { reasons, ruleId } = verdict({ rules: [blockAll], more: { doubtful: true } });
    expect(reasons.map(reason => reason.key)).toEqual(['doubtful', 'rule.block', 'class.allow']);
    expect(ruleId).toBe(blockAll.id);
  });
});

describe('in "contacts only"', () => {
  const settings = { mode: 'contacts' } as const;
  test.each<{ says: string; scene: Scene; action: string; by: string }>([
    { says: 'a stranger is refused', scene: { settings }, action: 'block', by: 'mode' },
    {
      says: 'a hidden number is refused',
      scene: { settings, number: numbers.hidden },
      action: 'block',
      by: 'mode',
    },
    {
      says: 'a contact rings',
      scene: { settings, known: { contactOf: () => mother } },
      action: 'allow',
      by: 'contact',
    },
    {
      says: 'an allowed caller rings',
      scene: { settings, rules: [allowAll] },
      action: 'allow',
      by: 'allow-rule',
    },
    {
      says: 'a caller of an allow list rings',
      scene: { settings, known: { listsWith: () => [list('allow')] } },
      action: 'allow',
      by: 'list',
    },
    {
      says: 'a public line rings',
      scene: { settings, number: numbers.police },
      action: 'allow',
      by: 'public-line',
    },
    {
      says: 'a doubtful number is only flagged',
      scene: { settings, more: { doubtful: true } },
      action: 'flag',
      by: 'doubtful',
    },
    {
      says: 'at night only, a stranger is refused by night',
      scene: { settings: { mode: 'night' }, more: { at: at('23:00') } },
      action: 'block',
      by: 'mode',
    },
    {
      says: 'at night only, a stranger rings by day',
      scene: { settings: { mode: 'night' } },
      action: 'allow',
      by: 'class-default',
    },
  ])('$says', ({ scene, action, by }) => expect(verdict(scene)).toMatchObject({ action, by }));
});

describe('a verdict tells', () => {
  test('the score even while learning is off, and that it only watches', () => {
    const { score, reasons, action } = verdict({ judge: certain });
    expect(score).toBe(0.99);
    expect(action).toBe('allow');
    expect(reasons).toContainEqual({ key: 'learned.watching', values: { percent: 99 }, speaks: 'neither' });
  });
  test('the category of the list, else of the label, else the likely one', () => {
    expect(verdict({ known: { listsWith: () => [list('block')], labelOf: () => 'adult' } }).category).toBe(
      'loan',
    );
    expect(verdict({ known: { labelOf: () => 'adult' }, judge: certain }).category).toBe('adult');
    expect(verdict({ judge: certain }).category).toBe('invest');
  });
  test('everything needed to word a rule after it is gone', () => {
    const noted = rule({ who: { kind: 'prefix', value: '070' }, action: 'block', note: '투자 권유' }, 7);
    expect(verdict({ rules: [noted] }).reasons[0]).toEqual({
      key: 'rule.block',
      values: {
        id: 7,
        kind: 'prefix',
        value: '070',
        note: '투자 권유',
        hasNote: true,
        often: 0,
        withinMinutes: 0,
      },
      speaks: 'for',
    });
  });
});

test('new rules are obeyed at once after configure', () => {
  const guard = createGuard(book(), config([]));
  expect(guard.decide(facts(numbers.voip)).action).toBe('allow');
  guard.configure(config([blockAll]));
  expect(guard.decide(facts(numbers.voip)).action).toBe('block');
});

test('the police desk at 1566-1188 rings though all 대표번호 are refused', () => {
  const rules = [rule({ who: { kind: 'class', value: 'representative' }, action: 'block' })];
  expect(verdict({ rules, number: phone('15661188', 'representative') })).toMatchObject({
    by: 'public-line',
  });
});
