import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Book } from '../../../main/book/book.ts';
import { aBook, aCall, aRule, start } from './a-book.ts';

/** All that an owner can edit, as it is now. */
function everything(book: Book) {
  return {
    rules: book.rules.list(),
    contacts: book.contacts.list(),
    lists: book.lists.list().map(list => ({ ...list, entries: book.lists.entries(list.id, 100) })),
    callers: ['023123456', '15881234'].map(key => {
      const caller = book.callers.get(key);
      return caller && { label: caller.label, note: caller.note, ownName: caller.ownName };
    }),
  };
}

const listDraft = { action: 'block', category: null, source: { kind: 'own' }, enabled: true } as const;

/** Edits by number, so that a property can make any sequence of them; each returns the id of its change. */
const edits: readonly ((book: Book, pick: number) => number | null | undefined)[] = [
  (book, pick) => book.rules.add(aRule({ note: `rule ${pick}` })).changeId,
  (book, pick) => {
    const rules = book.rules.list();
    const rule = rules[pick % Math.max(1, rules.length)];
    return (
      rule && book.rules.change(rule.id, { ...rule, enabled: !rule.enabled, note: `now ${pick}` })?.changeId
    );
  },
  (book, pick) => {
    const rules = book.rules.list();
    const rule = rules[pick % Math.max(1, rules.length)];
    return rule && book.rules.remove(rule.id)?.changeId;
  },
  (book, pick) => book.callers.change('023123456', { note: `note ${pick}` }),
  (book, pick) => book.callers.change('023123456', { label: pick % 2 === 0 ? 'loan' : null }),
  (book, pick) => book.callers.change('15881234', { ownName: `name ${pick}` }),
  (book, pick) =>
    book.contacts.add({ name: `who ${pick}`, numbers: [`02-700-${1000 + pick}`], group: '', note: '' })
      .changeId,
  (book, pick) => {
    const contact = book.contacts.list()[0];
    return contact && book.contacts.change(contact.id, { ...contact, note: `note ${pick}` })?.changeId;
  },
  book => {
    const contact = book.contacts.list()[0];
    return contact && book.contacts.remove(contact.id)?.changeId;
  },
  (book, pick) => book.lists.add({ ...listDraft, name: `list ${pick}` }).changeId,
  (book, pick) => {
    const list = book.lists.list()[0];
    return (
      list && book.lists.addEntry(list.id, { number: `070-1234-${1000 + pick}`, prefix: false })?.changeId
    );
  },
  book => {
    const list = book.lists.list()[0];
    const entry = list && book.lists.entries(list.id, 1)[0];
    return entry && book.lists.removeEntry(list.id, entry.digits, entry.prefix)?.changeId;
  },
  book => {
    const list = book.lists.list()[0];
    return list && book.lists.remove(list.id)?.changeId;
  },
  (book, pick) =>
    book.changes.together({ what: 'rule', key: 'caller-blocked', values: { display: 'x' } }, () => {
      book.rules.add(aRule({ note: `together ${pick}` }));
      book.callers.change('15881234', { label: 'loan' });
    }),
];

function aBookWithCallers() {
  const { book } = aBook();
  book.calls.write(aCall());
  const number = {
    raw: '',
    class: 'representative',
    digits: '15881234',
    display: '1588-1234',
    valid: true,
  } as const;
  book.calls.write(aCall({ id: 'b', digits: '15881234', number, caller: '15881234' }));
  return book;
}

const sequence = fc.array(fc.tuple(fc.nat(edits.length - 1), fc.nat(9)), { minLength: 1, maxLength: 12 });

function make(book: Book, steps: [number, number][]) {
  return steps.map(([which, pick]) => {
    const before = everything(book);
    const id = edits[which]?.(book, pick) ?? null;
    return { before, id, after: everything(book) };
  });
}

describe('undo', () => {
  test('from the last change to the first gives back each state on the way', () => {
    fc.assert(
      fc.property(sequence, steps => {
        const book = aBookWithCallers();
        for (const { id, before } of make(book, steps).reverse()) {
          if (id !== null) expect(book.changes.undo(id)).not.toBeNull();
          expect(everything(book)).toEqual(before);
        }
        book.close();
      }),
      { numRuns: 60 },
    );
  });

  test('of an undo gives back what was there before it', () => {
    fc.assert(
      fc.property(sequence, fc.nat(11), (steps, which) => {
        const book = aBookWithCallers();
        const made = make(book, steps);
        const id = made[which % made.length]?.id;
        const before = everything(book);
        const undone = id ? book.changes.undo(id) : null;
        if (undone) {
          expect(book.changes.undo(undone.changeId)).not.toBeNull();
          expect(everything(book)).toEqual(before);
          expect(book.changes.list(100).find(change => change.id === id)?.undone).toBe(false);
        }
        book.close();
      }),
      { numRuns: 60 },
    );
  });

  test('takes back only what the change changed, though the same thing was edited since', () => {
    const book = aBookWithCallers();
    const labelled = book.callers.change('023123456', { label: 'loan' });
    book.callers.change('023123456', { note: '받지 말 것' });
    book.changes.undo(labelled ?? 0);
    expect(book.callers.get('023123456')).toMatchObject({ label: null, note: '받지 말 것' });
  });

  test('is done once; what is undone already stays so', () => {
    const { book } = aBook();
    const { changeId } = book.rules.add(aRule());
    expect(book.changes.undo(changeId)).not.toBeNull();
    expect(book.changes.undo(changeId)).toBeNull();
    expect(book.changes.undo(12345)).toBeNull();
    expect(book.rules.list()).toEqual([]);
  });

  test('brings a rule back under its own number, with the calls that it caught', () => {
    const { book } = aBook();
    const { rule } = book.rules.add(aRule());
    book.calls.write(aCall({ verdict: { action: 'block', by: 'block-rule', ruleId: rule.id, reasons: [] } }));
    const removed = book.rules.remove(rule.id);
    expect(book.rules.add(aRule()).rule.id).not.toBe(rule.id);
    book.changes.undo(removed?.changeId ?? 0);
    expect(book.rules.listWithRecord()).toMatchObject([
      { id: rule.id, caught: 1, lastCaughtAt: start },
      { caught: 0 },
    ]);
  });

  test('of settings tells what is to be set again', () => {
    const { book } = aBook();
    const id = book.changes.edit({
      what: 'settings',
      key: 'settings-changed',
      values: {},
      edits: [{ what: 'settings', target: 'settings', before: { theme: 'auto' }, after: { theme: 'dark' } }],
    });
    const undone = book.changes.undo(id);
    expect(undone?.settings).toEqual({ theme: 'auto' });
    expect(book.changes.undo(undone?.changeId ?? 0)?.settings).toEqual({ theme: 'dark' });
  });
});

test('the log tells the newest first, with what is needed to word it', () => {
  const { book } = aBook(undefined, { now: () => start });
  book.rules.add(aRule());
  const named = book.contacts.add({ name: '어머니', numbers: ['010-2345-6789'], group: '가족', note: '' });
  expect(book.changes.list(10)).toEqual([
    {
      id: named.changeId,
      at: start,
      what: 'contact',
      key: 'contact-added',
      values: { name: '어머니' },
      undone: false,
    },
    {
      id: 1,
      at: start,
      what: 'rule',
      key: 'rule-added',
      values: { kind: 'prefix', value: '1588', action: 'block' },
      undone: false,
    },
  ]);
});

test('a contact names its calls, in whatever writing its numbers are', () => {
  const book = aBookWithCallers();
  book.contacts.add({ name: '동네 병원', numbers: ['+82 2-312-3456', '1588 1234'], group: '병원', note: '' });
  expect(book.calls.page({}).calls.map(call => call.knownAs)).toEqual(['동네 병원', '동네 병원']);
  expect(book.contacts.find('023123456')).toMatchObject({ name: '동네 병원', group: '병원' });
  expect(book.calls.page({ search: '병원' }).total).toBe(2);
  expect(book.contacts.find('')).toBeNull();
});
