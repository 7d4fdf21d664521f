import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Book } from '../../../main/book/book.ts';
import { exportCsv, exportJson } from '../../../main/book/export.ts';
import { importOwn } from '../../../main/book/import-own.ts';
import { ownCsv, ownJson } from '../../../main/book/own-file.ts';
import { ownTableNames } from '../../../main/book/own-tables.ts';
import { labels } from '../../../shared/label.ts';
import { understand } from '../../../shared/number-plan/understand.ts';
import { callerKey } from '../../../shared/number.ts';
import { RuleDraft } from '../../../shared/rule.ts';
import { aBook, aCall, aFolder, start } from './a-book.ts';

/** Texts that spreadsheets, quotes and encodings are known to spoil. */
const text = (maxLength: number) =>
  fc.oneof(
    fc.string({ unit: 'grapheme', maxLength }),
    fc.constantFrom(
      '=1+1',
      "'따옴표",
      '+82',
      '0123',
      '"a";b,c\td',
      '두\r\n줄',
      '[1]',
      'true',
      '1e5',
      'null',
      ' 빈칸 ',
    ),
  );
const name = text(40)
  .filter(value => value.trim() !== '')
  .map(value => value.trim());
const digits = fc.oneof(
  fc.integer({ min: 0, max: 99_999_999 }).map(rest => `010${String(rest).padStart(8, '0')}`),
  fc.integer({ min: 1_500_000, max: 19_000_000 }).map(String),
  fc.constantFrom(
    '+1 212-555-0143',
    '00112125550143',
    '*77',
    '114',
    '+82 2-312-3456',
    '0000',
    '123456789012345678',
    'P',
  ),
);
const label = fc.constantFrom(...labels.map(({ key }) => key), null);
const action = fc.constantFrom('allow', 'flag', 'block');

const household = fc.record({
  rules: fc.array(
    fc.record({
      who: fc.oneof(
        fc.record({ kind: fc.constant('prefix'), value: fc.constantFrom('070', '+86', '1588') }),
        fc.record({ kind: fc.constant('name'), value: name }),
        fc.record({ kind: fc.constant('any'), value: fc.constant('') }),
      ),
      action,
      note: text(100),
      enabled: fc.boolean(),
      until: fc.option(fc.nat()),
      when: fc.option(
        fc.record({ days: fc.constant([1, 5]), from: fc.constant('22:00'), to: fc.constant('07:00') }),
      ),
      often: fc.option(
        fc.record({
          atLeast: fc.integer({ min: 2, max: 9 }),
          withinMinutes: fc.integer({ min: 1, max: 60 }),
        }),
      ),
    }),
    { maxLength: 5 },
  ),
  contacts: fc.array(
    fc.record({
      name,
      numbers: fc.array(digits, { maxLength: 3 }),
      group: text(20).map(group => group.trim()),
      note: text(100),
    }),
    { maxLength: 6 },
  ),
  callers: fc.array(fc.record({ digits, label, note: text(50), ownName: fc.option(name) }), { maxLength: 5 }),
  lists: fc.uniqueArray(
    fc.record({
      name,
      action,
      category: label,
      enabled: fc.boolean(),
      source: fc.constantFrom(
        { kind: 'own' },
        { kind: 'file', path: '/x, y' },
        { kind: 'url', url: 'https://x.org/a?b="c"' },
      ),
      entries: fc.array(
        fc.record({
          number: digits,
          prefix: fc.boolean(),
          name: text(30),
          group: text(10),
          note: text(60),
          category: label,
          action: fc.constant(null),
        }),
        { maxLength: 8 },
      ),
    }),
    { maxLength: 3, selector: ({ name }) => name },
  ),
  calls: fc.array(fc.record({ name: fc.option(text(20)), digits, at: fc.integer({ min: 0, max: 1000 }) }), {
    maxLength: 6,
  }),
});
type Household = typeof household extends fc.Arbitrary<infer T> ? T : never;

async function fill(book: Book, { rules, contacts, callers, lists, calls }: Household): Promise<void> {
  for (const draft of rules) book.rules.add(RuleDraft.parse(draft));
  for (const draft of contacts) book.contacts.add(draft);
  calls.forEach(({ name, digits, at }, index) => {
    const number = understand(digits);
    const callerId = { number: digits, name, date: null, time: null, withheld: null, checksum: null };
    book.calls.write(
      aCall({ id: `call-${index}`, startedAt: start + at, number, caller: callerKey(number), callerId }),
    );
  });
  for (const { digits, ...marks } of callers) {
    const number = understand(digits);
    if (marks.label !== null || marks.note !== '' || marks.ownName !== null)
      book.callers.mark(callerKey(number), number, marks);
  }
  for (const { entries, ...draft } of lists) {
    const parsed = { ...draft, action: draft.action, source: draft.source } as Parameters<
      Book['lists']['add']
    >[0];
    await book.lists.fill(book.lists.add(parsed).list.id, entries, 'add');
  }
}

const everything = (book: Book) => [...exportJson(book, 0)].join('');

test('whatever a household keeps comes back without loss, from JSON and from the tables in CSV', async () => {
  const folder = aFolder();
  await fc.assert(
    fc.asyncProperty(household, async kept => {
      const { book } = aBook(undefined, { now: () => start });
      await fill(book, kept);
      const whole = everything(book);
      const json = ownJson([whole]);
      const fromJson = aBook(undefined, { now: () => start }).book;
      if (json) await importOwn(fromJson, json, folder);
      expect(everything(fromJson)).toBe(whole);
      const fromCsv = aBook(undefined, { now: () => start }).book;
      for (const table of ownTableNames) {
        const csv = ownCsv([...exportCsv(book, table)]);
        if (csv) await importOwn(fromCsv, csv, folder);
      }
      expect(everything(fromCsv)).toBe(whole);
      for (const one of [book, fromJson, fromCsv]) one.close();
    }),
    { numRuns: 30 },
  );
});
