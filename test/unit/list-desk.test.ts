import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { listRoutes } from '../../main/api/lists.ts';
import { createEdit } from '../../main/editing.ts';
import type { Remembered } from '../../main/editing.ts';
import { createListDesk } from '../../main/list-desk.ts';
import { aBook } from './book/a-book.ts';

const hourMs = 3_600_000;
const json = (method: string, body: unknown) => ({
  method,
  body: JSON.stringify(body),
  headers: { 'Content-Type': 'application/json' },
});
const answer = (text: string) => () => Promise.resolve(new Response(text));

function aDesk(fetchUrl: typeof fetch = answer('1588-1234\n')) {
  let now = Date.now();
  const asked: string[] = [];
  const told: Remembered[] = [];
  const { book, folder } = aBook(undefined, { now: () => now });
  const changed = (what: Remembered) => void told.push(what);
  const desk = createListDesk({
    book,
    folder,
    country: () => 'KR',
    edit: createEdit(changed),
    changed,
    now: () => now,
    fetchUrl: (input, init) => {
      asked.push(input instanceof Request ? input.url : String(input));
      return fetchUrl(input, init);
    },
  });
  onTestFinished(() => desk.close());
  const routes = listRoutes(desk);
  return { book, folder, desk, routes, asked, told, later: (ms: number) => (now += ms) };
}

const fromWeb = {
  name: '스팸',
  action: 'block',
  source: { kind: 'url', url: 'https://example.org/list.txt' },
};

test('a list is made, changed in part, shown, and deleted', async () => {
  const { routes, told, book } = aDesk();
  const made = await routes.request(
    '/',
    json('POST', { name: '우리 집', action: 'block', category: 'loan' }),
  );
  expect(made.status).toBe(201);
  await routes.request('/1', json('PUT', { enabled: false }));
  expect(await (await routes.request('/')).json()).toMatchObject([
    { id: 1, name: '우리 집', action: 'block', category: 'loan', enabled: false, count: 0 },
  ]);
  expect(await (await routes.request('/1', { method: 'DELETE' })).json()).toEqual({ changeId: 3 });
  expect((await routes.request('/1', { method: 'DELETE' })).status).toBe(404);
  expect(told).toEqual(['lists', 'lists', 'lists']);
  book.changes.undo(3);
  expect(book.lists.list()).toHaveLength(1);
});

test('numbers of a list by hand are added, found, and taken off by the name under which they are shown', async () => {
  const { routes, book } = aDesk();
  await routes.request('/', json('POST', { name: '우리 집' }));
  for (const number of ['1588-1234', '+1 212 555 0143', '070-4321*'])
    expect((await routes.request('/1/numbers', json('POST', { number, note: '귀찮음' }))).status).toBe(201);
  expect((await routes.request('/1/numbers', json('POST', { number: '없음' }))).status).toBe(422);
  expect(book.lists.find('07043215555')).toHaveLength(1);
  const page = await routes.request('/1/numbers?limit=2');
  expect(await page.json()).toMatchObject({
    entries: [{ number: '15881234', display: '1588-1234', note: '귀찮음' }, { number: '+12125550143' }],
    next: '+12125550143',
    total: 3,
  });
  const rest = await routes.request(`/1/numbers?limit=2&cursor=${encodeURIComponent('+12125550143')}`);
  expect(await rest.json()).toMatchObject({ entries: [{ number: '0704321*', prefix: true }], next: null });
  for (const number of ['0704321*', '+12125550143'])
    expect(
      (await routes.request(`/1/numbers/${encodeURIComponent(number)}`, { method: 'DELETE' })).status,
    ).toBe(200);
  expect(book.lists.get(1)?.count).toBe(1);
  expect((await routes.request('/1/numbers/999', { method: 'DELETE' })).status).toBe(404);
  expect((await routes.request('/9/numbers')).status).toBe(404);
});

test('a list from an address is fetched as soon as it is added, and its numbers are not for changing by hand', async () => {
  const { routes, desk, book, asked } = aDesk();
  await routes.request('/', json('POST', fromWeb));
  expect(await (await routes.request('/1/refresh', { method: 'POST' })).json()).toMatchObject({
    count: 1,
    problem: null,
  });
  expect(asked).toEqual(['https://example.org/list.txt']);
  expect(book.lists.find('15881234')).toHaveLength(1);
  expect((await routes.request('/1/numbers', json('POST', { number: '02-312-3456' }))).status).toBe(409);
  expect(desk.removeNumber(1, '15881234')).toBe('list-subscribed');
  expect(
    (await routes.request('/', json('POST', { ...fromWeb, source: { kind: 'url', url: 'http://x.org' } })))
      .status,
  ).toBe(400);
});

test('stale lists are fetched once a day, after a failure later each time, and never while switched off', async () => {
  let good = false;
  const { desk, asked, later, book } = aDesk(() =>
    good ? Promise.resolve(new Response('1588-1234\n')) : Promise.reject(new TypeError('no way there')),
  );
  desk.add({
    ...fromWeb,
    action: 'block',
    category: null,
    enabled: true,
    source: { kind: 'url', url: 'https://example.org/a' },
  });
  await desk.refresh(1);
  expect(book.lists.get(1)?.problem).toBe('not-reached');
  const triesWithin = async (ms: number, stepMs: number) => {
    const before = asked.length;
    for (let past = 0; past < ms; past += stepMs) {
      later(stepMs);
      await desk.refreshStale();
    }
    return asked.length - before;
  };
  expect(await triesWithin(24 * hourMs, hourMs / 6)).toBe(6);
  good = true;
  expect(await triesWithin(25 * hourMs, hourMs)).toBe(1);
  expect(await triesWithin(25 * hourMs, hourMs)).toBe(1);
  expect(book.lists.get(1)).toMatchObject({ count: 1, problem: null });
  desk.change(1, { enabled: false });
  expect(await triesWithin(48 * hourMs, hourMs)).toBe(0);
});

test('a list in a file is read again when the file has moved', async () => {
  const { desk, folder, book } = aDesk();
  const path = join(folder, 'list.csv');
  writeFileSync(path, '번호\n070-1234-5678\n');
  desk.add({
    name: 'x',
    action: 'flag',
    category: null,
    enabled: true,
    source: { kind: 'file', path: '/nowhere' },
  });
  await desk.refresh(1);
  desk.change(1, { source: { kind: 'file', path } });
  await desk.refresh(1);
  expect(book.lists.get(1)).toMatchObject({ count: 1, problem: null });
});

test('closing gives up what is being fetched', async () => {
  let given: AbortSignal | null | undefined;
  const { desk, book } = aDesk((_input, init) => {
    given = init?.signal;
    return new Promise((_resolve, reject) =>
      init?.signal?.addEventListener('abort', () => reject(new Error('given up'))),
    );
  });
  desk.add({
    name: 'x',
    action: 'flag',
    category: null,
    enabled: true,
    source: { kind: 'url', url: 'https://example.org/a' },
  });
  await desk.close();
  expect(given?.aborted).toBe(true);
  expect(book.lists.get(1)?.problem).toBeNull();
});
