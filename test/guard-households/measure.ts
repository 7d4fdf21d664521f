import { replay } from '../../main/guard/replay.ts';
import type { ReplayVerdict } from '../../main/guard/replay.ts';
import { unwanted } from '../../shared/label.ts';
import type { Household, TrueCall } from './household.ts';
import { weekOf } from './household.ts';

export type Action = 'allow' | 'flag' | 'block';
/** A way to decide: given the calls in order, an action for each. */
export type Method = (household: Household) => { action: Action; score?: number }[];

export const learned: Method = ({ calls }) =>
  [...replay(calls.map(withoutTruth), { learn: true })].map(({ action, score }: ReplayVerdict) => ({
    action,
    ...(score !== undefined && { score }),
  }));

function withoutTruth({ t, number, withheld, rings, answered, label }: TrueCall) {
  return {
    t,
    number,
    ...(rings !== undefined && { rings }),
    ...(answered !== undefined && { answered }),
    ...(withheld !== undefined && { withheld }),
    ...(label !== undefined && { label }),
  };
}

/** Knows every campaign's numbers as soon as one of its calls was labelled. */
export const oracle: Method = ({ calls }) => {
  const known = new Set<string>();
  return calls.map(({ label, truth }) => {
    const caught = truth.campaign !== null && known.has(truth.campaign);
    if (label !== undefined && unwanted(label) && truth.campaign !== null) known.add(truth.campaign);
    return { action: caught ? 'block' : 'allow' };
  });
};

export interface Measured {
  good: number;
  bad: number;
  goodBlocked: number;
  goodFlagged: number;
  badBlocked: number;
  badFlagged: number;
  /** Sum and truth of the scores by tenth. */
  calibration: { calls: number; score: number; unwanted: number }[];
}

export function emptyMeasure(): Measured {
  return {
    good: 0,
    bad: 0,
    goodBlocked: 0,
    goodFlagged: 0,
    badBlocked: 0,
    badFlagged: 0,
    calibration: Array.from({ length: 10 }, () => ({ calls: 0, score: 0, unwanted: 0 })),
  };
}

/** Adds one household's calls of the given weeks (from, to excluded). */
export function measure(
  into: Measured,
  household: Household,
  decided: ReturnType<Method>,
  from = 4,
  to = Infinity,
): void {
  household.calls.forEach((call, index) => {
    const week = weekOf(household, call.t);
    if (week < from || week >= to) return;
    const { action = 'allow', score } = decided[index] ?? {};
    const { unwanted: bad } = call.truth;
    into[bad ? 'bad' : 'good']++;
    if (action === 'block') into[bad ? 'badBlocked' : 'goodBlocked']++;
    if (action === 'flag') into[bad ? 'badFlagged' : 'goodFlagged']++;
    const tenth = into.calibration[Math.min(9, Math.floor((score ?? 0) * 10))];
    if (score === undefined || !tenth) return;
    tenth.calls++;
    tenth.score += score;
    tenth.unwanted += bad ? 1 : 0;
  });
}

/** Adds one measure to another. */
export function addMeasure(into: Measured, one: Measured): void {
  for (const key of ['good', 'bad', 'goodBlocked', 'goodFlagged', 'badBlocked', 'badFlagged'] as const)
    into[key] += one[key];
  for (const [index, { calls, score, unwanted: bad }] of one.calibration.entries()) {
    const tenth = into.calibration[index];
    if (!tenth) continue;
    tenth.calls += calls;
    tenth.score += score;
    tenth.unwanted += bad;
  }
}
