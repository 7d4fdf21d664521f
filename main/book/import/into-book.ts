import { setImmediate } from 'node:timers/promises';
import type { Action } from '../../../shared/call.ts';
import type { Contact, ImportEntry } from '../../../shared/history.ts';
import { ContactDraft } from '../../../shared/history.ts';
import { RuleDraft } from '../../../shared/rule.ts';
import type { ChangeLog } from '../changes.ts';
import type { Contacts } from '../contacts.ts';
import { digitsOf, prefixDigits } from '../digits.ts';
import type { FillOptions } from '../fill-edition.ts';
import type { Rules } from '../rules.ts';

/** What an import did; one change, undone at once. */
export interface Imported {
  added: number;
  /** Numbers that were there already. */
  duplicates: number;
  /** Entries that have no place there. */
  skipped: number;
  changeId: number | null;
}

/** Contacts or rules that may come in at once; more numbers are for a list. */
export const mostAtOnce = 20_000;
/** Numbers that one contact may have. */
const mostNumbers = 50;
const readAtOnce = 500;
const writtenAtOnce = 20;

type Ended = 'stopped' | 'too-many';

/** Goes through entries in pieces, between which the guard goes on; null stands for one that was not understood. */
async function goThrough(
  entries: Iterable<ImportEntry | null>,
  take: (entry: ImportEntry) => number,
  { signal, onProgress }: FillOptions,
): Promise<Ended | null> {
  let seen = 0;
  for (const entry of entries) {
    if (entry && take(entry) > mostAtOnce) return 'too-many';
    if (++seen % readAtOnce !== 0) continue;
    await setImmediate();
    if (signal?.aborted) return 'stopped';
    onProgress?.(seen, null);
  }
  return signal?.aborted ? 'stopped' : null;
}

/** Pieces of work for `togetherInPieces`. */
function* inPieces<T>(
  all: readonly T[],
  write: (one: T) => void,
  onProgress: FillOptions['onProgress'],
): Generator<() => void> {
  for (let at = 0; at < all.length; at += writtenAtOnce) {
    yield () => all.slice(at, at + writtenAtOnce).forEach(write);
    onProgress?.(Math.min(all.length, at + writtenAtOnce), all.length);
  }
}

interface Person {
  entry: ImportEntry;
  numbers: string[];
}

/** An entry as the book takes it: no longer than its fields may be. */
function contactOf({ entry, numbers }: Person): ContactDraft {
  const { name, number, group, note } = entry;
  return ContactDraft.parse({
    name: (name || number).slice(0, 200),
    numbers: numbers.map(written => written.slice(0, 64)),
    group: group.slice(0, 64),
    note: note.slice(0, 2000),
  });
}

/**
 * Adds contacts: entries of one name and group become one, with those that the book has of that name and group; numbers
 * that some contact has already are left out.
 */
export async function importContacts(
  { contacts, log, country }: { contacts: Contacts; log: ChangeLog; country: string },
  entries: Iterable<ImportEntry | null>,
  options: FillOptions = {},
): Promise<Imported | Ended> {
  const people = new Map<string, Person>();
  const taken = new Set<string>();
  const result: Imported = { added: 0, duplicates: 0, skipped: 0, changeId: null };
  const keyOf = (name: string, group: string) => `${name}\n${group}`;
  const ended = await goThrough(
    entries,
    entry => {
      const digits = entry.prefix ? '' : digitsOf(entry.number, country);
      if (digits === '') result.skipped++;
      else if (taken.has(digits) || contacts.find(digits)) result.duplicates++;
      else {
        taken.add(digits);
        const key = entry.name === '' ? digits : keyOf(entry.name, entry.group);
        const person = people.get(key);
        if (person && person.numbers.length < mostNumbers) person.numbers.push(entry.number);
        else people.set(person ? `${key}\n${digits}` : key, { entry, numbers: [entry.number] });
      }
      return people.size;
    },
    options,
  );
  if (ended) return ended;
  const known = new Map<string, Contact>(contacts.list().map(one => [keyOf(one.name, one.group), one]));
  const write = (person: Person) => {
    const draft = contactOf(person);
    const same = known.get(keyOf(draft.name, draft.group));
    if (same && same.numbers.length + draft.numbers.length <= mostNumbers) {
      const { name, group, note } = same;
      contacts.change(same.id, { name, group, note, numbers: [...same.numbers, ...draft.numbers] });
    } else contacts.add(draft);
    result.added++;
  };
  const done = await log.togetherInPieces(
    { what: 'contact', key: 'contacts-imported', values: { count: people.size } },
    inPieces([...people.values()], write, options.onProgress),
    options.signal,
  );
  return done === 'stopped' ? done : { ...result, changeId: done };
}

/** Adds a rule for each entry; what there is a rule for already is left out. `action` where an entry says none. */
export async function importRules(
  { rules, log, country }: { rules: Rules; log: ChangeLog; country: string },
  entries: Iterable<ImportEntry | null>,
  action: Action,
  options: FillOptions = {},
): Promise<Imported | Ended> {
  const keyOf = (kind: string, value: string) =>
    `${kind}:${kind === 'number' ? digitsOf(value, country) : value}`;
  const known = new Set(rules.list().map(rule => keyOf(rule.who.kind, rule.who.value)));
  const drafts: RuleDraft[] = [];
  const result: Imported = { added: 0, duplicates: 0, skipped: 0, changeId: null };
  const ended = await goThrough(
    entries,
    entry => {
      const kind = entry.prefix ? 'prefix' : 'number';
      const value = entry.prefix ? prefixDigits(entry.number, country) : entry.number;
      const note = [entry.name, entry.note].filter(text => text !== '').join(' · ');
      const draft = RuleDraft.safeParse({
        who: { kind, value },
        action: entry.action ?? action,
        note: note.slice(0, 500),
      });
      if (!draft.success) result.skipped++;
      else if (known.has(keyOf(kind, value))) result.duplicates++;
      else {
        known.add(keyOf(kind, value));
        drafts.push(draft.data);
      }
      return drafts.length;
    },
    options,
  );
  if (ended) return ended;
  const done = await log.togetherInPieces(
    { what: 'rule', key: 'rules-imported', values: {} },
    inPieces(drafts, draft => void rules.add(draft), options.onProgress),
    options.signal,
  );
  return done === 'stopped' ? done : { ...result, added: drafts.length, changeId: done };
}
