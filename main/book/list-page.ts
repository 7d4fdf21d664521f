import { setImmediate } from 'node:timers/promises';
import type { Database, Value } from './database.ts';
import { prefixDigits } from './digits.ts';
import { ListEntryState } from './list-state.ts';
import type { ListEntry } from './lists.ts';
import { unpackedDigits } from './packed-digits.ts';
import type { Row } from './rows.ts';
import { number, parsedOrNull, text } from './rows.ts';
import { entryPlace } from './states.ts';

export interface ListPageQuery {
  /** The beginning of a number in any writing, or part of a name or note; '' for all. */
  search: string;
  limit: number;
  after?: Pick<ListEntry, 'digits' | 'prefix'>;
}

export interface ListPage {
  entries: ListEntry[];
  more: boolean;
  /** All that match, of every page. */
  total: number;
}

/** Rows of all lists looked through at a time; the guard goes on in between. */
const atOnce = 10_000;

const detailOf = (row: Row) => parsedOrNull(ListEntryState, row, 'detail') ?? {};

/** The two tables of numbers, in the order in which they are shown. */
const tables = [
  {
    table: 'list_numbers',
    column: 'number',
    first: 0,
    /** Behind the digit that keeps leading zeros and the plus; see packed-digits.ts. */
    digits: `iif(substr(number, 1, 1) = '2', '+', '') || substr(number, 2)`,
    entry: (row: Row): ListEntry => ({
      ...detailOf(row),
      digits: unpackedDigits(number(row, 'number')),
      prefix: false,
    }),
  },
  {
    table: 'list_prefixes',
    column: 'prefix',
    first: '',
    digits: 'prefix',
    entry: (row: Row): ListEntry => {
      const found = text(row, 'prefix');
      return { ...detailOf(row), digits: found.replace('$', ''), prefix: !found.endsWith('$') };
    },
  },
] as const;
type Table = (typeof tables)[number];

interface Wanted {
  digits: string;
  words: string;
}

function wantedOf(search: string, country: string): Wanted | null {
  const words = search.trim().toLowerCase();
  if (words === '') return null;
  return { words, digits: /\d/.test(words) ? prefixDigits(words.replace(/\*$/, ''), country) : '' };
}

/** Does it match in what is said of it, and not only in how that is written down? */
function matches({ digits, words }: Wanted, entry: ListEntry): boolean {
  if (digits !== '' && entry.digits.startsWith(digits)) return true;
  return [entry.name, entry.note, entry.group].some(part => part?.toLowerCase().includes(words));
}

const likely = (part: string) => `%${part.replace(/[\\%_"]/g, '_')}%`;

/** The entries of an edition behind a key, window by window of all lists' rows. */
function* windows(
  database: Database,
  { table, column, digits, entry }: Table,
  { edition, from, wanted }: { edition: number; from: Value; wanted: Wanted | null },
): Generator<ListEntry[]> {
  const endSql = `SELECT max(${column}) AS last FROM (
    SELECT ${column} FROM ${table} WHERE ${column} > ? ORDER BY ${column} LIMIT ${atOnce})`;
  const rowsSql = `SELECT ${column}, detail FROM ${table} WHERE edition = ? AND ${column} > ? AND ${column} <= ?`;
  const searchSql = `${rowsSql} AND (detail LIKE ? OR (? <> '' AND ${digits} LIKE ?)) ORDER BY ${column}`;
  for (let after = from; ;) {
    const last = database.get(endSql, after)?.['last'];
    if (typeof last !== 'number' && typeof last !== 'string') return;
    yield wanted
      ? database
          .all(searchSql, edition, after, last, likely(wanted.words), wanted.digits, `${wanted.digits}%`)
          .map(entry)
          .filter(found => matches(wanted, found))
      : database.all(`${rowsSql} ORDER BY ${column}`, edition, after, last).map(entry);
    after = last;
  }
}

/** A window of a list's numbers, looked for without holding the guard up. */
export async function pageOfList(
  database: Database,
  list: { edition: number; count: number },
  { search, limit, after }: ListPageQuery,
  country: string,
): Promise<ListPage> {
  const wanted = wantedOf(search, country);
  const place = after && entryPlace(after);
  const found: ListEntry[] = [];
  let total = 0;
  let seen = place === undefined;
  for (const table of tables) {
    const here = place?.table === table.table;
    // All that match are counted; all of a list are known.
    const from = here && !wanted ? place.key : table.first;
    if (!wanted && !seen && !here) continue;
    if (here && !wanted) seen = true;
    for (const entries of windows(database, table, { edition: list.edition, from, wanted })) {
      for (const entry of entries) {
        total++;
        if (seen && found.length <= limit) found.push(entry);
        if (after && entry.digits === after.digits && entry.prefix === after.prefix) seen = true;
      }
      if (!wanted && found.length > limit) break;
      await setImmediate();
    }
    if (!wanted && found.length > limit) break;
  }
  return {
    entries: found.slice(0, limit),
    more: found.length > limit,
    total: wanted ? total : list.count,
  };
}
