import type { Contact } from '../../shared/history.ts';
import { NumberListDraft } from '../../shared/history.ts';
import type { PhoneNumber } from '../../shared/number.ts';
import { RuleDraft } from '../../shared/rule.ts';
import type { Rule } from '../../shared/rule.ts';
import { marksOf, seenCaller } from './callers.ts';
import type { CallerMarks } from './callers.ts';
import type { Database } from './database.ts';
import { digitsOf } from './digits.ts';
import { ListEntryState } from './list-state.ts';
import type { ListState } from './list-state.ts';
import { packedDigits } from './packed-digits.ts';
import type { Row } from './rows.ts';
import { number, numberOrNull, parsed, parsedOrNull, text, textOrNull } from './rows.ts';

export interface EntryTarget {
  edition: number;
  digits: string;
  prefix: boolean;
}

/** How each thing that an owner can edit is read and written whole; writing null removes it. */
export interface States {
  rule: { read(id: number): Rule | null; write(id: number, rule: Rule | null): void };
  caller: {
    read(key: string): CallerMarks | null;
    write(key: string, marks: CallerMarks | null, phone: PhoneNumber): void;
  };
  contact: { read(id: number): Contact | null; write(id: number, contact: Contact | null): void };
  list: { read(id: number): ListState | null; write(id: number, list: ListState | null): void };
  listEntry: {
    read(target: EntryTarget): ListEntryState | null;
    write(target: EntryTarget, entry: ListEntryState | null): void;
  };
}

export type NumberedTable = 'rules' | 'contacts' | 'lists' | 'editions';

/** The id that the table's next row gets; one that was used is never given again. */
export function nextId(database: Database, table: NumberedTable): number {
  const row = database.get('SELECT seq FROM sqlite_sequence WHERE name = ?', table);
  return row ? number(row, 'seq') + 1 : 1;
}

export function ruleOf(row: Row): Rule {
  return { ...parsed(RuleDraft, row, 'draft'), id: number(row, 'id'), createdAt: number(row, 'created_at') };
}

export function listStateOf(row: Row): ListState {
  return {
    ...parsed(NumberListDraft, row, 'draft'),
    createdAt: number(row, 'created_at'),
    refreshedAt: numberOrNull(row, 'refreshed_at'),
    problem: textOrNull(row, 'problem'),
    edition: number(row, 'edition'),
  };
}

export function contactOf(database: Database, row: Row): Contact {
  const id = number(row, 'id');
  const numbers = database.all('SELECT written FROM contact_numbers WHERE contact = ? ORDER BY position', id);
  return {
    id,
    createdAt: number(row, 'created_at'),
    name: text(row, 'name'),
    group: text(row, 'grp'),
    note: text(row, 'note'),
    numbers: numbers.map(found => text(found, 'written')),
  };
}

/** Where an entry lives: the common short number as an integer, all else (prefixes, very long ones) as text. */
export function entryPlace({ digits, prefix }: Pick<EntryTarget, 'digits' | 'prefix'>): {
  table: string;
  column: string;
  key: number | string;
} {
  const packed = prefix ? null : packedDigits(digits);
  return packed === null
    ? { table: 'list_prefixes', column: 'prefix', key: prefix ? digits : `${digits}$` }
    : { table: 'list_numbers', column: 'number', key: packed };
}

export function openStates(database: Database, country: () => string): States {
  return {
    rule: {
      read(id) {
        const row = database.get('SELECT * FROM rules WHERE id = ?', id);
        return row ? ruleOf(row) : null;
      },
      write(id, rule) {
        if (!rule) {
          database.run('DELETE FROM rules WHERE id = ?', id);
          return;
        }
        const upsert = `INSERT INTO rules (id, created_at, draft) VALUES (?, ?, ?)
          ON CONFLICT (id) DO UPDATE SET created_at = excluded.created_at, draft = excluded.draft`;
        database.run(upsert, id, rule.createdAt, JSON.stringify(RuleDraft.parse(rule)));
      },
    },

    caller: {
      read: key => marksOf(database, key),
      write(key, marks, phone) {
        const id = seenCaller(database, key, phone, null);
        const { label, note, ownName } = marks ?? { label: null, note: '', ownName: null };
        const update = 'UPDATE callers SET label = ?, note = ?, own_name = ? WHERE id = ?';
        database.run(update, label, note, ownName, id);
        const unused = `DELETE FROM callers
          WHERE id = ? AND count = 0 AND label IS NULL AND note = '' AND own_name IS NULL`;
        database.run(unused, id);
      },
    },

    contact: {
      read(id) {
        const row = database.get('SELECT * FROM contacts WHERE id = ?', id);
        return row ? contactOf(database, row) : null;
      },
      write(id, contact) {
        if (!contact) {
          database.run('DELETE FROM contacts WHERE id = ?', id);
          return;
        }
        const upsert = `INSERT INTO contacts (id, created_at, name, grp, note) VALUES (?, ?, ?, ?, ?)
          ON CONFLICT (id) DO UPDATE SET
            created_at = excluded.created_at, name = excluded.name, grp = excluded.grp, note = excluded.note`;
        database.run(upsert, id, contact.createdAt, contact.name, contact.group, contact.note);
        database.run('DELETE FROM contact_numbers WHERE contact = ?', id);
        const insert = 'INSERT INTO contact_numbers (contact, position, written, digits) VALUES (?, ?, ?, ?)';
        contact.numbers.forEach((written, position) =>
          database.run(insert, id, position, written, digitsOf(written, country())),
        );
      },
    },

    list: {
      read(id) {
        const row = database.get('SELECT * FROM lists WHERE id = ?', id);
        return row ? listStateOf(row) : null;
      },
      write(id, list) {
        if (!list) {
          database.run('DELETE FROM lists WHERE id = ?', id);
          return;
        }
        const upsert = `INSERT INTO lists (id, created_at, draft, refreshed_at, problem, edition) VALUES (?, ?, ?, ?, ?, ?)
          ON CONFLICT (id) DO UPDATE SET created_at = excluded.created_at, draft = excluded.draft,
            refreshed_at = excluded.refreshed_at, problem = excluded.problem, edition = excluded.edition`;
        const draft = JSON.stringify(NumberListDraft.parse(list));
        database.run(upsert, id, list.createdAt, draft, list.refreshedAt, list.problem, list.edition);
      },
    },

    listEntry: {
      read(target) {
        const { table, column, key } = entryPlace(target);
        const select = `SELECT detail FROM ${table} WHERE ${column} = ? AND edition = ?`;
        const row = database.get(select, key, target.edition);
        return row ? (parsedOrNull(ListEntryState, row, 'detail') ?? {}) : null;
      },
      write(target, entry) {
        const { table, column, key } = entryPlace(target);
        const removed = database.run(
          `DELETE FROM ${table} WHERE ${column} = ? AND edition = ?`,
          key,
          target.edition,
        ).changes;
        if (entry) {
          const detail = Object.keys(entry).length === 0 ? null : JSON.stringify(entry);
          const insert = `INSERT INTO ${table} (${column}, edition, detail) VALUES (?, ?, ?)`;
          database.run(insert, key, target.edition, detail);
        }
        const difference = (entry ? 1 : 0) - removed;
        const update = 'UPDATE editions SET count = count + ? WHERE id = ?';
        if (difference !== 0) database.run(update, difference, target.edition);
      },
    },
  };
}
