import { dirname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { ImportEntry } from '../../shared/history.ts';
import type { Database, Value } from './database.ts';
import { digitsOf, prefixDigits } from './digits.ts';
import type { ListEntryState } from './list-state.ts';
import { packedDigits } from './packed-digits.ts';
import { gatherPacked } from './packed-numbers.ts';
import type { PackedNumbers } from './packed-numbers.ts';
import { number } from './rows.ts';
import { openTextStore } from './text-store.ts';
import type { TextStore } from './text-store.ts';

export interface FillOptions {
  /** Numbers done so far, of how many; null while they are still being read. */
  onProgress?: (done: number, of: number | null) => void;
  signal?: AbortSignal;
}

interface FillJob extends FillOptions {
  list: number;
  /** The edition whose numbers are kept; null: none. */
  from: number | null;
  country: string;
  now: () => number;
}

export interface FilledEdition {
  edition: number;
  count: number;
  duplicates: number;
  unreadable: number;
}

/** Read and written at a time: a ring that comes in between waits this long, some milliseconds. */
const readAtOnce = 500;
const writtenAtOnce = 1000;

/** Characters of each thing that is said of a number. */
const longestDetail = 500;

/** What an entry says besides its number, as JSON; null for nothing. */
function detailOf({ name, group, note, category }: ImportEntry): string | null {
  const detail: ListEntryState = {
    ...(name === '' ? {} : { name: name.slice(0, longestDetail) }),
    ...(group === '' ? {} : { group: group.slice(0, longestDetail) }),
    ...(note === '' ? {} : { note: note.slice(0, longestDetail) }),
    ...(category === null ? {} : { category }),
  };
  return Object.keys(detail).length === 0 ? null : JSON.stringify(detail);
}

interface Gathered {
  numbers: PackedNumbers;
  prefixes: Map<string, string | null>;
  given: number;
  unreadable: number;
}

async function gather(
  entries: Iterable<ImportEntry | null>,
  { numbers, details }: { numbers: PackedNumbers; details: TextStore },
  job: FillJob,
): Promise<Gathered | null> {
  const gathered: Gathered = {
    numbers,
    prefixes: new Map(),
    given: 0,
    unreadable: 0,
  };
  const { prefixes } = gathered;
  let seen = 0;
  for (const entry of entries) {
    if (++seen % readAtOnce === 0) {
      await setImmediate();
      if (job.signal?.aborted) return null;
      job.onProgress?.(gathered.given, null);
    }
    if (!entry) continue;
    gathered.given++;
    const digits = (entry.prefix ? prefixDigits : digitsOf)(entry.number, job.country);
    const detail = detailOf(entry);
    const packed = entry.prefix ? null : packedDigits(digits);
    if (digits === '') gathered.unreadable++;
    else if (packed === null) {
      const key = entry.prefix ? digits : `${digits}$`;
      prefixes.set(key, detail ?? prefixes.get(key) ?? null);
    } else numbers.add(packed, detail === null ? 0 : details.add(detail));
  }
  return gathered;
}

/**
 * Writes without waiting for the disk, which takes some milliseconds on a good one and much longer on a memory card. The
 * next writing of anything else waits for this as well, and until the list has its new edition nothing of it counts.
 */
function unhurried(database: Database, work: () => void): void {
  database.set('synchronous = NORMAL');
  try {
    database.transaction(work);
  } finally {
    database.set('synchronous = FULL');
  }
}

async function copyNumbers(database: Database, from: number, to: number, signal?: AbortSignal) {
  const next = `SELECT max(number) AS last FROM (
    SELECT number FROM list_numbers WHERE number > ? AND edition = ? ORDER BY number LIMIT ?)`;
  const copy = `INSERT INTO list_numbers (number, edition, detail)
    SELECT number, ?, detail FROM list_numbers WHERE number > ? AND number <= ? AND edition = ?`;
  let after = 0;
  while (!signal?.aborted) {
    const last = database.get(next, after, from, writtenAtOnce)?.['last'];
    if (typeof last !== 'number') break;
    unhurried(database, () => database.run(copy, to, after, last, from));
    after = last;
    await setImmediate();
  }
  const prefixes = `INSERT INTO list_prefixes (prefix, edition, detail)
    SELECT prefix, ?, detail FROM list_prefixes WHERE edition = ?`;
  database.run(prefixes, to, from);
}

/** Takes up to a number of items from what is left to be had. */
function take<T>(items: Iterator<T>, atMost: number): T[] {
  const taken: T[] = [];
  while (taken.length < atMost) {
    const next = items.next();
    if (next.done) break;
    taken.push(next.value);
  }
  return taken;
}

/** Adds what is not there yet; returns how many those were, null if it was stopped. */
async function write(
  database: Database,
  edition: number,
  gathered: Gathered,
  details: TextStore,
  job: FillJob,
): Promise<number | null> {
  const { numbers, prefixes } = gathered;
  const total = numbers.count() + prefixes.size;
  let added = 0;
  let done = 0;

  async function writeAll<T>(
    table: string,
    column: string,
    keys: Iterator<T>,
    detailOf: (key: T) => string | null,
    value: (key: T) => Value,
  ) {
    const insert = `INSERT OR IGNORE INTO ${table} (${column}, edition, detail) VALUES (?, ?, ?)`;
    const update = `UPDATE ${table} SET detail = ? WHERE ${column} = ? AND edition = ?`;
    for (;;) {
      if (job.signal?.aborted) return;
      const piece = take(keys, writtenAtOnce);
      if (piece.length === 0) return;
      unhurried(database, () => {
        for (const key of piece) {
          const detail = detailOf(key);
          const { changes } = database.run(insert, value(key), edition, detail);
          if (changes === 0 && detail !== null) database.run(update, detail, value(key), edition);
          added += changes;
        }
      });
      done += piece.length;
      job.onProgress?.(done, total);
      await setImmediate();
    }
  }

  // In order, so that each piece touches few pages of the table: that is what makes a million quick.
  await writeAll(
    'list_numbers',
    'number',
    numbers.sorted(),
    ({ mark }) => (mark === 0 ? null : details.at(mark)),
    ({ packed }) => packed,
  );
  await writeAll(
    'list_prefixes',
    'prefix',
    prefixes.keys(),
    key => prefixes.get(key) ?? null,
    key => key,
  );
  if (job.signal?.aborted) return null;
  job.onProgress?.(total, total);
  return added;
}

function countOf(database: Database, edition: number | null): number {
  const row = database.get('SELECT count FROM editions WHERE id = ?', edition);
  return row ? number(row, 'count') : 0;
}

/** Deletes an edition's numbers and the edition, in pieces. */
export async function dropEdition(database: Database, edition: number) {
  const next = `SELECT max(number) AS last FROM (
    SELECT number FROM list_numbers WHERE number > ? AND edition = ? ORDER BY number LIMIT ?)`;
  let after = 0;
  for (;;) {
    const last = database.get(next, after, edition, writtenAtOnce)?.['last'];
    if (typeof last !== 'number') break;
    unhurried(database, () =>
      database.run(
        'DELETE FROM list_numbers WHERE number > ? AND number <= ? AND edition = ?',
        after,
        last,
        edition,
      ),
    );
    after = last;
    await setImmediate();
  }
  database.run('DELETE FROM list_prefixes WHERE edition = ?', edition);
  database.run('DELETE FROM editions WHERE id = ?', edition);
}

/** No filling takes as long; an unfinished edition that is younger may be another program's work. */
const longestFillMs = 3_600_000;

/** Editions that no list uses and no change could bring back, and those that a crash left half filled. */
export function unusedEditions(database: Database, filling: ReadonlySet<number>, nowMs: number): number[] {
  const sql = `SELECT id FROM editions WHERE (complete = 1 OR created_at < ?) AND id NOT IN (SELECT edition FROM lists) AND id NOT IN (
    SELECT part.value FROM changes, json_tree(changes.edits) AS part
    WHERE changes.what = 'list' AND part.key = 'edition')`;
  return database
    .all(sql, nowMs - longestFillMs)
    .map(row => number(row, 'id'))
    .filter(id => !filling.has(id));
}

/** Editions being filled now, by any list of this program. */
export const filling = new Set<number>();

/** Writes entries as a new edition that no list uses yet; null if it was stopped, and then nothing is left of it. */
export async function fillEdition(
  database: Database,
  entries: Iterable<ImportEntry | null>,
  job: FillJob,
): Promise<FilledEdition | null> {
  const folder = dirname(database.file);
  const details = openTextStore(folder);
  const numbers = gatherPacked(folder);
  // Written in order, a piece needs few pages at hand.
  database.set('cache_size = -2000');
  try {
    const gathered = await gather(entries, { numbers, details }, job);
    return gathered && (await writeEdition(database, gathered, details, job));
  } finally {
    database.set('cache_size = -8000');
    numbers.close();
    details.close();
  }
}

async function writeEdition(
  database: Database,
  gathered: Gathered,
  details: TextStore,
  job: FillJob,
): Promise<FilledEdition | null> {
  const insert = 'INSERT INTO editions (list, created_at) VALUES (?, ?)';
  const edition = database.run(insert, job.list, job.now()).lastId;
  filling.add(edition);
  try {
    if (job.from !== null) await copyNumbers(database, job.from, edition, job.signal);
    const added = await write(database, edition, gathered, details, job);
    if (added === null) {
      await dropEdition(database, edition);
      return null;
    }
    const count = countOf(database, job.from) + added;
    database.run('UPDATE editions SET complete = 1, count = ? WHERE id = ?', count, edition);
    const { given, unreadable } = gathered;
    return { edition, count, duplicates: given - unreadable - added, unreadable };
  } finally {
    filling.delete(edition);
  }
}
