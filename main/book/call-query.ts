import type { CallPage, CallQueryInput } from '../../shared/history.ts';
import { callColumns, callOf } from './call-rows.ts';
import { knownAsSql } from './callers.ts';
import type { Database, Value } from './database.ts';
import { searchDigits } from '../../shared/number-plan/search-form.ts';
import type { Row } from './rows.ts';
import { number } from './rows.ts';

/** The label keys that a word of a search means, such as '대출' → ['loan']. */
export type LabelsNamed = (term: string) => readonly string[];

interface Condition {
  sql: string;
  values: Value[];
}

/** One row per filter that compares a column. */
const columnFilters: readonly { field: 'word' | 'class' | 'line' | 'rule' | 'from' | 'to'; sql: string }[] = [
  { field: 'word', sql: 'calls.word = ?' },
  { field: 'class', sql: 'calls.class = ?' },
  { field: 'line', sql: 'calls.line = ?' },
  { field: 'rule', sql: 'calls.rule_id = ?' },
  { field: 'from', sql: 'calls.started_at >= ?' },
  { field: 'to', sql: 'calls.started_at < ?' },
];

/** A search that is one number in any writing is one term; otherwise every word must be found. */
function terms(search: string): string[] {
  const whole = search.normalize('NFKC').trim().toLowerCase();
  return searchDigits(whole) === '' ? whole.split(/\s+/).filter(term => term !== '') : [whole];
}

const like = (term: string) => `%${term.replace(/[\\%_]/g, '\\$&')}%`;

/** What a term is looked for in, in words; each takes the term once. */
const textColumns = [
  'callers.words',
  'lower(callers.note)',
  `lower(coalesce(callers.own_name, ''))`,
  `lower(coalesce(${knownAsSql}, ''))`,
];

function termCondition(term: string, labelsNamed: LabelsNamed): Condition {
  const parts = textColumns.map(column => `${column} LIKE ? ESCAPE '\\'`);
  const values: Value[] = textColumns.map(() => like(term));
  const digits = searchDigits(term);
  if (digits !== '') {
    parts.push('callers.digits LIKE ?');
    values.push(`%${digits}%`);
  }
  const labels = labelsNamed(term);
  if (labels.length > 0) {
    parts.push(`callers.label IN (${labels.map(() => '?').join(', ')})`);
    values.push(...labels);
  }
  return { sql: `(${parts.join(' OR ')})`, values };
}

/** The conditions that are about the caller, not about the call; there are far fewer callers than calls. */
function callerConditions(query: CallQueryInput, labelsNamed: LabelsNamed): Condition[] {
  return [
    ...(query.caller === undefined ? [] : [{ sql: 'callers.key = ?', values: [query.caller] }]),
    ...(query.label === undefined ? [] : [{ sql: 'callers.label = ?', values: [query.label] }]),
    ...terms(query.search ?? '').map(term => termCondition(term, labelsNamed)),
  ];
}

function cursorOf(row: Row): string {
  return `${number(row, 'started_at')}:${number(row, 'seq')}`;
}

function cursorCondition(cursor: string | undefined): Condition[] {
  const [startedAt, seq] = (cursor ?? '').split(':').map(Number);
  if (startedAt === undefined || seq === undefined || Number.isNaN(startedAt + seq)) return [];
  return [{ sql: '(calls.started_at, calls.seq) < (?, ?)', values: [startedAt, seq] }];
}

const and = (conditions: Condition[]) => conditions.map(condition => condition.sql).join(' AND ') || '1';

/** Fewer calls than this are fetched by caller and sorted; more are met soon enough on the way back in time. */
const sortedCalls = 20_000;

interface Plan {
  source: string;
  conditions: Condition[];
  /** Calls of all callers that fit, when the callers were looked up first. */
  calls: number | null;
}

/** Chooses the index. SQLite cannot know how many calls the callers found have; the callers' own counts tell. */
function planOf(database: Database, query: CallQueryInput, labelsNamed: LabelsNamed): Plan {
  const conditions: Condition[] = columnFilters.flatMap(({ field, sql }) => {
    const value = query[field];
    return value === undefined ? [] : [{ sql, values: [value] }];
  });
  const callers = callerConditions(query, labelsNamed);
  const chosen = [query.word, query.class, query.line].filter(value => value !== undefined).length;
  if (callers.length === 0) {
    const index =
      query.rule !== undefined
        ? 'calls_by_rule'
        : chosen === 1 && query.word !== undefined
          ? 'calls_by_word'
          : chosen === 1 && query.class !== undefined
            ? 'calls_by_class'
            : 'calls_by_time';
    return { source: `calls INDEXED BY ${index}`, conditions, calls: null };
  }
  const found = database.all(
    `SELECT id, count FROM callers WHERE ${and(callers)}`,
    ...callers.flatMap(condition => condition.values),
  );
  const calls = found.reduce((sum, row) => sum + number(row, 'count'), 0);
  const index = calls <= sortedCalls ? 'calls_by_caller' : 'calls_by_time';
  const ids = JSON.stringify(found.map(row => number(row, 'id')));
  return {
    source: `calls INDEXED BY ${index}`,
    conditions: [...conditions, { sql: 'calls.caller IN (SELECT value FROM json_each(?))', values: [ids] }],
    calls: conditions.length === 0 ? calls : null,
  };
}

function countCalls(database: Database, plan: Plan): number {
  if (plan.calls !== null) return plan.calls;
  const sql = `SELECT count(*) AS total FROM ${plan.source} WHERE ${and(plan.conditions)}`;
  const row = database.get(sql, ...plan.conditions.flatMap(condition => condition.values));
  return row ? number(row, 'total') : 0;
}

/** One page of the history, newest first. `knownTotal` spares the counting. */
export function pageOfCalls(
  database: Database,
  query: CallQueryInput,
  labelsNamed: LabelsNamed,
  knownTotal: number | undefined,
): CallPage {
  const limit = query.limit ?? 50;
  const plan = planOf(database, query, labelsNamed);
  const conditions = [...plan.conditions, ...cursorCondition(query.cursor)];
  const sql = `SELECT ${callColumns} FROM ${plan.source} CROSS JOIN callers ON callers.id = calls.caller
    WHERE ${and(conditions)} ORDER BY calls.started_at DESC, calls.seq DESC LIMIT ?`;
  const rows = database.all(sql, ...conditions.flatMap(condition => condition.values), limit + 1);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    calls: shown.map(callOf),
    next: rows.length > limit && last ? cursorOf(last) : null,
    total: knownTotal ?? countCalls(database, plan),
  };
}
