import type { Reason } from '../../shared/call.ts';
import type { LabelKey } from '../../shared/label.ts';
import type { NumberClass } from '../../shared/number.ts';
import type { CallFacts, Evidence, Judgement } from './guard.ts';

/** Why a caller may have had this number: ordinary marketing, a number that was passed on, or a relation that exists. */
export type Purpose = 'marketing' | 'leaked' | 'customer';

/** A guess offered after a call, worded by `label.<category>` and `guess.<purpose>`; never more than a suggestion. */
export interface Guess {
  category: string | null;
  purpose: Purpose | null;
  evidence: Reason[];
}

/** Firms that call their own customers. */
const relations: ReadonlySet<string> = new Set<LabelKey>([
  'bank_card_ins',
  'telco_cs',
  'delivery',
  'medical',
  'school',
  'public',
]);
/** Trades that nobody gave their number to: who calls for them got it from somebody else. */
const strangersTrades: ReadonlySet<string> = new Set<LabelKey>([
  'loan',
  'invest',
  'gambling',
  'adult',
  'phishing',
  'callback',
]);
/** Scores from which a guess is made: right nine times in ten on made-up households. */
const wantedBelow = 0.3;
const salesFrom = 0.85;
const knownCaller: ReadonlySet<string> = new Set([
  'learned.caller-good',
  'learned.caller-known',
  'learned.list-good',
]);
const campaign: ReadonlySet<string> = new Set(['learned.near-bad', 'learned.near-many']);

/** What a class is mostly used for, where nothing else is known. */
const usualCategory: Partial<Record<NumberClass, LabelKey>> = {
  carrier_desk: 'telco_cs',
  special: 'public',
  special_with_area: 'public',
  personal050: 'delivery',
  international_kr: 'callback',
  premium: 'callback',
};

/** Guesses what a call was about from what the learner said of it. */
export function guessOf(
  { number }: CallFacts,
  evidence: Evidence,
  { score, reasons, category }: Judgement,
): Guess {
  const likely = evidence.label ?? category ?? usualCategory[number.class] ?? null;
  const among = (keys: ReadonlySet<string>) => reasons.filter(reason => keys.has(reason.key));
  const known = among(knownCaller);
  if (score < wantedBelow && (known.length > 0 || (likely !== null && relations.has(likely))))
    return { category: likely, purpose: 'customer', evidence: known };
  // In between, and of an unwanted caller whose trade nobody knows unless it is nearly certain, nothing is guessed.
  if (score < (likely === null ? salesFrom : 0.5))
    return { category: score < 0.5 ? likely : null, purpose: null, evidence: [] };
  const tied = among(campaign);
  const leaked = likely !== null && strangersTrades.has(likely);
  return {
    category: likely ?? 'telemarketing',
    purpose: leaked ? 'leaked' : 'marketing',
    evidence: tied.length > 0 ? tied : reasons.filter(reason => reason.speaks === 'for'),
  };
}
