import { describe, expect, test } from 'vitest';
import type { ImportEntry } from '../../../shared/history.ts';
import { aBook, aFolder } from './a-book.ts';

const draft = {
  name: '스팸',
  action: 'block',
  category: null,
  source: { kind: 'own' },
  enabled: true,
} as const;
const entry = (number: string, change: Partial<ImportEntry> = {}): ImportEntry => ({
  number,
  prefix: false,
  name: '',
  group: '',
  note: '',
  category: null,
  action: null,
  ...change,
});

async function aList(entries: ImportEntry[], change = {}) {
  const opened = aBook();
  const { list } = opened.book.lists.add({ ...draft, ...change });
  await opened.book.lists.fill(list.id, entries, 'add');
  return { ...opened, id: list.id };
}

describe('a number list', () => {
  test('finds its numbers in any writing, its prefixes, and nothing else', async () => {
    const { book, id } = await aList([
      entry('02-312-3456'),
      entry('+82 10 2345 6789'),
      entry('1588', { prefix: true, category: 'loan' }),
      entry('00612025550143'),
      entry('112'),
    ]);
    const found = { id: String(id), name: '스팸', action: 'block', category: null };
    expect(book.lists.find('023123456')).toEqual([found]);
    expect(book.lists.find('01023456789')).toEqual([found]);
    expect(book.lists.find('15881234')).toEqual([{ ...found, category: 'loan' }]);
    expect(book.lists.find('00612025550143')).toEqual([found]);
    expect(book.lists.find('112')).toEqual([found]);
    for (const other of ['', '23123456', '0231234567', '1577', '158'])
      expect(book.lists.find(other)).toEqual([]);
  });

  test('finds callers from abroad through any carrier, and whole countries', async () => {
    const { book } = await aList([
      entry('+1 212-555-0143'),
      entry('00700 44 20 7946 0018'),
      entry('+86', { prefix: true }),
    ]);
    for (const digits of [
      '00112125550143',
      '0070012125550143',
      '12125550143',
      '001442079460018',
      '0028613812345678',
    ])
      expect(book.lists.find(digits)).toHaveLength(1);
    for (const digits of ['0011212555014', '0212125550143', '8613'])
      expect(book.lists.find(digits)).toEqual([]);
  });

  test('that is switched off or deleted finds nothing, and is back with undo', async () => {
    const { book, id } = await aList([entry('15881234')]);
    const off = book.lists.change(id, { ...draft, enabled: false });
    expect(book.lists.find('15881234')).toEqual([]);
    book.changes.undo(off?.changeId ?? 0);
    expect(book.lists.find('15881234')).toHaveLength(1);
    const removed = book.lists.remove(id);
    expect(book.lists.find('15881234')).toEqual([]);
    expect(book.lists.list()).toEqual([]);
    book.changes.undo(removed?.changeId ?? 0);
    expect(book.lists.find('15881234')).toHaveLength(1);
    expect(book.lists.get(id)?.count).toBe(1);
  });

  test('merges doubles, within a file and with what it held', async () => {
    const { book, id } = await aList([
      entry('15881234'),
      entry('1588-1234', { name: '대출' }),
      entry('nonsense'),
    ]);
    const more = await book.lists.fill(id, [entry('15881234'), entry('15775678')], 'add');
    expect(more).toMatchObject({ count: 2, duplicates: 1, unreadable: 0 });
    expect(book.lists.entries(id, 10)).toEqual([
      { digits: '15775678', prefix: false },
      { digits: '15881234', prefix: false, name: '대출' },
    ]);
    expect(book.lists.countKnown(id, [entry('1588-1234'), entry('15880000')])).toBe(1);
  });

  test('replaced by an import comes back whole with undo, and again with undo of undo', async () => {
    const { book, id } = await aList([entry('15881234'), entry('1600', { prefix: true })]);
    const filled = await book.lists.fill(id, [entry('15775678')], 'replace');
    expect(book.lists.entries(id, 10).map(found => found.digits)).toEqual(['15775678']);
    const undone = book.changes.undo(filled?.changeId ?? 0);
    expect(book.lists.entries(id, 10).map(found => found.digits)).toEqual(['15881234', '1600']);
    book.changes.undo(undone?.changeId ?? 0);
    expect(book.lists.entries(id, 10).map(found => found.digits)).toEqual(['15775678']);
  });

  test('stopped half way stays as it was', async () => {
    const { book, id, folder } = await aList([entry('15881234')]);
    const stop = new AbortController();
    const numbers = Array.from({ length: 20_000 }, (_, index) => entry(`070${10_000_000 + index}`));
    const progress: number[] = [];
    const result = await book.lists.fill(id, numbers, 'replace', {
      signal: stop.signal,
      onProgress: (done, of) => {
        progress.push(done);
        if (of !== null && done >= 10_000) stop.abort();
      },
    });
    expect(result).toBeNull();
    expect(progress.length).toBeGreaterThan(5);
    expect(book.lists.find('15881234')).toHaveLength(1);
    expect(book.lists.find('07010000000')).toEqual([]);
    expect(book.lists.get(id)?.count).toBe(1);
    book.close();
    expect(aBook(folder).book.lists.entries(id, 10)).toHaveLength(1);
  });

  test('that could not be refreshed keeps its last good numbers and says why', async () => {
    const { book, id } = await aList([entry('15881234')]);
    book.lists.refreshFailed(id, 'not-reached');
    expect(book.lists.get(id)).toMatchObject({ problem: 'not-reached', count: 1 });
    await book.lists.fill(id, [entry('15775678')], 'refresh');
    expect(book.lists.get(id)).toMatchObject({ problem: null, count: 1 });
    expect(book.lists.find('15881234')).toEqual([]);
    expect(book.changes.list(10).map(change => change.key)).toEqual(['list-imported', 'list-added']);
  });

  test('keeps leading zeros and numbers too long to be real', async () => {
    const long = '9'.repeat(24);
    const { book, id } = await aList([entry('0000'), entry(long)]);
    expect(book.lists.entries(id, 10).map(found => found.digits)).toEqual(['0000', long]);
    expect(book.lists.find(long)).toHaveLength(1);
    expect(book.lists.find('000')).toEqual([]);
  });

  test('is paged in order', async () => {
    const numbers = Array.from({ length: 25 }, (_, index) => entry(`1588${1000 + index}`));
    const { book, id } = await aList([
      ...numbers,
      entry('1600', { prefix: true }),
      entry('1800', { prefix: true }),
    ]);
    const seen: string[] = [];
    let after: { digits: string; prefix: boolean } | undefined;
    for (;;) {
      const page = book.lists.entries(id, 10, after);
      seen.push(...page.map(found => found.digits));
      after = page.at(-1);
      if (page.length < 10) break;
    }
    expect(seen).toEqual([...numbers.map(found => found.number), '1600', '1800']);
  });
});

test('calls written while a list is brought in are safe at once', async () => {
  const folder = aFolder();
  const { book } = aBook(folder);
  const { list } = book.lists.add(draft);
  const numbers = Array.from({ length: 30_000 }, (_, index) => entry(`070${10_000_000 + index}`));
  let changeId: number | null = null;
  await book.lists.fill(list.id, numbers, 'add', {
    onProgress: (done, of) => {
      if (of === null || changeId !== null || done < 10_000) return;
      changeId = book.callers.change('15881234', { note: 'x' }) ?? 0;
      const other = aBook(folder).book;
      expect(other.lists.find('07010000000')).toEqual([]);
      other.close();
    },
  });
  expect(changeId).not.toBeNull();
  expect(book.lists.find('07010000000')).toHaveLength(1);
});
