import { sigmoid, smoothed } from './tally.ts';
import type { Tallies } from './tally.ts';

/** How owners treat calls before anything is known of this one: share labelled and answered, of unwanted and wanted calls. */
const usual = { label: { bad: 0.4, good: 0.2 }, answer: { bad: 0.5, good: 0.75 } } as const;

/** Weight of the usual, in calls. */
const STRENGTH = 10;

/** Log-odds from which a call tells of the owner's habits by itself, whatever the owner then did. */
const PLAIN = 2.5;

/** Share of unwanted (bad) or wanted (good) calls that the owner labels or answers. */
function habit(habits: Tallies, what: 'label' | 'answer', of: 'bad' | 'good'): number {
  // A tally holds the calls that were labelled or answered as `bad`, the others as `good`.
  return smoothed(habits.of(`${what}:${of}`), usual[what][of], STRENGTH);
}

/** Log likelihood ratio of a call that was left without a label: an owner who labels what is unwanted says much by silence. */
export function weightOfSilence(habits: Tallies): number {
  const ratio = (1 - habit(habits, 'label', 'bad')) / (1 - habit(habits, 'label', 'good'));
  return Math.min(0.5, Math.max(-3, Math.log(ratio)));
}

/** Log likelihood ratio of a call that was answered, or not. */
export function weightOfAnswer(habits: Tallies, answered: boolean): number {
  const bad = habit(habits, 'answer', 'bad');
  const good = habit(habits, 'answer', 'good');
  const ratio = answered ? bad / good : (1 - bad) / (1 - good);
  return Math.min(1, Math.max(-1, Math.log(ratio)));
}

/** Probability that a call without a label was unwanted, once it is over: what was weighed before, and what the owner did. */
export function believe(total: number, answered: boolean | null, habits: Tallies): number {
  return sigmoid(
    total + weightOfSilence(habits) + (answered === null ? 0 : weightOfAnswer(habits, answered)),
  );
}

/** Learns habits from calls that were plain before the owner did anything, so that what is learned does not lean on itself. */
export function learnHabits(
  habits: Tallies,
  total: number,
  labelled: boolean,
  answered: boolean | null,
): void {
  if (Math.abs(total) < PLAIN) return;
  const of = total > 0 ? 'bad' : 'good';
  habits.add(`label:${of}`, labelled ? 1 : 0, labelled ? 0 : 1);
  if (answered !== null) habits.add(`answer:${of}`, answered ? 1 : 0, answered ? 0 : 1);
}
