import type { Call, CallWord } from '../../shared/call.ts';
import { callWord } from '../../shared/call.ts';

export type WordCounts = Record<CallWord, number>;

/** What a stretch of history looks like, counted. */
export interface Counted {
  total: number;
  words: WordCounts;
  /** Calls per weekday (0 Sunday … 6) and hour, local time. */
  week: number[][];
  /** Most frequent first. */
  classes: { key: string; total: number; words: WordCounts }[];
  callers: { call: Call; total: number }[];
  busiest: { weekday: number; hour: number } | null;
}

/** Counts calls for the insight page. */
export function countCalls(calls: readonly Call[]): Counted {
  const words = none();
  const week = Array.from({ length: 7 }, () => Array<number>(24).fill(0));
  const classes = new Map<string, { key: string; total: number; words: WordCounts }>();
  const callers = new Map<string, { call: Call; total: number }>();
  let busiest: Counted['busiest'] = null;
  let most = 0;
  for (const call of calls) {
    const word = callWord(call);
    words[word]++;
    const at = new Date(call.startedAt);
    const weekday = at.getDay();
    const hour = at.getHours();
    const there = (week[weekday]?.[hour] ?? 0) + 1;
    const row = week[weekday];
    if (row) row[hour] = there;
    if (there > most) {
      most = there;
      busiest = { weekday, hour };
    }
    const ofClass = classes.get(call.number.class) ?? { key: call.number.class, total: 0, words: none() };
    ofClass.total++;
    ofClass.words[word]++;
    classes.set(ofClass.key, ofClass);
    const ofCaller = callers.get(call.caller) ?? { call, total: 0 };
    ofCaller.total++;
    callers.set(call.caller, ofCaller);
  }
  const byTotal = (one: { total: number }, two: { total: number }) => two.total - one.total;
  return {
    total: calls.length,
    words,
    week,
    classes: [...classes.values()].sort(byTotal),
    callers: [...callers.values()].sort(byTotal),
    busiest,
  };
}

function none(): WordCounts {
  return { rang: 0, flagged: 0, blocked: 0, missed: 0 };
}
