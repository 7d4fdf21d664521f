import type { Call } from '../../shared/call.ts';
import { startOfDay } from '../words/times.ts';

/** Calls of one caller on one day, newest first; at least one. */
export interface Fold {
  key: string;
  day: number;
  newest: Call;
  earlier: Call[];
}

export type HistoryRow =
  | { kind: 'day'; key: string; day: number; calls: number; partial: boolean }
  | { kind: 'fold'; key: string; fold: Fold; open: boolean }
  | { kind: 'earlier'; key: string; call: Call };

/** Repeats become one row per caller and day, at the place of the newest; `calls` come newest first. */
export function foldCalls(calls: readonly Call[]): Fold[] {
  const folds = new Map<string, Fold>();
  for (const call of calls) {
    const day = startOfDay(call.startedAt);
    const key = `${day} ${call.caller}`;
    const known = folds.get(key);
    if (known) known.earlier.push(call);
    else folds.set(key, { key, day, newest: call, earlier: [] });
  }
  return [...folds.values()];
}

/**
 * The rows of the list: day headings, folds, and the earlier calls of those that are open.
 *
 * @param open keys of open folds
 * @param more are there older calls that are not loaded? Then the last day is only partly known.
 */
export function historyRows(calls: readonly Call[], open: ReadonlySet<string>, more: boolean): HistoryRow[] {
  const perDay = new Map<number, Fold[]>();
  for (const fold of foldCalls(calls)) {
    const day = perDay.get(fold.day);
    if (day) day.push(fold);
    else perDay.set(fold.day, [fold]);
  }
  const days = [...perDay];
  return days.flatMap(([day, folds], index) => [
    {
      kind: 'day' as const,
      key: `day ${day}`,
      day,
      calls: folds.reduce((sum, fold) => sum + 1 + fold.earlier.length, 0),
      partial: more && index === days.length - 1,
    },
    ...folds.flatMap((fold): HistoryRow[] => [
      { kind: 'fold', key: fold.key, fold, open: open.has(fold.key) },
      ...(open.has(fold.key)
        ? fold.earlier.map((call): HistoryRow => ({ kind: 'earlier', key: call.id, call }))
        : []),
    ]),
  ]);
}
