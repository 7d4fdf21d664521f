import { sigmoid, smoothed } from './tally.ts';
import type { Tallies } from './tally.ts';

/** How owners treat calls before anything is known of this one: share labelled and answered, of unwanted and wanted calls. */
const usual = { label: { bad: 0.4, good: 0.2 }, answer: { bad: 0.5, good: 0.75 } } as const;

/** Weight of the usual, in calls. */
const STRENGTH = 10;

/** Log-odds from which a call tells of the owner's habits by itself, whatever the owner then did. */
const PLAIN = 2.5;

/** Share of unwanted (bad) or wanted (good) calls that the owner answers. */
function answers(habits: Tallies, of: 'bad' | 'good'): number {
  // A tally holds the calls that were answered, or labelled, as `bad`, the others as `good`.
  return smoothed(habits.of(`answer:${of}`), usual.answer[of], STRENGTH);
}

/** Share that the owner labels: of calls that were answered, were not, or all alike where that is not known. */
function labels(habits: Tallies, of: 'bad' | 'good', answered: boolean | null): number {
  const all = smoothed(habits.of(`label:${of}`), usual.label[of], STRENGTH);
  if (answered === null) return all;
  return smoothed(habits.of(`label:${of}:${answered ? 'answered' : 'missed'}`), all, STRENGTH);
}

/** Log likelihood ratio of a call that was left without a label: an owner who labels what is unwanted says much by silence. */
export function weightOfSilence(habits: Tallies, answered: boolean | null): number {
  const ratio = (1 - labels(habits, 'bad', answered)) / (1 - labels(habits, 'good', answered));
  return Math.min(0.5, Math.max(-3, Math.log(ratio)));
}

/** Log likelihood ratio of a call that was answered, or not. */
export function weightOfAnswer(habits: Tallies, answered: boolean): number {
  const bad = answers(habits, 'bad');
  const good = answers(habits, 'good');
  const ratio = answered ? bad / good : (1 - bad) / (1 - good);
  return Math.min(1, Math.max(-1, Math.log(ratio)));
}

/** Probability that a call without a label was unwanted, once it is over: what was weighed before, and what the owner did. */
export function believe(total: number, answered: boolean | null, habits: Tallies): number {
  return sigmoid(
    total + weightOfSilence(habits, answered) + (answered === null ? 0 : weightOfAnswer(habits, answered)),
  );
}

/**
 * Learns habits from calls that were plain before the owner did anything, so that what is
 * learned does not lean on itself. Returns what a label would change that is given later.
 */
export function learnHabits(
  habits: Tallies,
  total: number,
  labelled: boolean,
  answered: boolean | null,
): string[] | null {
  if (Math.abs(total) < PLAIN) return null;
  const of = total > 0 ? 'bad' : 'good';
  if (answered !== null) habits.add(`answer:${of}`, answered ? 1 : 0, answered ? 0 : 1);
  const keys = [`label:${of}`];
  if (answered !== null) keys.push(`label:${of}:${answered ? 'answered' : 'missed'}`);
  for (const key of keys) habits.add(key, labelled ? 1 : 0, labelled ? 0 : 1);
  return labelled ? null : keys;
}

/** The owner gave a label after all, some time after a call that was counted as passed without a word. */
export function speakAfterAll(habits: Tallies, keys: readonly string[]): void {
  for (const key of keys) habits.add(key, 1, -1);
}
