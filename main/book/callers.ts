import { callerKey, PhoneNumber } from '../../shared/number.ts';
import type { CallerChange } from '../../shared/history.ts';
import type { ChangeLog } from './changes.ts';
import type { Database } from './database.ts';
import type { Row } from './rows.ts';
import { comparedNumber } from './digits.ts';
import { number, numberOrNull, parsed, text, textOrNull } from './rows.ts';

/** What the book knows of one caller, apart from its calls. */
export interface Caller {
  caller: string;
  number: PhoneNumber;
  knownAs: string | null;
  ownName: string | null;
  label: string | null;
  note: string;
  firstAt: number | null;
  lastAt: number | null;
  count: number;
}

/** The part that the owner writes; what the change log keeps. */
export interface CallerMarks {
  label: string | null;
  note: string;
  ownName: string | null;
}

/** The owner's name for a caller: the contact's, else the name given to the number. `callers` must be in the query. */
export const knownAsSql = `coalesce(
  (SELECT contacts.name FROM contact_numbers JOIN contacts ON contacts.id = contact_numbers.contact
   WHERE contact_numbers.digits = callers.compared AND callers.compared <> '' ORDER BY contacts.id LIMIT 1),
  callers.own_name)`;

const callerSql = `SELECT callers.*, ${knownAsSql} AS known_as FROM callers`;

function callerOf(row: Row): Caller {
  return {
    caller: text(row, 'key'),
    number: parsed(PhoneNumber, row, 'number'),
    knownAs: textOrNull(row, 'known_as'),
    ownName: textOrNull(row, 'own_name'),
    label: textOrNull(row, 'label'),
    note: text(row, 'note'),
    firstAt: numberOrNull(row, 'first_at'),
    lastAt: numberOrNull(row, 'last_at'),
    count: number(row, 'count'),
  };
}

/** Longest run of names kept for searching, characters. */
const wordsKept = 500;

/** What a search may find a caller by besides its digits: names it sent, region, carrier. One per line, lower case. */
function wordsWith(before: string, candidates: (string | null | undefined)[]): string {
  const words = new Set(before.split('\n').filter(word => word !== ''));
  for (const candidate of candidates) if (candidate) words.add(candidate.toLowerCase());
  return [...words].join('\n').slice(0, wordsKept);
}

/** Finds the caller's row or makes it; returns its id. For use within the transaction that writes the call. */
export function seenCaller(database: Database, key: string, phone: PhoneNumber, name: string | null): number {
  const row = database.get('SELECT id, words FROM callers WHERE key = ?', key);
  if (!row) {
    const words = wordsWith('', [name, phone.region, phone.carrier]);
    const insert = 'INSERT INTO callers (key, digits, compared, number, words) VALUES (?, ?, ?, ?, ?)';
    return database.run(insert, key, phone.digits, comparedNumber(phone), JSON.stringify(phone), words)
      .lastId;
  }
  const id = number(row, 'id');
  const words = wordsWith(text(row, 'words'), [name]);
  if (words !== row['words']) database.run('UPDATE callers SET words = ? WHERE id = ?', words, id);
  return id;
}

export function marksOf(database: Database, key: string): CallerMarks | null {
  const row = database.get('SELECT label, note, own_name FROM callers WHERE key = ?', key);
  if (!row) return null;
  return { label: textOrNull(row, 'label'), note: text(row, 'note'), ownName: textOrNull(row, 'own_name') };
}

const emptyMarks: CallerMarks = { label: null, note: '', ownName: null };

function changeKey(change: CallerChange): string {
  if (change.label !== undefined) return change.label === null ? 'caller-unlabelled' : 'caller-labelled';
  return change.note !== undefined ? 'caller-noted' : 'caller-named';
}

export interface Callers {
  get(caller: string): Caller | null;
  /** Only the owner's label: asked on the way from caller ID to verdict. */
  labelOf(caller: string): string | null;
  /** Callers that the owner gave a label, with it. */
  labelled(): { digits: string; caller: string; label: string }[];
  /** Callers of whom the owner said something. */
  marked(): Caller[];
  /** Sets all that the owner says of a caller, making it if need be; for bringing an export back in. */
  mark(caller: string, phone: PhoneNumber, marks: CallerMarks): void;
  /**
   * Gives a caller a label, note or name. One that never called is made if its number is given.
   * Returns the change's id, null for an unknown caller.
   */
  change(caller: string, change: CallerChange, phone?: PhoneNumber): number | null;
}

export function openCallers(database: Database, log: ChangeLog): Callers {
  return {
    get(caller) {
      const row = database.get(`${callerSql} WHERE callers.key = ?`, caller);
      return row ? callerOf(row) : null;
    },
    labelOf: caller => {
      const row = database.get('SELECT label FROM callers WHERE key = ?', caller);
      return row ? textOrNull(row, 'label') : null;
    },
    labelled: () =>
      database.all('SELECT key, digits, label FROM callers WHERE label IS NOT NULL').map(row => ({
        caller: text(row, 'key'),
        digits: text(row, 'digits'),
        label: text(row, 'label'),
      })),
    marked: () =>
      database
        .all(
          `${callerSql} WHERE label IS NOT NULL OR callers.note <> '' OR own_name IS NOT NULL ORDER BY key`,
        )
        .map(callerOf),
    mark(caller, phone, after) {
      const before = marksOf(database, caller) ?? emptyMarks;
      log.edit({
        what: 'caller',
        key: 'caller-noted',
        values: { caller, display: phone.display, label: after.label ?? '', name: after.ownName ?? '' },
        edits: [
          { what: 'caller', target: caller, number: phone, before: { ...before }, after: { ...after } },
        ],
      });
    },
    change: (caller, change, phone) =>
      database.transaction(() => {
        if (!marksOf(database, caller)) {
          if (!phone || callerKey(phone) !== caller) return null;
          seenCaller(database, caller, phone, null);
        }
        const row = database.get('SELECT number FROM callers WHERE key = ?', caller) ?? {};
        const known = parsed(PhoneNumber, row, 'number');
        const before = marksOf(database, caller) ?? emptyMarks;
        const after: CallerMarks = {
          label: change.label === undefined ? before.label : change.label,
          note: change.note ?? before.note,
          ownName: (change.ownName === undefined ? before.ownName : change.ownName) || null,
        };
        return log.edit({
          what: 'caller',
          key: changeKey(change),
          values: {
            caller,
            display: known.display,
            label: after.label ?? before.label ?? '',
            name: after.ownName ?? '',
          },
          edits: [
            { what: 'caller', target: caller, number: known, before: { ...before }, after: { ...after } },
          ],
        });
      }),
  };
}
