import type { Action } from '../../../shared/call.ts';
import type { ImportEntry } from '../../../shared/history.ts';
import { RuleDraft } from '../../../shared/rule.ts';
import type { ChangeLog } from '../changes.ts';
import type { Contacts } from '../contacts.ts';
import { digitsOf, prefixDigits } from '../digits.ts';
import type { Rules } from '../rules.ts';

/** What an import did; one change, undone at once. */
export interface Imported {
  added: number;
  /** Numbers that were there already. */
  duplicates: number;
  changeId: number | null;
}

/** Numbers that one contact may have. */
const mostNumbers = 50;

/** Adds contacts: entries of one name and group become one, and numbers that some contact has already are left out. */
export function importContacts(
  { contacts, log, country }: { contacts: Contacts; log: ChangeLog; country: string },
  entries: Iterable<ImportEntry>,
): Imported {
  const drafts = new Map<string, { entry: ImportEntry; numbers: string[] }>();
  const taken = new Set<string>();
  const result: Imported = { added: 0, duplicates: 0, changeId: null };
  for (const entry of entries) {
    if (entry.prefix) continue;
    const digits = digitsOf(entry.number, country);
    if (taken.has(digits) || contacts.find(digits)) {
      result.duplicates++;
      continue;
    }
    taken.add(digits);
    const key = entry.name === '' ? digits : `${entry.name}\n${entry.group}`;
    const draft = drafts.get(key);
    if (draft && draft.numbers.length < mostNumbers) draft.numbers.push(entry.number);
    else drafts.set(draft ? `${key}\n${digits}` : key, { entry, numbers: [entry.number] });
  }
  result.changeId = log.together(
    { what: 'contact', key: 'contacts-imported', values: { count: drafts.size } },
    () => {
      for (const { entry, numbers } of drafts.values()) {
        contacts.add({ name: entry.name || entry.number, numbers, group: entry.group, note: entry.note });
        result.added++;
      }
    },
  );
  return result;
}

/** Adds a rule for each entry; what there is a rule for already is left out. `action` where an entry says none. */
export function importRules(
  { rules, log, country }: { rules: Rules; log: ChangeLog; country: string },
  entries: Iterable<ImportEntry>,
  action: Action,
): Imported {
  const keyOf = (kind: string, value: string) =>
    `${kind}:${kind === 'number' ? digitsOf(value, country) : value}`;
  const known = new Set(rules.list().map(rule => keyOf(rule.who.kind, rule.who.value)));
  const result: Imported = { added: 0, duplicates: 0, changeId: null };
  result.changeId = log.together({ what: 'rule', key: 'rules-imported', values: {} }, () => {
    for (const entry of entries) {
      const kind = entry.prefix ? 'prefix' : 'number';
      const value = entry.prefix ? prefixDigits(entry.number, country) : entry.number;
      if (known.has(keyOf(kind, value))) {
        result.duplicates++;
        continue;
      }
      known.add(keyOf(kind, value));
      const note = [entry.name, entry.note].filter(text => text !== '').join(' · ');
      rules.add(
        RuleDraft.parse({ who: { kind, value }, action: entry.action ?? action, note: note.slice(0, 500) }),
      );
      result.added++;
    }
  });
  return result;
}
