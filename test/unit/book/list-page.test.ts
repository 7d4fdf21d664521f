import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Book } from '../../../main/book/book.ts';
import type { ImportEntry } from '../../../shared/history.ts';
import { aBook } from './a-book.ts';

const plain: ImportEntry = {
  number: '',
  prefix: false,
  name: '',
  group: '',
  note: '',
  category: null,
  action: null,
};

async function aList(book: Book, name: string, entries: (Partial<ImportEntry> & { number: string })[]) {
  const { list } = book.lists.add({
    name,
    action: 'block',
    category: null,
    source: { kind: 'own' },
    enabled: true,
  });
  await book.lists.fill(
    list.id,
    entries.map(entry => ({ ...plain, ...entry })),
    'add',
  );
  return list.id;
}

const shown = (entries: { digits: string; prefix: boolean }[] | undefined) =>
  entries?.map(({ digits, prefix }) => (prefix ? `${digits}*` : digits));

const some = [
  { number: '02-312-3456', name: '동네 병원' },
  { number: '1588-1234', note: '대출 100% 승인' },
  { number: '010-2345-6789' },
  { number: '+1 212 555 0143', name: 'NAME' },
  { number: '0704321', prefix: true },
];

test.each([
  ['', ['15881234', '023123456', '01023456789', '+12125550143', '0704321*'], 5],
  ['02', ['023123456'], 1],
  ['1588-12', ['15881234'], 1],
  ['+82 10', ['01023456789'], 1],
  ['+1 212', ['+12125550143'], 1],
  ['0704', ['0704321*'], 1],
  ['병원', ['023123456'], 1],
  ['100%', ['15881234'], 1],
  ['name', ['+12125550143'], 1],
  ['없음', [], 0],
])(
  'a search for "%s" finds beginnings of numbers and parts of names and notes',
  async (search, found, total) => {
    const { book } = aBook();
    const id = await aList(book, 'a', some);
    await aList(book, 'b', [{ number: '02-312-3457', name: '병원' }]);
    const page = await book.lists.page(id, { search, limit: 10 });
    expect(shown(page?.entries)?.toSorted()).toEqual(found.toSorted());
    expect(page).toMatchObject({ more: false, total });
  },
);

test('pages follow each other without gap or double, whatever else other lists hold, searched or not', async () => {
  const { book } = aBook();
  const number = fc.integer({ min: 0, max: 99_999 }).map(rest => `0701${String(rest).padStart(7, '0')}`);
  const entry = fc.record({ number, prefix: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(
      fc.array(entry, { maxLength: 30 }),
      fc.array(entry, { maxLength: 30 }),
      fc.integer({ min: 1, max: 7 }),
      fc.constantFrom('', '0701'),
      async (ours, theirs, limit, search) => {
        const id = await aList(book, 'ours', ours);
        await aList(book, 'theirs', theirs);
        const all: string[] = [];
        let after: { digits: string; prefix: boolean } | undefined;
        for (;;) {
          const page = await book.lists.page(id, { search, limit, ...(after ? { after } : {}) });
          if (!page) break;
          expect(page.total).toBe(book.lists.get(id)?.count);
          all.push(...(shown(page.entries) ?? []));
          after = page.entries.at(-1);
          if (!page.more) break;
        }
        const wanted = ours.map(({ number, prefix }) => (prefix ? `${number}*` : number));
        expect(all.toSorted()).toEqual([...new Set(wanted)].toSorted());
      },
    ),
    { numRuns: 25 },
  );
});
