import { z } from 'zod';
import { Action, HangUpMethod } from './call.ts';
import { NumberClass, WithheldKind } from './number.ts';

/** Who a rule speaks of. Every kind is one row of the guard's matcher table. */
export const RuleWho = z.discriminatedUnion('kind', [
  /** One number, any writing; compared by digits. */
  z.object({ kind: z.literal('number'), value: z.string().min(1).max(64) }),
  /** Numbers that begin with these digits. */
  z.object({ kind: z.literal('prefix'), value: z.string().min(1).max(32) }),
  /** Whole digits with `*` (any run) and `?` (one digit). */
  z.object({ kind: z.literal('wildcard'), value: z.string().min(1).max(64) }),
  /** RE2 expression over the digits, unanchored. */
  z.object({ kind: z.literal('regex'), value: z.string().min(1).max(256) }),
  z.object({ kind: z.literal('class'), value: NumberClass }),
  /** ISO 3166-1 alpha-2. */
  z.object({ kind: z.literal('country'), value: z.string().regex(/^[A-Z]{2}$/) }),
  /** Region as in PhoneNumber.region. */
  z.object({ kind: z.literal('region'), value: z.string().min(1).max(32) }),
  z.object({ kind: z.literal('withheld'), value: z.union([WithheldKind, z.literal('any')]) }),
  /** Caller name as sent, case-insensitive, `*` and `?`. */
  z.object({ kind: z.literal('name'), value: z.string().min(1).max(128) }),
  /** Category key that the owner gave the number. */
  z.object({ kind: z.literal('label'), value: z.string().min(1).max(32) }),
  /** Contact group. */
  z.object({ kind: z.literal('group'), value: z.string().min(1).max(64) }),
  /** Number list, by id. */
  z.object({ kind: z.literal('list'), value: z.string().min(1).max(64) }),
  /** Every call. */
  z.object({ kind: z.literal('any'), value: z.literal('') }),
]);
export type RuleWho = z.infer<typeof RuleWho>;
export const ruleKinds = RuleWho.options.map(option => option.shape.kind.value);

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** When a rule holds, in the PC's local time. `from` later than `to` runs across midnight, belonging to the day it began. */
export const RuleWhen = z.object({
  /** 0 Sunday … 6 Saturday; absent: every day. */
  days: z.array(z.number().int().min(0).max(6)).min(1).optional(),
  from: Clock.optional(),
  to: Clock.optional(),
  /** 'off': not on public holidays; 'only': on public holidays only. */
  holidays: z.enum(['off', 'only']).optional(),
});
export type RuleWhen = z.infer<typeof RuleWhen>;

/** "The third call within an hour" = { atLeast: 3, withinMinutes: 60 }, this call counted. */
export const RuleOften = z.object({
  atLeast: z.number().int().min(2).max(100),
  withinMinutes: z
    .number()
    .int()
    .min(1)
    .max(7 * 24 * 60),
});
export type RuleOften = z.infer<typeof RuleOften>;

/** What an owner writes. */
export const RuleDraft = z.object({
  who: RuleWho,
  action: Action,
  when: RuleWhen.nullable().default(null),
  often: RuleOften.nullable().default(null),
  /** Only on this line; null: on all. */
  line: z.string().max(256).nullable().default(null),
  /** How to end the call if this rule blocks; null: as in the settings. */
  hangUp: HangUpMethod.nullable().default(null),
  /** Epoch ms after which the rule is asleep; null: for ever. */
  until: z.number().int().nullable().default(null),
  enabled: z.boolean().default(true),
  note: z.string().max(500).default(''),
});
export type RuleDraft = z.infer<typeof RuleDraft>;

/** A rule as it is first written: an end that is not named is the usual one. */
export const NewRule = RuleDraft.extend({ until: RuleDraft.shape.until.unwrap().optional() });
export type NewRule = z.infer<typeof NewRule>;

/** 050 numbers pass from one person to the next, so rules against them end by themselves after so many days. */
export const reusedForDays = 30;

/** When a new rule ends unless its owner says otherwise, epoch ms; null: never. */
export function usualUntil({ who, action }: Pick<RuleDraft, 'who' | 'action'>, now: number): number | null {
  const reused = action !== 'allow' && speaksOf050(who.kind, who.value);
  return reused ? now + reusedForDays * 24 * 60 * 60 * 1000 : null;
}

function speaksOf050(kind: RuleWho['kind'], value: string): boolean {
  if (kind === 'class') return value === 'personal050';
  if (kind === 'regex') return value.startsWith('^050');
  if (kind !== 'number' && kind !== 'prefix' && kind !== 'wildcard') return false;
  const digits = value.normalize('NFKC').replace(/\D/g, '');
  return digits.startsWith('050') || digits.startsWith('8250');
}

export const Rule = RuleDraft.extend({ id: z.number().int(), createdAt: z.number() });
export type Rule = z.infer<typeof Rule>;

/** A rule with what it has done: calls it decided, and the last one. */
export const RuleWithRecord = Rule.extend({ caught: z.number().int(), lastCaughtAt: z.number().nullable() });
export type RuleWithRecord = z.infer<typeof RuleWithRecord>;

/** What a rule says, for comparing rules; their ends and notes may differ. */
export function ruleSays({ who, action, when, often, line }: RuleDraft): string {
  return JSON.stringify([
    [who.kind, who.value, action, line],
    [when?.days, when?.from, when?.to, when?.holidays],
    [often?.atLeast, often?.withinMinutes],
  ]);
}
