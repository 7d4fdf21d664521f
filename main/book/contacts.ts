import type { Contact, ContactDraft } from '../../shared/history.ts';
import type { ChangeLog } from './changes.ts';
import type { Database } from './database.ts';
import { comparedForms } from './digits.ts';
import { number, text } from './rows.ts';
import type { States } from './states.ts';
import { contactOf, nextId } from './states.ts';

/** A contact as the guard meets it on the way of a call. */
export interface KnownContact {
  id: number;
  name: string;
  group: string;
}

export interface Contacts {
  /** By name. */
  list(): Contact[];
  get(id: number): Contact | null;
  /** Whose number is it? Digits as in PhoneNumber.digits. */
  find(digits: string): KnownContact | null;
  add(draft: ContactDraft): { contact: Contact; changeId: number };
  /** A contact of an export, under its own id if that is free. */
  bringBack(contact: Contact): void;
  change(id: number, draft: ContactDraft): { contact: Contact; changeId: number } | null;
  remove(id: number): { changeId: number } | null;
}

export function openContacts(
  database: Database,
  states: States,
  log: ChangeLog,
  now: () => number,
): Contacts {
  const findSql = `SELECT contacts.id, contacts.name, contacts.grp
    FROM contact_numbers JOIN contacts ON contacts.id = contact_numbers.contact
    WHERE contact_numbers.digits IN (?, ?) ORDER BY contacts.id LIMIT 1`;

  function edit(key: string, id: number, before: Contact | null, after: Contact | null): number {
    return log.edit({
      what: 'contact',
      key,
      values: { name: (after ?? before)?.name ?? '' },
      edits: [{ what: 'contact', target: id, before, after }],
    });
  }

  return {
    list: () => database.all('SELECT * FROM contacts ORDER BY name, id').map(row => contactOf(database, row)),

    get: id => states.contact.read(id),

    find(digits) {
      if (digits === '') return null;
      const [first = digits, second = first] = comparedForms(digits);
      const row = database.get(findSql, first, second);
      return row ? { id: number(row, 'id'), name: text(row, 'name'), group: text(row, 'grp') } : null;
    },

    add: draft =>
      database.transaction(() => {
        const contact: Contact = { ...draft, id: nextId(database, 'contacts'), createdAt: now() };
        return { contact, changeId: edit('contact-added', contact.id, null, contact) };
      }),

    bringBack: exported =>
      database.transaction(() => {
        const id = states.contact.read(exported.id) ? nextId(database, 'contacts') : exported.id;
        edit('contact-added', id, null, { ...exported, id });
      }),

    change: (id, draft) =>
      database.transaction(() => {
        const before = states.contact.read(id);
        if (!before) return null;
        const contact: Contact = { ...draft, id, createdAt: before.createdAt };
        return { contact, changeId: edit('contact-changed', id, before, contact) };
      }),

    remove: id =>
      database.transaction(() => {
        const before = states.contact.read(id);
        return before ? { changeId: edit('contact-removed', id, before, null) } : null;
      }),
  };
}
