import type { SQLInputValue } from 'node:sqlite';
import type { Row } from './rows.ts';
import { text } from './rows.ts';

/** The little that salvaging needs of a database. */
export interface Readable {
  iterate(sql: string): Iterable<Row>;
}
export interface Writable extends Readable {
  run(sql: string, ...values: SQLInputValue[]): unknown;
  transaction<T>(work: () => T): T;
}

function isValue(value: unknown): value is SQLInputValue {
  return (
    value === null || typeof value === 'string' || typeof value === 'number' || value instanceof Uint8Array
  );
}

/** Runs to the first unreadable row and stops there without a word. */
function* readable(rows: () => Iterable<Row>): Generator<Row> {
  try {
    yield* rows();
  } catch {
    // The rest of this way through the table is lost; the other way may know more.
  }
}

function names(database: Readable, sql: string): string[] {
  return [...readable(() => database.iterate(sql))].map(row => text(row, 'name'));
}

const tablesSql = `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid`;
const columnsSql = (table: string) => `SELECT name FROM pragma_table_info('${table}') ORDER BY cid`;

function salvageTable(from: Readable, into: Writable, table: string): number {
  const known = new Set(names(into, columnsSql(table)));
  const columns = names(from, columnsSql(table)).filter(column => known.has(column));
  if (columns.length === 0) return 0;
  const list = columns.map(column => `"${column}"`).join(', ');
  const marks = columns.map(() => '?').join(', ');
  const insert = `INSERT OR IGNORE INTO "${table}" (${list}) VALUES (${marks})`;
  // Forwards to the damage, then backwards to it. Unary plus keeps SQLite from reading an index instead of the table.
  const key = `"${columns[0] ?? 'rowid'}"`;
  let saved = 0;
  for (const way of ['ASC', 'DESC']) {
    for (const row of readable(() => from.iterate(`SELECT ${list} FROM "${table}" ORDER BY ${key} ${way}`))) {
      const values = columns.map(column => row[column]).filter(isValue);
      if (values.length !== columns.length) continue;
      try {
        into.run(insert, ...values);
        saved++;
      } catch {
        // One row that does not fit the table must not cost the others.
      }
    }
  }
  return saved;
}

/** Copies every row that can still be read; returns whether there was any. */
export function salvage(from: Readable, into: Writable): boolean {
  const tables = names(into, tablesSql);
  const found = new Set(names(from, tablesSql));
  return into.transaction(() => {
    let saved = 0;
    for (const table of tables) if (found.has(table)) saved += salvageTable(from, into, table);
    return saved > 0;
  });
}

const lostNumber = `json_object(
  'raw', coalesce(json_extract(caller_id, '$.number'), ''), 'class', class,
  'digits', coalesce(json_extract(caller_id, '$.number'), ''),
  'display', coalesce(json_extract(caller_id, '$.number'), ''), 'valid', json('false'))`;

/** Makes salvaged tables agree with each other again; run with foreign keys off, after `salvage`. */
export const mend: readonly string[] = [
  ...[`coalesce(json_extract(caller_id, '$.number'), 'lost:' || caller)`, `'lost:' || caller`].map(
    key => `INSERT OR IGNORE INTO callers (id, key, digits, number)
      SELECT caller, ${key}, coalesce(json_extract(caller_id, '$.number'), ''), coalesce(number, ${lostNumber})
      FROM calls WHERE caller NOT IN (SELECT id FROM callers) GROUP BY caller`,
  ),
  `UPDATE callers SET
    count = (SELECT count(*) FROM calls WHERE caller = callers.id),
    first_at = (SELECT min(started_at) FROM calls WHERE caller = callers.id),
    last_at = (SELECT max(started_at) FROM calls WHERE caller = callers.id)`,
  `DELETE FROM contact_numbers WHERE contact NOT IN (SELECT id FROM contacts)`,
];
