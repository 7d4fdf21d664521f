import { setImmediate } from 'node:timers/promises';
import type { z } from 'zod';
import type { ImportEntry } from '../../shared/history.ts';
import { RuleDraft } from '../../shared/rule.ts';
import type { Book } from './book.ts';
import type { FillOptions } from './fill-edition.ts';
import type { OwnFile } from './own-file.ts';
import type { OwnListNumber, OwnTable } from './own-tables.ts';
import { OwnCall, OwnListNumber as OwnListNumberSchema, ownTables } from './own-tables.ts';
import { openTextStore } from './text-store.ts';

export interface OwnImport {
  /** Records brought in, by table; those that the book held already are not counted. */
  added: Record<OwnTable, number>;
  /** Records that could not be read. */
  broken: number;
  changeId: number | null;
}

/** Read, or written, before the guard goes on. */
const readAtOnce = 500;
const editedAtOnce = 20;
const callsAtOnce = 50;

const noneAdded = (): Record<OwnTable, number> => ({
  rules: 0,
  contacts: 0,
  callers: 0,
  lists: 0,
  listNumbers: 0,
  calls: 0,
});

type Few = 'rules' | 'contacts' | 'callers' | 'lists';
type Records = { [T in Few]: z.infer<(typeof ownTables)[T]>[] };

/** How many records of each table an export holds. null: stopped. */
export async function countOwn(
  file: OwnFile,
  signal?: AbortSignal,
): Promise<Record<OwnTable, number> | null> {
  const counts = noneAdded();
  let seen = 0;
  for (const { table } of file.records()) {
    counts[table]++;
    if (++seen % readAtOnce === 0) await setImmediate();
    if (signal?.aborted) return null;
  }
  return counts;
}

interface Gathered {
  few: Records;
  /** The lists that numbers were exported of; the name only where a table of numbers stands alone. */
  listed: Map<string, Pick<OwnListNumber, 'list' | 'listName'>>;
  /** Each call's place, in the order of the file. */
  calls: number[];
  broken: number;
  seen: number;
}

/** Checks all records; calls are put aside, since they come newest first and are written oldest first. */
async function gather(
  file: OwnFile,
  putAside: (call: OwnCall) => number,
  { signal, onProgress }: FillOptions,
): Promise<Gathered | null> {
  const few: Records = { rules: [], contacts: [], callers: [], lists: [] };
  const gathered: Gathered = { few, listed: new Map(), calls: [], broken: 0, seen: 0 };
  const takers: Record<OwnTable, (record: unknown) => boolean> = {
    rules: record => taken(ownTables.rules, few.rules, record),
    contacts: record => taken(ownTables.contacts, few.contacts, record),
    callers: record => taken(ownTables.callers, few.callers, record),
    lists: record => taken(ownTables.lists, few.lists, record),
    listNumbers(record) {
      const entry = OwnListNumberSchema.safeParse(record);
      if (entry.success) gathered.listed.set(keyOfList(entry.data), entry.data);
      return entry.success;
    },
    calls(record) {
      const call = OwnCall.safeParse(record);
      if (call.success) gathered.calls.push(putAside(call.data));
      return call.success;
    },
  };
  for (const { table, record } of file.records()) {
    if (!takers[table](record)) gathered.broken++;
    if (++gathered.seen % readAtOnce !== 0) continue;
    await setImmediate();
    if (signal?.aborted) return null;
    onProgress?.(gathered.seen, null);
  }
  return gathered;
}

const keyOfList = ({ list, listName }: Pick<OwnListNumber, 'list' | 'listName'>) =>
  `${list} ${listName ?? ''}`;

function taken<T>(schema: z.ZodType<T>, into: T[], value: unknown): boolean {
  const record = schema.safeParse(value);
  if (record.success) into.push(record.data);
  return record.success;
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

/** The numbers of one list; null for every other record, so that going past them holds nothing up. */
function* numbersOf(file: OwnFile, list: string): Generator<ImportEntry | null> {
  for (const { table, record } of file.records()) {
    const entry = table === 'listNumbers' ? OwnListNumberSchema.safeParse(record) : null;
    yield entry?.success && keyOfList(entry.data) === list ? entryOf(entry.data) : null;
  }
}

/** Edits that bring the few back which are not there yet, in pieces. */
function* edits(
  book: Book,
  { rules, contacts, callers, lists }: Records,
  added: Record<OwnTable, number>,
  listIds: Map<number, number>,
): Generator<() => void> {
  const ruleKey = (rule: Records['rules'][number]) => JSON.stringify(RuleDraft.parse(rule));
  const contactKey = (one: { name: string; numbers: string[] }) => JSON.stringify([one.name, one.numbers]);
  const known = {
    rules: new Set(book.rules.list().map(ruleKey)),
    contacts: new Set(book.contacts.list().map(contactKey)),
    lists: new Map(book.lists.list().map(list => [list.name, list.id])),
  };
  const work: (() => void)[] = [
    ...rules
      .filter(rule => !known.rules.has(ruleKey(rule)))
      .map(rule => () => {
        book.rules.bringBack(rule);
        added.rules++;
      }),
    ...contacts
      .filter(contact => !known.contacts.has(contactKey(contact)))
      .map(contact => () => {
        book.contacts.bringBack(contact);
        added.contacts++;
      }),
    ...callers.map(({ caller, number, ...marks }) => () => {
      const before = book.callers.get(caller);
      const { label, note, ownName } = marks;
      if (before?.label === label && before.note === note && before.ownName === ownName) return;
      book.callers.mark(caller, number, marks);
      added.callers++;
    }),
    ...lists.map(list => () => {
      const id = known.lists.get(list.name);
      listIds.set(list.id, id ?? book.lists.bringBack(list));
      if (id === undefined) added.lists++;
    }),
  ];
  for (let at = 0; at < work.length; at += editedAtOnce)
    yield () => work.slice(at, at + editedAtOnce).forEach(edit => edit());
}

/**
 * Brings an export back in; what the book holds already stays. A table of list numbers alone goes to the lists that it
 * names. null: stopped; lists and calls that were in by then stay, and bringing it in again goes on from there.
 */
export async function importOwn(
  book: Book,
  file: OwnFile,
  folder: string,
  options: FillOptions = {},
): Promise<OwnImport | null> {
  const calls = openTextStore(folder);
  try {
    const gathered = await gather(file, call => calls.add(JSON.stringify(call)), options);
    if (!gathered) return null;
    const added = noneAdded();
    const listIds = new Map<number, number>();
    const changeId = await book.changes.togetherInPieces(
      { what: 'rule', key: 'everything-imported', values: {} },
      edits(book, gathered.few, added, listIds),
      options.signal,
    );
    if (changeId === 'stopped') return null;
    for (const [key, { list, listName }] of gathered.listed) {
      const named = book.lists.list().find(other => other.name === listName);
      const into = book.lists.get(listIds.get(list) ?? named?.id ?? list);
      if (!into) continue;
      const result = await book.lists.fill(into.id, numbersOf(file, key), 'back', options);
      if (!result) return null;
      added.listNumbers += result.count - into.count;
    }
    added.calls = await writeCalls(book, gathered.calls, place => calls.at(place), options);
    return options.signal?.aborted ? null : { added, broken: gathered.broken, changeId };
  } finally {
    calls.close();
  }
}

/** Oldest first, so that callers are met in the order in which they called. */
async function writeCalls(
  book: Book,
  places: readonly number[],
  textAt: (place: number) => string,
  { signal, onProgress }: FillOptions,
): Promise<number> {
  let added = 0;
  for (let left = places.length; left > 0 && !signal?.aborted; left -= callsAtOnce) {
    const some = places.slice(Math.max(0, left - callsAtOnce), left).reverse();
    added += book.calls.bringIn(some.map(place => OwnCall.parse(JSON.parse(textAt(place)))));
    onProgress?.(places.length - left + some.length, places.length);
    await setImmediate();
  }
  return added;
}
