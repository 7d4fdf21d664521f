import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { refreshList, staleLists } from '../../../main/book/subscribe.ts';
import type { ListSource } from '../../../shared/history.ts';
import { aBook } from './a-book.ts';

function aSubscription(source: ListSource) {
  const opened = aBook();
  const { list } = opened.book.lists.add({
    name: '스팸',
    action: 'block',
    category: null,
    source,
    enabled: true,
  });
  const current = () => opened.book.lists.get(list.id);
  return { ...opened, lists: opened.book.lists, list, current };
}

const url = { kind: 'url', url: 'https://example.org/list.csv' } as const;
const answers =
  (body: BodyInit | null, status = 200) =>
  () =>
    Promise.resolve(new Response(body, { status }));

test('a list from an address is fetched, and fetched anew', async () => {
  const { lists, list, current } = aSubscription(url);
  await refreshList(lists, list, { fetchUrl: answers('번호\n1588-1234\n1577-5678\n') });
  expect(current()).toMatchObject({ count: 2, problem: null });
  await refreshList(lists, list, { fetchUrl: answers('번호\n1600-0000\n') });
  expect(lists.find('16000000')).toHaveLength(1);
  expect(lists.find('15881234')).toEqual([]);
});

test.each([
  ['not-reached', () => Promise.reject(new TypeError('fetch failed'))],
  ['refused', answers('no', 404)],
  ['empty', answers('<html>Sorry</html>')],
  ['broken', answers('{"numbers": [{"phone": "15881234"')],
  [
    'not-reached',
    () =>
      Promise.resolve(new Response(new ReadableStream({ pull: () => Promise.reject(new Error('cut off')) }))),
  ],
])('a list that fails as %s keeps its last good numbers and says why', async (problem, fetchUrl) => {
  const { lists, list, current } = aSubscription(url);
  await refreshList(lists, list, { fetchUrl: answers('번호\n1588-1234\n') });
  expect(await refreshList(lists, list, { fetchUrl })).toBeNull();
  expect(current()).toMatchObject({ count: 1, problem });
  expect(lists.find('15881234')).toHaveLength(1);
});

test('an answer without end is cut off at the largest size', async () => {
  const { lists, list, current } = aSubscription(url);
  const megabytes = () => new Uint8Array(16 * 1024 * 1024).fill(0x31);
  const endless = new ReadableStream({ pull: controller => controller.enqueue(megabytes()) });
  await refreshList(lists, list, { fetchUrl: () => Promise.resolve(new Response(endless)) });
  expect(current()?.problem).toBe('too-large');
});

test('a list from a file is read again; one that is gone keeps its numbers', async () => {
  const { folder, lists, list, current } = aSubscription({ kind: 'file', path: '/nowhere/list.txt' });
  expect(await refreshList(lists, list)).toBeNull();
  expect(current()?.problem).toBe('not-reached');
  const path = join(folder, 'list.txt');
  writeFileSync(path, '1588-1234 대출\n');
  lists.change(list.id, { ...list, source: { kind: 'file', path } });
  await refreshList(lists, { ...list, source: { kind: 'file', path } });
  expect(current()).toMatchObject({ count: 1, problem: null });
});

test('only lists from elsewhere grow stale', async () => {
  const { lists, list } = aSubscription(url);
  lists.add({ name: 'own', action: 'block', category: null, source: { kind: 'own' }, enabled: true });
  const stale = () => staleLists(lists, Date.now(), 60_000).map(found => found.id);
  expect(stale()).toEqual([list.id]);
  await refreshList(lists, list, { fetchUrl: answers('1588-1234\n') });
  expect(stale()).toEqual([]);
});
