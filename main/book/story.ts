import { CallOutcome, CallWord } from '../../shared/call.ts';
import type { CallerStory } from '../../shared/history.ts';
import { PhoneNumber } from '../../shared/number.ts';
import { siblingRange } from '../../shared/number-plan/search-form.ts';
import type { Callers } from './callers.ts';
import { marksOf } from './callers.ts';
import type { Contacts } from './contacts.ts';
import type { Database } from './database.ts';
import { number, parsed, text, textOrNull } from './rows.ts';

/** Weeks told of a caller, the newest. */
const weeksTold = 104;
const siblingsTold = 50;

/** Monday 00:00 of the week, local time. */
function weekStart(atMs: number): number {
  const day = new Date(atMs);
  day.setHours(0, 0, 0, 0);
  day.setDate(day.getDate() - ((day.getDay() + 6) % 7));
  return day.getTime();
}

function weekAfter(startMs: number): number {
  const day = new Date(startMs);
  day.setDate(day.getDate() + 7);
  return day.getTime();
}

function countPerWeek(times: number[]): CallerStory['perWeek'] {
  const counts = new Map<number, number>();
  for (const time of times) counts.set(weekStart(time), (counts.get(weekStart(time)) ?? 0) + 1);
  const starts = [...counts.keys()].sort((a, b) => a - b);
  const last = starts.at(-1);
  let week = starts[0];
  const weeks: CallerStory['perWeek'] = [];
  while (week !== undefined && last !== undefined && week <= last) {
    weeks.push({ weekStart: week, count: counts.get(week) ?? 0 });
    week = weekAfter(week);
  }
  return weeks.slice(-weeksTold);
}

function siblingsOf(database: Database, caller: string, phone: PhoneNumber): CallerStory['siblings'] {
  const range = siblingRange(phone)?.key;
  if (range === undefined) return [];
  const sql = `SELECT key, number, count, label FROM callers
    WHERE digits >= ? AND digits < ? AND length(digits) = ? AND key <> ? AND count > 0
    ORDER BY count DESC, digits LIMIT ?`;
  // ':' is the character after '9'.
  return database.all(sql, range, `${range}:`, phone.digits.length, caller, siblingsTold).map(row => ({
    caller: text(row, 'key'),
    display: parsed(PhoneNumber, row, 'number').display,
    count: number(row, 'count'),
    label: textOrNull(row, 'label'),
  }));
}

const noWords: CallerStory['words'] = { rang: 0, flagged: 0, blocked: 0, missed: 0 };
const noOutcomes: CallerStory['outcomes'] = {
  stopped: 0,
  refused: 0,
  'refusal-failed': 0,
  answered: 0,
  missed: 0,
  interrupted: 0,
};

/** Everything about one caller; null if the book does not know it. */
export function storyOf(
  database: Database,
  callers: Callers,
  contacts: Contacts,
  key: string,
): CallerStory | null {
  const caller = callers.get(key);
  const marks = marksOf(database, key);
  if (!caller || !marks) return null;
  const words = { ...noWords };
  const outcomes = { ...noOutcomes };
  const hours = Array.from({ length: 24 }, () => 0);
  const times: number[] = [];
  const sql = `SELECT started_at, word, outcome FROM calls
    WHERE caller = (SELECT id FROM callers WHERE key = ?)`;
  for (const row of database.iterate(sql, key)) {
    const startedAt = number(row, 'started_at');
    times.push(startedAt);
    const hour = new Date(startedAt).getHours();
    hours[hour] = (hours[hour] ?? 0) + 1;
    words[CallWord.parse(row['word'])]++;
    const outcome = CallOutcome.nullable().parse(row['outcome']);
    if (outcome) outcomes[outcome]++;
  }
  return {
    ...caller,
    contact: contacts.find(caller.number.digits),
    words,
    outcomes,
    perWeek: countPerWeek(times),
    hours,
    siblings: siblingsOf(database, key, caller.number),
  };
}
