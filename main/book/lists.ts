import type { Action } from '../../shared/call.ts';
import { NumberList } from '../../shared/history.ts';
import type { ImportEntry, NumberListDraft } from '../../shared/history.ts';
import type { ChangeLog } from './changes.ts';
import type { Database } from './database.ts';
import { comparedForms, digitsOf, prefixDigits } from './digits.ts';
import { dropEdition, fillEdition, filling, unusedEditions } from './fill-edition.ts';
import type { FillOptions } from './fill-edition.ts';
import { ListEntryState, ListState } from './list-state.ts';
import { packedDigits, unpackedDigits } from './packed-digits.ts';
import { pageOfList } from './list-page.ts';
import type { ListPage, ListPageQuery } from './list-page.ts';
import type { Row } from './rows.ts';
import { number, parsedOrNull, text } from './rows.ts';
import type { States } from './states.ts';
import { entryPlace, listStateOf, nextId } from './states.ts';

/** A list that holds a number, as the guard meets it on the way of a call. */
export interface ListFound {
  id: string;
  name: string;
  action: Action;
  category: string | null;
}

/** A number of a list as it is shown and exported. */
export interface ListEntry extends ListEntryState {
  digits: string;
  prefix: boolean;
}

export interface FillResult {
  list: number;
  /** Numbers that the list holds afterwards. */
  count: number;
  /** Of those given, how many it held already or were given twice. */
  duplicates: number;
  /** Those whose number could not be read. */
  unreadable: number;
  changeId: number | null;
}

export interface Lists {
  list(): NumberList[];
  get(id: number): NumberList | null;
  /** Enabled lists that hold the number, exactly or by a prefix. An index look-up, on the way of every call. */
  find(digits: string): ListFound[];
  add(draft: NumberListDraft): { list: NumberList; changeId: number };
  /** A list of an export without its numbers, under its own id if that is free; returns the id. */
  bringBack(list: NumberList): number;
  change(id: number, draft: NumberListDraft): { list: NumberList; changeId: number } | null;
  remove(id: number): { changeId: number } | null;
  /** Plain numbers first, then prefixes; `after` is the last entry of the page before. */
  entries(id: number, limit: number, after?: Pick<ListEntry, 'digits' | 'prefix'>): ListEntry[];
  /** Looked for without holding the guard up. null: no such list. */
  page(id: number, query: ListPageQuery): Promise<ListPage | null>;
  /** Adds one number, or overwrites what the list says of it. null: no such list, or no number. */
  addEntry(id: number, entry: Omit<ListEntry, 'digits'> & { number: string }): { changeId: number } | null;
  removeEntry(id: number, digits: string, prefix: boolean): { changeId: number } | null;
  /** How many of the numbers the list holds already. */
  countKnown(id: number, entries: Iterable<ImportEntry>): number;
  /**
   * Brings in many numbers, in pieces, between which the guard goes on; null among them stands for nothing. Until the
   * last piece the list is as it was, or a new one is not there; stopped, or failed, it stays so. 'add' keeps its
   * numbers, 'back' the same and when it was last filled, 'replace' is an owner's change too, 'refresh' is a
   * subscription's own doing and not recorded.
   */
  fill(
    list: number | NumberListDraft,
    entries: Iterable<ImportEntry | null>,
    how: 'add' | 'back' | 'replace' | 'refresh',
    options?: FillOptions,
  ): Promise<FillResult | null>;
  /** A subscription could not be refreshed: the last good numbers stay. */
  refreshFailed(id: number, problem: string): void;
}

/** Prefixes are given as their digits; all beginnings of a number are looked up at once. */
const longestPrefix = 15;

function beginningsOf(digits: string): string[] {
  return Array.from({ length: Math.min(digits.length, longestPrefix) }, (_, index) =>
    digits.slice(0, index + 1),
  );
}

interface ListsParts {
  database: Database;
  states: States;
  log: ChangeLog;
  now: () => number;
  country: () => string;
}

export function openLists({ database, states, log, now, country }: ListsParts): Lists {
  const listSql = `SELECT lists.*, editions.count FROM lists JOIN editions ON editions.id = lists.edition`;
  const byNumber = `SELECT edition, detail FROM list_numbers WHERE number = ?`;
  const byPrefix = `SELECT edition, detail FROM list_prefixes WHERE prefix IN (SELECT value FROM json_each(?))`;
  const anyPrefix = 'SELECT 1 FROM list_prefixes LIMIT 1';
  const numbersSql = 'SELECT * FROM list_numbers WHERE edition = ? AND number > ? ORDER BY number LIMIT ?';
  const prefixesSql = 'SELECT * FROM list_prefixes WHERE edition = ? AND prefix > ? ORDER BY prefix LIMIT ?';
  const detailOf = (row: Row) => parsedOrNull(ListEntryState, row, 'detail') ?? {};
  const byEdition = 'SELECT * FROM lists WHERE edition = ?';

  function listOf(row: Row): NumberList {
    return NumberList.parse({ ...listStateOf(row), id: number(row, 'id'), count: number(row, 'count') });
  }

  function get(id: number): NumberList | null {
    const row = database.get(`${listSql} WHERE lists.id = ?`, id);
    return row ? listOf(row) : null;
  }

  async function tidy() {
    for (const edition of unusedEditions(database, filling, now())) await dropEdition(database, edition);
  }

  function edit(key: string, id: number, before: ListState | null, after: ListState | null): number {
    return log.edit({
      what: 'list',
      key,
      values: { name: (after ?? before)?.name ?? '' },
      edits: [{ what: 'list', target: id, before, after }],
    });
  }

  function editEntry(
    key: string,
    id: number,
    place: { digits: string; prefix: boolean },
    after: ListEntryState | null,
  ): { changeId: number } | null {
    const list = states.list.read(id);
    if (!list || place.digits === '') return null;
    const target = { ...place, edition: list.edition };
    const before = states.listEntry.read(target);
    if (!before && !after) return null;
    const values = { name: list.name, number: place.digits };
    return {
      changeId: log.edit({
        what: 'list',
        key,
        values,
        edits: [{ what: 'list-entry', target, before, after }],
      }),
    };
  }

  return {
    list: () => database.all(`${listSql} ORDER BY lists.id`).map(listOf),
    get,

    find(digits) {
      if (digits === '') return [];
      const forms = comparedForms(digits);
      const rows = forms.flatMap(form => {
        const packed = packedDigits(form);
        return packed === null ? [] : database.all(byNumber, packed);
      });
      if (database.get(anyPrefix)) {
        const keys = forms.flatMap(form => [...beginningsOf(form), `${form}$`]);
        rows.push(...database.all(byPrefix, JSON.stringify(keys)));
      }
      const found = new Map<string, ListFound>();
      for (const row of rows) {
        const list = database.get(byEdition, number(row, 'edition'));
        if (!list) continue;
        const state = listStateOf(list);
        const id = String(number(list, 'id'));
        if (!state.enabled || found.has(id)) continue;
        const category = detailOf(row).category ?? state.category;
        found.set(id, { id, name: state.name, action: state.action, category });
      }
      return [...found.values()];
    },

    add: draft =>
      database.transaction(() => {
        const id = nextId(database, 'lists');
        const edition = database.run(
          'INSERT INTO editions (list, created_at, complete) VALUES (?, ?, 1)',
          id,
          now(),
        ).lastId;
        const after = { ...draft, createdAt: now(), refreshedAt: null, problem: null, edition };
        const changeId = edit('list-added', id, null, after);
        return {
          list: { ...draft, id, createdAt: after.createdAt, refreshedAt: null, problem: null, count: 0 },
          changeId,
        };
      }),

    bringBack: exported =>
      database.transaction(() => {
        const id = states.list.read(exported.id) ? nextId(database, 'lists') : exported.id;
        const insert = 'INSERT INTO editions (list, created_at, complete) VALUES (?, ?, 1)';
        const edition = database.run(insert, id, now()).lastId;
        edit('list-added', id, null, ListState.parse({ ...exported, edition }));
        return id;
      }),

    change: (id, draft) =>
      database.transaction(() => {
        const before = states.list.read(id);
        if (!before) return null;
        const changeId = edit('list-changed', id, before, { ...before, ...draft });
        const list = get(id);
        return list ? { list, changeId } : null;
      }),

    remove: id =>
      database.transaction(() => {
        const before = states.list.read(id);
        return before ? { changeId: edit('list-removed', id, before, null) } : null;
      }),

    entries(id, limit, after) {
      const edition = states.list.read(id)?.edition;
      if (edition === undefined) return [];
      const { table, key } = after ? entryPlace(after) : { table: 'list_numbers', key: 0 };
      const numbers =
        table === 'list_numbers'
          ? database.all(numbersSql, edition, key, limit).map(row => ({
              ...detailOf(row),
              digits: unpackedDigits(number(row, 'number')),
              prefix: false,
            }))
          : [];
      const from = table === 'list_numbers' ? '' : key;
      const prefixes = database.all(prefixesSql, edition, from, limit - numbers.length).map(row => {
        const found = text(row, 'prefix');
        return { ...detailOf(row), digits: found.replace('$', ''), prefix: !found.endsWith('$') };
      });
      return [...numbers, ...prefixes];
    },

    async page(id, query) {
      const list = get(id);
      const edition = states.list.read(id)?.edition;
      return list && edition !== undefined
        ? pageOfList(database, { edition, count: list.count }, query, country())
        : null;
    },

    addEntry: (id, { number: written, prefix, ...detail }) =>
      database.transaction(() => {
        const digits = (prefix ? prefixDigits : digitsOf)(written, country());
        return editEntry('list-number-added', id, { digits, prefix }, detail);
      }),

    removeEntry: (id, digits, prefix) =>
      database.transaction(() => editEntry('list-number-removed', id, { digits, prefix }, null)),

    countKnown(id, entries) {
      const edition = states.list.read(id)?.edition;
      if (edition === undefined) return 0;
      let known = 0;
      for (const entry of entries) {
        const digits = (entry.prefix ? prefixDigits : digitsOf)(entry.number, country());
        if (digits !== '' && states.listEntry.read({ edition, digits, prefix: entry.prefix })) known++;
      }
      return known;
    },

    async fill(list, entries, how, options = {}) {
      const before = typeof list === 'number' ? states.list.read(list) : null;
      if (typeof list === 'number' && !before) return null;
      const filled = await fillEdition(database, entries, {
        ...options,
        list: typeof list === 'number' ? list : nextId(database, 'lists'),
        from: how === 'add' || how === 'back' ? (before?.edition ?? null) : null,
        country: country(),
        now,
      });
      if (!filled) return null;
      const { edition, ...result } = filled;
      const done = database.transaction(() => {
        if (typeof list !== 'number') {
          const id = nextId(database, 'lists');
          const added = { ...list, createdAt: now(), refreshedAt: now(), problem: null, edition };
          return { ...result, list: id, changeId: edit('list-added', id, null, added) };
        }
        const current = states.list.read(list);
        if (!current) return null;
        const filledNow = how === 'back' ? {} : { refreshedAt: now(), problem: null };
        const after = { ...current, edition, ...filledNow };
        if (how === 'refresh') states.list.write(list, after);
        const changeId = how === 'refresh' ? null : edit('list-imported', list, current, after);
        return { ...result, list, changeId };
      });
      await tidy();
      return done;
    },

    refreshFailed(id, problem) {
      const state = states.list.read(id);
      if (state) states.list.write(id, { ...state, problem });
    },
  };
}
