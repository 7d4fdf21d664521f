import { describe, expect, test } from 'vitest';
import { createGuard } from '../../../main/guard/guard.ts';
import type { CallFacts, GuardSources } from '../../../main/guard/guard.ts';
import type { PhoneNumber } from '../../../shared/number.ts';
import type { RuleDraft } from '../../../shared/rule.ts';
import { at, book, config, facts, numbers, phone, rule } from './call-facts.ts';
import type { z } from 'zod';

type Draft = Partial<z.input<typeof RuleDraft>> & { who: z.input<typeof RuleDraft>['who'] };

interface Case {
  says: string;
  draft: Draft;
  number: PhoneNumber;
  more?: Partial<CallFacts>;
  known?: Partial<GuardSources>;
  blocks: boolean;
}

const { sales, clinic, mobile, voip, china, koreanFromAbroad, hidden, garbage } = numbers;
const wednesday = { at: at('14:00') };

const who: Case[] = [
  {
    says: 'a number in any writing',
    draft: { who: { kind: 'number', value: '1588-1234' } },
    number: sales,
    blocks: true,
  },
  {
    says: 'a number in full-width digits',
    draft: { who: { kind: 'number', value: '１５８８－１２３４' } },
    number: sales,
    blocks: true,
  },
  {
    says: 'a number with the country code',
    draft: { who: { kind: 'number', value: '+82 10-2345-6789' } },
    number: mobile,
    blocks: true,
  },
  {
    says: 'another number',
    draft: { who: { kind: 'number', value: '1588-1235' } },
    number: sales,
    blocks: false,
  },
  {
    says: 'not a number that only begins so',
    draft: { who: { kind: 'number', value: '1588' } },
    number: sales,
    blocks: false,
  },
  {
    says: 'the very text of an odd caller',
    draft: { who: { kind: 'number', value: 'privdiroff' } },
    number: garbage,
    blocks: true,
  },
  {
    says: 'a foreign number through any access code',
    draft: { who: { kind: 'number', value: '+86 138 0013 8000' } },
    number: china,
    blocks: true,
  },
  {
    says: 'a Korean number, but not the same from abroad',
    draft: { who: { kind: 'number', value: '+82 10 2345 6789' } },
    number: koreanFromAbroad,
    blocks: false,
  },
  {
    says: 'a prefix with a hyphen',
    draft: { who: { kind: 'prefix', value: '1588-12' } },
    number: sales,
    blocks: true,
  },
  {
    says: 'a prefix with the country code',
    draft: { who: { kind: 'prefix', value: '+82 2 733' } },
    number: clinic,
    blocks: true,
  },
  {
    says: 'the prefix of a country',
    draft: { who: { kind: 'prefix', value: '+86' } },
    number: china,
    blocks: true,
  },
  {
    says: 'the prefix of an access code',
    draft: { who: { kind: 'prefix', value: '001' } },
    number: china,
    blocks: true,
  },
  {
    says: 'a prefix only at the beginning',
    draft: { who: { kind: 'prefix', value: '1234' } },
    number: sales,
    blocks: false,
  },
  {
    says: 'a wildcard with any run',
    draft: { who: { kind: 'wildcard', value: '070-4321-*' } },
    number: voip,
    blocks: true,
  },
  {
    says: 'a wildcard with single digits',
    draft: { who: { kind: 'wildcard', value: '1588-????' } },
    number: sales,
    blocks: true,
  },
  {
    says: 'a wildcard over the whole number only',
    draft: { who: { kind: 'wildcard', value: '1588-???' } },
    number: sales,
    blocks: false,
  },
  {
    says: 'a wildcard that begins with a star',
    draft: { who: { kind: 'wildcard', value: '*5555' } },
    number: voip,
    blocks: true,
  },
  {
    says: 'a wildcard of nothing but a star, though not a hidden number',
    draft: { who: { kind: 'wildcard', value: '*' } },
    number: hidden,
    blocks: false,
  },
  {
    says: 'an expression anywhere in the digits',
    draft: { who: { kind: 'regex', value: '4321' } },
    number: voip,
    blocks: true,
  },
  {
    says: 'an anchored expression',
    draft: { who: { kind: 'regex', value: '^070[0-9]{4}5{4}$' } },
    number: voip,
    blocks: true,
  },
  {
    says: 'an expression with a choice',
    draft: { who: { kind: 'regex', value: '^(15|16|18)' } },
    number: sales,
    blocks: true,
  },
  {
    says: 'an expression whose last digit is optional',
    draft: { who: { kind: 'regex', value: '^07049?321' } },
    number: voip,
    blocks: true,
  },
  {
    says: 'nothing, where the expression is broken',
    draft: { who: { kind: 'regex', value: '(' } },
    number: voip,
    blocks: false,
  },
  {
    says: 'a class',
    draft: { who: { kind: 'class', value: 'representative' } },
    number: sales,
    blocks: true,
  },
  {
    says: 'another class',
    draft: { who: { kind: 'class', value: 'representative' } },
    number: voip,
    blocks: false,
  },
  { says: 'a country', draft: { who: { kind: 'country', value: 'CN' } }, number: china, blocks: true },
  { says: 'a region', draft: { who: { kind: 'region', value: '서울' } }, number: clinic, blocks: true },
  {
    says: 'withheld numbers',
    draft: { who: { kind: 'withheld', value: 'private' } },
    number: hidden,
    blocks: true,
  },
  {
    says: 'any kind of withheld number',
    draft: { who: { kind: 'withheld', value: 'any' } },
    number: hidden,
    blocks: true,
  },
  {
    says: 'another kind of withheld number',
    draft: { who: { kind: 'withheld', value: 'payphone' } },
    number: hidden,
    blocks: false,
  },
  {
    says: 'a name whatever its case',
    draft: { who: { kind: 'name', value: '*loan*' } },
    number: mobile,
    more: { name: 'Happy LOAN Co' },
    blocks: true,
  },
  {
    says: 'not a caller without a name',
    draft: { who: { kind: 'name', value: '*' } },
    number: mobile,
    blocks: false,
  },
  {
    says: 'a label',
    draft: { who: { kind: 'label', value: 'loan' } },
    number: mobile,
    known: { labelOf: () => 'loan' },
    blocks: true,
  },
  {
    says: 'a list',
    draft: { who: { kind: 'list', value: 'mine' } },
    number: mobile,
    known: { listsWith: () => [{ id: 'mine', name: 'Mine', action: 'flag', category: null }] },
    blocks: true,
  },
  { says: 'every call', draft: { who: { kind: 'any', value: '' } }, number: hidden, blocks: true },
];

const any = { kind: 'any', value: '' } as const;
const night = { from: '22:00', to: '07:00' };
const when: Case[] = [
  {
    says: 'on the days given',
    draft: { who: any, when: { days: [3] } },
    number: voip,
    more: wednesday,
    blocks: true,
  },
  {
    says: 'not on other days',
    draft: { who: any, when: { days: [0, 6] } },
    number: voip,
    more: wednesday,
    blocks: false,
  },
  {
    says: 'from the first minute',
    draft: { who: any, when: { from: '14:00', to: '15:00' } },
    number: voip,
    more: wednesday,
    blocks: true,
  },
  {
    says: 'not at the last minute',
    draft: { who: any, when: { from: '13:00', to: '14:00' } },
    number: voip,
    more: wednesday,
    blocks: false,
  },
  {
    says: 'until midnight where only a beginning is given',
    draft: { who: any, when: { from: '21:00' } },
    number: voip,
    more: { at: at('23:59') },
    blocks: true,
  },
  {
    says: 'across midnight, before it',
    draft: { who: any, when: night },
    number: voip,
    more: { at: at('23:00') },
    blocks: true,
  },
  {
    says: 'across midnight, after it',
    draft: { who: any, when: night },
    number: voip,
    more: { at: at('06:59') },
    blocks: true,
  },
  {
    says: 'across midnight, not by day',
    draft: { who: any, when: night },
    number: voip,
    more: { at: at('07:00') },
    blocks: false,
  },
  {
    says: 'after midnight for the day on which the night began',
    draft: { who: any, when: { ...night, days: [2] } },
    number: voip,
    more: { at: at('01:00') },
    blocks: true,
  },
  {
    says: 'after midnight, not for the new day',
    draft: { who: any, when: { ...night, days: [3] } },
    number: voip,
    more: { at: at('01:00') },
    blocks: false,
  },
  {
    says: 'not on holidays, where holidays are off',
    draft: { who: any, when: { holidays: 'off' } },
    number: voip,
    more: { at: at('14:00', '2026-12-25') },
    blocks: false,
  },
  {
    says: 'on holidays only',
    draft: { who: any, when: { holidays: 'only' } },
    number: voip,
    more: { at: at('14:00', '2026-12-25') },
    blocks: true,
  },
  {
    says: 'until it expires',
    draft: { who: any, until: at('14:01') },
    number: voip,
    more: wednesday,
    blocks: true,
  },
  {
    says: 'not after it expired',
    draft: { who: any, until: at('14:00') },
    number: voip,
    more: wednesday,
    blocks: false,
  },
  { says: 'not while it is switched off', draft: { who: any, enabled: false }, number: voip, blocks: false },
  { says: 'on its line', draft: { who: any, line: '/dev/ttyACM0' }, number: voip, blocks: true },
  { says: 'not on another line', draft: { who: any, line: '/dev/ttyACM1' }, number: voip, blocks: false },
  {
    says: 'from the third call within the hour',
    draft: { who: any, often: { atLeast: 3, withinMinutes: 60 } },
    number: voip,
    known: { recentCalls: () => [at('13:50'), at('13:01')] },
    blocks: true,
  },
  {
    says: 'not when an earlier call is too long ago',
    draft: { who: any, often: { atLeast: 3, withinMinutes: 60 } },
    number: voip,
    known: { recentCalls: () => [at('13:50'), at('12:59')] },
    blocks: false,
  },
  {
    says: 'counting this call once, even when the book holds it already',
    draft: { who: any, often: { atLeast: 2, withinMinutes: 5 } },
    number: voip,
    known: { recentCalls: () => [at('14:00')] },
    blocks: false,
  },
];

function actionOf({ draft, number, more, known }: Case) {
  const guard = createGuard(book(known), config([rule({ action: 'block', ...draft })]));
  return guard.decide(facts(number, more)).action;
}

describe('a block rule speaks of', () => {
  test.each(who)('$says', entry => expect(actionOf(entry)).toBe(entry.blocks ? 'block' : 'allow'));
});

describe('a block rule holds', () => {
  test.each(when)('$says', entry => expect(actionOf(entry)).toBe(entry.blocks ? 'block' : 'allow'));
});

describe('of several rules', () => {
  const verdict = (...drafts: z.input<typeof RuleDraft>[]) =>
    createGuard(book(), config(drafts.map((draft, index) => rule(draft, index + 1)))).decide(facts(sales));
  const one = { kind: 'number', value: '15881234' } as const;
  const all = { kind: 'class', value: 'representative' } as const;

  test('an allow rule, however general, comes before a block rule', () =>
    expect(verdict({ who: one, action: 'block' }, { who: all, action: 'allow' })).toMatchObject({
      action: 'allow',
      by: 'allow-rule',
      ruleId: 2,
    }));
  test('a block rule comes before a flag rule', () =>
    expect(verdict({ who: one, action: 'flag' }, { who: all, action: 'block' })).toMatchObject({
      action: 'block',
      by: 'block-rule',
      ruleId: 2,
    }));
  test('of one action, the most particular is named', () =>
    expect(
      verdict(
        { who: all, action: 'block' },
        { who: { kind: 'prefix', value: '15' }, action: 'block' },
        {
          who: { kind: 'prefix', value: '1588' },
          action: 'block',
        },
      ).ruleId,
    ).toBe(3));
  test('of equal ones, the oldest is named', () =>
    expect(verdict({ who: one, action: 'block' }, { who: one, action: 'block' }).ruleId).toBe(1));
  test('those that lost are kept as reasons', () =>
    expect(
      verdict({ who: one, action: 'block' }, { who: all, action: 'allow' }).reasons.map(reason => reason.key),
    ).toEqual(['rule.allow', 'rule.block', 'class.allow']));
});

test('a rule says how the call is ended, else the settings do', () => {
  const drop = createGuard(book(), config([rule({ who: any, action: 'block' })]));
  const notice = createGuard(book(), config([rule({ who: any, action: 'block', hangUp: 'notice' })]));
  expect(drop.decide(facts(phone('0212345678', 'landline'))).hangUp).toBe('drop');
  expect(notice.decide(facts(phone('0212345678', 'landline'))).hangUp).toBe('notice');
});
