import { z } from 'zod';
import type { Verdict } from '../../shared/call.ts';
import { callerKey } from '../../shared/number.ts';
import type { PhoneNumber, WithheldKind } from '../../shared/number.ts';
import { understand } from '../../shared/number-plan/understand.ts';
import type { Rule } from '../../shared/rule.ts';
import { Settings } from '../../shared/settings.ts';
import { createGuard } from './guard.ts';
import type { CallFacts, GuardSources, ListHit } from './guard.ts';
import { createLearner } from './learner.ts';
import { wordOfLabel } from './label-words.ts';

/** One past call of a history file. `label` is what the owner said after it. */
export const ReplayEntry = z.object({
  /** Epoch ms. */
  t: z.number(),
  number: z
    .union([z.string(), z.number().transform(String)])
    .nullable()
    .default(null),
  withheld: z.union([z.string(), z.boolean()]).nullable().optional(),
  name: z.string().nullable().optional(),
  rings: z.number().nullable().optional(),
  answered: z.boolean().nullable().optional(),
  label: z.string().nullable().optional(),
});
export type ReplayEntry = z.infer<typeof ReplayEntry>;

/** What the guard would have said. */
export interface ReplayVerdict extends Pick<Verdict, 'action' | 'by' | 'reasons' | 'score' | 'category'> {
  t: number;
  number: string | null;
}

export interface ReplayOptions {
  rules?: Rule[];
  /** Learning on and acting at the default caution from the first call. */
  learn?: boolean;
  settings?: Partial<Settings>;
}

const noLists: ListHit[] = [];
const WEEK = 7 * 86_400_000;
/** Calls of one caller that are remembered for "how often". */
const RECENT = 100;

/** Feeds past calls in their order through the real guard. */
export function* replay(
  entries: Iterable<ReplayEntry>,
  options: ReplayOptions = {},
): Generator<ReplayVerdict, void, undefined> {
  const decide = createReplay(options);
  for (const entry of entries) yield decide(entry);
}

/**
 * The same call by call: what is returned decides the next call of the past. A label is told to the learner after the
 * verdict on its call, as an owner would give it.
 */
export function createReplay({ rules = [], learn = false, settings = {} }: ReplayOptions = {}): (
  entry: ReplayEntry,
) => ReplayVerdict {
  const defaults = Settings.parse(settings);
  const learning = learn ? { ...defaults.learning, on: true } : { ...defaults.learning, on: false };
  const country = defaults.country;
  const labels = new Map<string, string>();
  const recent = new Map<string, number[]>();
  const sources: GuardSources = {
    listsWith: () => noLists,
    contactOf: () => null,
    labelOf: caller => labels.get(caller) ?? null,
    recentCalls: (caller, since) => (recent.get(caller) ?? []).filter(time => time >= since),
  };
  const learner = learn ? createLearner() : undefined;
  const guard = createGuard(sources, { rules, settings: { ...defaults, learning } }, learner);
  const counting = rules.some(rule => rule.often !== null);
  const read = remembering(country);

  return entry => {
    const number = read(entry);
    const caller = callerKey(number);
    const facts: CallFacts = {
      at: entry.t,
      line: 'replay',
      number,
      caller,
      name: entry.name ?? null,
      doubtful: false,
    };
    const { action, by, reasons, score, category } = guard.decide(facts);
    const { label, refused } = wordOfLabel(entry.label ?? null);
    learner?.observe(
      facts,
      { label: labels.get(caller) ?? null, lists: noLists, contact: false },
      {
        answered: entry.answered ?? null,
        rings: entry.rings ?? null,
        label,
        refused,
      },
    );
    // A hidden caller is nobody in particular: a label says something of that call only.
    if (label !== null && number.digits !== '') labels.set(caller, label);
    if (counting)
      recent.set(
        caller,
        [entry.t, ...(recent.get(caller) ?? [])].filter(time => time > entry.t - WEEK).slice(0, RECENT),
      );
    return {
      t: entry.t,
      number: entry.number,
      action,
      by,
      ...(score !== undefined && { score }),
      ...(category !== undefined && { category }),
      reasons,
    };
  };
}

const withheldLetters: Readonly<Record<WithheldKind, string>> = {
  private: 'P',
  unavailable: 'O',
  payphone: 'C',
};

/** Reads numbers by the number plan, each writing once: a household hears the same ones again and again. */
function remembering(country: string): (entry: ReplayEntry) => PhoneNumber {
  const known = new Map<string, PhoneNumber>();
  return ({ number, withheld }) => {
    const raw = number === null || number.trim() === '' ? writtenFor(withheld) : number;
    let understood = known.get(raw ?? '');
    if (!understood) {
      if (known.size > 50_000) known.clear();
      understood = understand(raw, { country });
      known.set(raw ?? '', understood);
    }
    return understood;
  };
}

function writtenFor(withheld: ReplayEntry['withheld']): string | null {
  if (withheld === true) return withheldLetters.private;
  if (withheld === 'private' || withheld === 'unavailable' || withheld === 'payphone')
    return withheldLetters[withheld];
  return typeof withheld === 'string' ? withheld : null;
}
