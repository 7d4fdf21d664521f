import { setImmediate } from 'node:timers/promises';
import type { z } from 'zod';
import type { ImportEntry } from '../../shared/history.ts';
import { RuleDraft } from '../../shared/rule.ts';
import type { Book } from './book.ts';
import { cellBack } from './csv-cells.ts';
import { csvRows } from './import/csv.ts';
import type { OwnCall, OwnListNumber, OwnTable } from './own-tables.ts';
import { ownFormat, ownTableNames, ownTables, ownVersion } from './own-tables.ts';

export interface OwnImport {
  /** Records brought in, by table; those that the book held already are not counted. */
  added: Record<OwnTable, number>;
  /** Records that could not be read. */
  broken: number;
}

/** Calls written at a time; the guard goes on in between. */
const writtenAtOnce = 200;

type Records = { [T in OwnTable]: z.infer<(typeof ownTables)[T]>[] };

/** Reads records of a table into their place; returns how many were broken. */
function take<T>(schema: z.ZodType<T>, into: T[], values: unknown): number {
  if (!Array.isArray(values)) return 0;
  let broken = 0;
  for (const value of values) {
    const record = schema.safeParse(value);
    if (record.success) into.push(record.data);
    else broken++;
  }
  return broken;
}

function takeAll(tables: Partial<Record<string, unknown>>): { records: Records; broken: number } {
  const records: Records = { rules: [], contacts: [], callers: [], lists: [], listNumbers: [], calls: [] };
  const broken =
    take(ownTables.rules, records.rules, tables['rules']) +
    take(ownTables.contacts, records.contacts, tables['contacts']) +
    take(ownTables.callers, records.callers, tables['callers']) +
    take(ownTables.lists, records.lists, tables['lists']) +
    take(ownTables.listNumbers, records.listNumbers, tables['listNumbers']) +
    take(ownTables.calls, records.calls, tables['calls']);
  return { records, broken };
}

/** A cell as what it was: JSON where it is that and the schema wants it, text otherwise. */
function recordOfCells(table: OwnTable, columns: string[], cells: string[]): unknown {
  const { shape } = ownTables[table];
  const schemas: Record<string, z.ZodType> = shape;
  return Object.fromEntries(
    columns.flatMap((column, index) => {
      const text = cellBack(cells[index] ?? '');
      const candidates: unknown[] = text === '' ? [null, undefined, ''] : [text];
      try {
        candidates.push(JSON.parse(text));
      } catch {
        // Plain text.
      }
      const fitting = candidates.find(candidate => schemas[column]?.safeParse(candidate).success);
      return fitting === undefined ? [] : [[column, fitting]];
    }),
  );
}

function entryOf({ number, prefix, name, group, note, category }: OwnListNumber): ImportEntry {
  return {
    number,
    prefix,
    name: name ?? '',
    group: group ?? '',
    note: note ?? '',
    category: category ?? null,
    action: null,
  };
}

async function writeCalls(book: Book, calls: OwnCall[]): Promise<number> {
  let added = 0;
  // Oldest first, so that callers are met in the order in which they called.
  const inOrder = calls.toReversed();
  for (let at = 0; at < inOrder.length; at += writtenAtOnce) {
    added += book.calls.bringIn(inOrder.slice(at, at + writtenAtOnce));
    await setImmediate();
  }
  return added;
}

function sameContact(
  a: { name: string; numbers: string[] },
  b: { name: string; numbers: string[] },
): boolean {
  return a.name === b.name && a.numbers.join() === b.numbers.join();
}

async function bringIn(book: Book, records: Records): Promise<Omit<OwnImport, 'broken'>> {
  const added = { rules: 0, contacts: 0, callers: 0, lists: 0, listNumbers: 0, calls: 0 };
  const listIds = new Map<number, number>();
  book.changes.together({ what: 'rule', key: 'everything-imported', values: {} }, () => {
    const ruleKey = (rule: Records['rules'][number]) => JSON.stringify(RuleDraft.parse(rule));
    const rules = new Set(book.rules.list().map(ruleKey));
    for (const rule of records.rules) {
      if (rules.has(ruleKey(rule))) continue;
      book.rules.bringBack(rule);
      added.rules++;
    }
    const contacts = book.contacts.list();
    for (const contact of records.contacts) {
      if (contacts.some(known => sameContact(known, contact))) continue;
      book.contacts.bringBack(contact);
      added.contacts++;
    }
    for (const { caller, number, ...marks } of records.callers) {
      const known = book.callers.get(caller);
      if (
        known &&
        known.label === marks.label &&
        known.note === marks.note &&
        known.ownName === marks.ownName
      )
        continue;
      book.callers.mark(caller, number, marks);
      added.callers++;
    }
    const lists = book.lists.list();
    for (const list of records.lists) {
      const known = lists.find(other => other.name === list.name);
      listIds.set(list.id, known?.id ?? book.lists.bringBack(list));
      if (!known) added.lists++;
    }
  });
  for (const [exported, id] of listIds) {
    const before = book.lists.get(id)?.count ?? 0;
    const numbers = records.listNumbers.filter(entry => entry.list === exported);
    if (numbers.length === 0) continue;
    const result = await book.lists.fill(id, numbers.map(entryOf), 'add');
    added.listNumbers += (result?.count ?? before) - before;
  }
  added.calls = await writeCalls(book, records.calls);
  return { added };
}

/** Brings an export back in; what the book holds already stays. Throws a RangeError for one of a newer Ringfence. */
export async function importOwnJson(book: Book, text: string): Promise<OwnImport> {
  const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
  if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== ownFormat)
    throw new TypeError('Not an export of Ringfence.');
  if (!('version' in value) || typeof value.version !== 'number' || value.version > ownVersion)
    throw new RangeError('Exported by a newer Ringfence.');
  const tables: Partial<Record<string, unknown>> = { ...value };
  const { records, broken } = takeAll(tables);
  return { ...(await bringIn(book, records)), broken };
}

/** Brings CSV files of an export back in, by table. */
export async function importOwnCsv(book: Book, files: Partial<Record<OwnTable, string>>): Promise<OwnImport> {
  const tables: Partial<Record<OwnTable, unknown[]>> = {};
  for (const table of ownTableNames) {
    const [heading, ...rows] = csvRows(files[table] ?? '', ',');
    if (heading) tables[table] = rows.map(row => recordOfCells(table, heading.cells, row.cells));
  }
  const { records, broken } = takeAll(tables);
  return { ...(await bringIn(book, records)), broken };
}
