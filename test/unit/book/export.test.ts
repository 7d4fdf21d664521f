import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Book } from '../../../main/book/book.ts';
import { cellBack, csvLine } from '../../../main/book/csv-cells.ts';
import { exportCsv, exportJson } from '../../../main/book/export.ts';
import { csvRows } from '../../../main/book/import/csv.ts';
import { importOwn } from '../../../main/book/import-own.ts';
import { ownCsv, ownJson } from '../../../main/book/own-file.ts';
import type { OwnFile } from '../../../main/book/own-file.ts';
import { ownTableNames } from '../../../main/book/own-tables.ts';
import { aBook, aCall, aFolder, aRule, start } from './a-book.ts';

const nasty = [
  '=1+1',
  '+82',
  '-1',
  '@SUM(A1)',
  "'quoted",
  '0123',
  '"a", b;c\td',
  '두\r\n줄',
  '123456789012345',
];

async function aFullBook() {
  const { book } = aBook(undefined, { now: () => start });
  const { rule } = book.rules.add(
    aRule({
      often: { atLeast: 3, withinMinutes: 60 },
      when: { days: [1, 2], from: '22:00', to: '07:00' },
      note: '=HYPERLINK("x")',
    }),
  );
  const dropped = book.rules.add(aRule());
  book.rules.add(aRule({ who: { kind: 'name', value: '@BANK' }, until: start }));
  book.rules.remove(dropped.rule.id);
  nasty.forEach((name, index) => {
    book.contacts.add({
      name,
      numbers: ['010-2345-678' + String(index), '+82 2-312-3456'],
      group: '-그룹',
      note: '',
    });
    book.calls.write(
      aCall({
        id: `call-${index}`,
        startedAt: start + index * 1000 + 0.5,
        callerId: { number: '023123456', name, date: '1102', time: '1200', withheld: null, checksum: true },
        verdict: {
          action: 'block',
          by: 'block-rule',
          ruleId: rule.id,
          reasons: [{ key: 'rule', values: { name, n: 1, b: true }, speaks: 'for' }],
        },
        hangUp: { method: 'drop', attempts: 1, verified: null, asked: 'guard' },
        outcome: null,
        state: 'ringing',
        endedAt: null,
      }),
    );
  });
  book.callers.change('023123456', { label: 'loan', note: '=1+1', ownName: '0123' });
  const { list } = book.lists.add({
    name: '=목록',
    action: 'block',
    category: 'loan',
    source: { kind: 'url', url: 'https://example.org/list.csv' },
    enabled: false,
  });
  const entry = { prefix: false, name: '', group: '', note: '', category: null, action: null };
  await book.lists.fill(
    list.id,
    [
      { ...entry, number: '0000' },
      { ...entry, number: '15881234', name: '-대출' },
      { ...entry, number: '1600', prefix: true },
    ],
    'add',
  );
  return book;
}

function everything(book: Book) {
  return [...exportJson(book, 0)].join('');
}

async function bring(book: Book, file: OwnFile | null) {
  return file && (await importOwn(book, file, aFolder()));
}

test('an export as JSON is JSON, and brings all of it back into an empty book', async () => {
  const text = everything(await aFullBook());
  expect(JSON.parse(text)).toMatchObject({ format: 'ringfence', version: 1 });
  const { book } = aBook(undefined, { now: () => start });
  expect(await bring(book, ownJson([text]))).toMatchObject({
    added: { rules: 2, contacts: nasty.length, callers: 1, lists: 1, listNumbers: 3, calls: nasty.length },
    broken: 0,
  });
  expect(everything(book)).toBe(text);
});

test('an export as CSV brings all of it back into an empty book, table by table', async () => {
  const full = await aFullBook();
  const { book } = aBook(undefined, { now: () => start });
  for (const table of ownTableNames)
    expect(await bring(book, ownCsv([...exportCsv(full, table)]))).toMatchObject({ broken: 0 });
  expect(everything(book)).toBe(everything(full));
});

test('a table of list numbers finds its lists by name where their ids are taken', async () => {
  const full = await aFullBook();
  const { book } = aBook(undefined, { now: () => start });
  book.lists.add({ name: 'other', action: 'flag', category: null, source: { kind: 'own' }, enabled: true });
  for (const table of ['lists', 'listNumbers'] as const)
    await bring(book, ownCsv([...exportCsv(full, table)]));
  expect(book.lists.list().map(({ name, count }) => [name, count])).toEqual([
    ['other', 0],
    ['=목록', 3],
  ]);
});

test('bringing the same export in twice adds nothing', async () => {
  const full = await aFullBook();
  const before = everything(full);
  const done = await bring(full, ownJson([before]));
  expect(Object.values(done?.added ?? {})).toEqual([0, 0, 0, 0, 0, 0]);
  expect(everything(full)).toBe(before);
});

test('an export of a newer Ringfence, or no export at all, is told from one', () => {
  expect(ownJson(['{"format":"ringfence","version":99}'])?.newer).toBe(true);
  expect(ownJson(['{}'])).toBeNull();
  expect(ownCsv(['id,name\r\n1,x\r\n'])).toBeNull();
});

test('what is broken in an export costs only itself', async () => {
  const { book } = aBook();
  const text =
    '{"format":"ringfence","version":1,"rules":[{"id":1},{"id":2,"createdAt":1,"who":{"kind":"any","value":""},"action":"flag"}]}';
  expect(await bring(book, ownJson([text]))).toMatchObject({ added: { rules: 1 }, broken: 1 });
});

test('an import that is stopped takes its rules and contacts back', async () => {
  const text = everything(await aFullBook());
  const { book } = aBook();
  const file = ownJson([text]);
  const stopping = new AbortController();
  const done = file && importOwn(book, file, aFolder(), { signal: stopping.signal });
  stopping.abort();
  expect(await done).toBeNull();
  expect([book.rules.list(), book.contacts.list(), book.lists.list(), book.changes.list(10)]).toEqual([
    [],
    [],
    [],
    [],
  ]);
});

test('no cell of a CSV begins as a formula, Korean opens in Excel, and leading zeros are kept as text', async () => {
  const full = await aFullBook();
  const text = [...exportCsv(full, 'contacts')].join('');
  expect(text.startsWith('\ufeff')).toBe(true);
  for (const table of ownTableNames) {
    for (const row of csvRows(exportCsv(full, table), ',')) {
      for (const cell of row.cells) expect(cell).not.toMatch(/^[=+@\t\r]|^-[^\d]|^0\d+$/);
    }
  }
});

test('any texts survive a line of CSV', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...nasty)), {
        minLength: 1,
        maxLength: 5,
      }),
      cells => {
        fc.pre(cells.some(cell => cell.trim() !== ''));
        const [row] = csvRows([csvLine(cells)], ',');
        expect(row?.cells.map(cellBack)).toEqual(cells);
      },
    ),
  );
});
