import { describe, expect, test } from 'vitest';
import { refusalOf, ruleWarnings } from '../../../main/guard/warnings.ts';
import { ruleTemplates } from '../../../main/guard/templates.ts';
import { RuleDraft } from '../../../shared/rule.ts';
import type { Rule } from '../../../shared/rule.ts';
import { at, rule } from './call-facts.ts';
import type { z } from 'zod';

const now = at('14:00');
const warn = (draft: z.input<typeof RuleDraft>, rules: Rule[] = [], more: { contact?: string } = {}) =>
  ruleWarnings(RuleDraft.parse(draft), rules, {
    now,
    contactOf: () => (more.contact === undefined ? null : { name: more.contact }),
  });
const keys = (...given: Parameters<typeof warn>) => warn(...given).map(reason => reason.key);

const all = { kind: 'class', value: 'representative' } as const;
const one = { kind: 'number', value: '1588-1234' } as const;

describe('a rule is warned about', () => {
  test.each<{ says: string; given: Parameters<typeof warn>; keys: string[] }>([
    {
      says: 'when its prefix holds no digit',
      given: [{ who: { kind: 'prefix', value: '-' }, action: 'block' }],
      keys: ['no-digits'],
    },
    {
      says: 'when its expression is broken',
      given: [{ who: { kind: 'regex', value: '15(' }, action: 'block' }],
      keys: ['broken-expression'],
    },
    {
      says: 'when no such number exists',
      given: [{ who: { kind: 'number', value: '1588-12' }, action: 'block' }],
      keys: ['no-such-number'],
    },
    {
      says: 'when it has expired',
      given: [{ who: one, action: 'block', until: now - 1 }],
      keys: ['expired'],
    },
    {
      says: 'when it would block the police',
      given: [{ who: { kind: 'number', value: '112' }, action: 'block' }],
      keys: ['public-line-only'],
    },
    {
      says: 'when public lines are among those it blocks',
      given: [{ who: all, action: 'block' }],
      keys: ['public-line'],
    },
    {
      says: 'when it blocks nearly everything',
      given: [{ who: { kind: 'any', value: '' }, action: 'block' }],
      keys: ['public-line', 'too-broad'],
    },
    {
      says: 'when it blocks all that begins with 0',
      given: [{ who: { kind: 'prefix', value: '0' }, action: 'flag' }],
      keys: ['too-broad'],
    },
    {
      says: 'when it would stop contacts',
      given: [{ who: { kind: 'group', value: '가족' }, action: 'block' }],
      keys: ['contacts-first'],
    },
    {
      says: 'when the number is a contact',
      given: [{ who: one, action: 'block' }, [], { contact: '은행' }],
      keys: ['is-contact'],
    },
    {
      says: 'when a 050 number is blocked for ever',
      given: [{ who: { kind: 'number', value: '0507-1234-5678' }, action: 'block' }],
      keys: ['number-reused'],
    },
    {
      says: 'when there is the same already',
      given: [
        { who: one, action: 'block' },
        [rule({ who: { kind: 'number', value: '15881234' }, action: 'block' })],
      ],
      keys: ['duplicate'],
    },
    {
      says: 'when another does the same and more',
      given: [{ who: one, action: 'block' }, [rule({ who: all, action: 'block' })]],
      keys: ['redundant'],
    },
    {
      says: 'when an allow rule always comes first',
      given: [{ who: one, action: 'block' }, [rule({ who: all, action: 'allow' })]],
      keys: ['shadowed'],
    },
    {
      says: 'when it makes another one useless',
      given: [{ who: all, action: 'allow' }, [rule({ who: one, action: 'block' })]],
      keys: ['silences'],
    },
    {
      says: 'when another says the opposite at some times',
      given: [{ who: one, action: 'block' }, [rule({ who: one, action: 'allow', when: { days: [0] } })]],
      keys: ['contradicts'],
    },
    {
      says: 'when a prefix lies within a class that is allowed',
      given: [
        { who: { kind: 'prefix', value: '1588-1' }, action: 'block' },
        [rule({ who: all, action: 'allow' })],
      ],
      keys: ['shadowed'],
    },
  ])('$says', ({ given, keys: expected }) => expect(keys(...given)).toEqual(expected));
});

describe('a rule is not warned about', () => {
  test.each<{ says: string; given: Parameters<typeof warn> }>([
    { says: 'when all is well', given: [{ who: one, action: 'block' }] },
    {
      says: 'when the other one is switched off',
      given: [{ who: one, action: 'block' }, [rule({ who: all, action: 'allow', enabled: false })]],
    },
    {
      says: 'when it is an exception from a wider block',
      given: [{ who: one, action: 'allow' }, [rule({ who: all, action: 'block', when: { days: [1] } })]],
    },
    {
      says: 'when the other one holds at night only',
      given: [{ who: one, action: 'block' }, [rule({ who: all, action: 'block', when: { from: '21:00' } })]],
    },
  ])('$says', ({ given }) => expect(keys(...given)).toEqual([]));
});

test('a rule does not get in its own way while it is edited', () => {
  const saved = rule({ who: one, action: 'block' });
  expect(
    ruleWarnings(RuleDraft.parse({ who: one, action: 'block' }), [saved], { now, replaces: saved.id }),
  ).toEqual([]);
});

test('rules that nothing can match are told from those that are only odd', () => {
  expect(refusalOf(warn({ who: { kind: 'any', value: '' }, action: 'block' }))).toBeNull();
  expect(refusalOf(warn({ who: { kind: 'number', value: '1588-12' }, action: 'block' }))).toBeNull();
});

test.each<[z.input<typeof RuleDraft>['who'], string]>([
  [{ kind: 'number', value: 'abc' }, 'no-digits'],
  [{ kind: 'prefix', value: '-' }, 'no-digits'],
  [{ kind: 'wildcard', value: 'abc' }, 'no-digits'],
  [{ kind: 'regex', value: '15(' }, 'broken-expression'],
  [{ kind: 'regex', value: '^02-312' }, 'expression-not-digits'],
  [{ kind: 'country', value: 'XX' }, 'no-such-country'],
  [{ kind: 'region', value: 'Seoul' }, 'no-such-region'],
  [{ kind: 'label', value: 'annoying' }, 'no-such-label'],
  [{ kind: 'list', value: '77' }, 'no-such-list'],
])('%o can never match, so it is refused', (who, key) => {
  const found = ruleWarnings(RuleDraft.parse({ who, action: 'allow' }), [], { now, lists: ['1'] });
  expect(found.map(reason => reason.key)).toContain(key);
  expect(refusalOf(found)).toBe('rule-never-matches');
});

test('a rule that is over already is refused', () => {
  expect(refusalOf(warn({ who: one, action: 'block', until: now - 1 }))).toBe('rule-never-matches');
});

test.each([
  'regex:^(02|031)',
  'regex:^0[27]-?1',
  'regex:1588\\d+',
  'country:CN',
  'region:서울',
  'region:국민콜',
  'label:loan',
])('%s can match, so it is taken', text => {
  const [kind, value] = text.split(':');
  const draft = RuleDraft.parse({ who: { kind, value }, action: 'flag' });
  expect(refusalOf(ruleWarnings(draft, [], { now }))).toBeNull();
});

test.each([
  'number:112',
  'number:02-120',
  'prefix:1394',
  'wildcard:15661188',
  'regex:^119$',
  'class:special',
  'class:carrier_desk',
  'region:국민콜',
])('%s would block nothing but a public line, so it is refused', text => {
  const [kind, value] = text.split(':');
  const draft = (action: string) => RuleDraft.parse({ who: { kind, value }, action });
  expect(refusalOf(ruleWarnings(draft('block'), [], { now }))).toBe('rule-public-line');
  expect(refusalOf(ruleWarnings(draft('allow'), [], { now }))).toBeNull();
});

test('no ready-made rule is empty, and none is too broad', () => {
  for (const { key, drafts } of ruleTemplates) {
    expect(drafts.length, key).toBeGreaterThan(0);
    for (const draft of drafts) {
      const found = ruleWarnings(draft, [], { now });
      expect(refusalOf(found), key).toBeNull();
      expect(
        found.map(reason => reason.key),
        key,
      ).not.toContain('too-broad');
    }
  }
});
