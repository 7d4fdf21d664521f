import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { importRoutes } from '../../main/api/imports.ts';
import { exportCsv, exportJson } from '../../main/book/export.ts';
import type { Remembered } from '../../main/editing.ts';
import { createImportDesk } from '../../main/import-desk.ts';
import type { ImportWish } from '../../shared/import.ts';
import { ImportJob, ImportUpload } from '../../shared/import.ts';
import { aBook, aFolder } from './book/a-book.ts';

function aDesk(folder = aFolder()) {
  const { book } = aBook(folder);
  const told: Remembered[] = [];
  const desk = createImportDesk({ book, folder, country: () => 'KR', changed: what => told.push(what) });
  onTestFinished(() => desk.close());
  const routes = importRoutes(desk);

  async function look(text: BodyInit, name = 'list.csv') {
    const answer = await routes.request(`/?name=${encodeURIComponent(name)}`, { method: 'POST', body: text });
    expect(answer.status).toBe(201);
    return ImportUpload.parse(await answer.json());
  }
  async function start(id: string, wish: Partial<ImportWish>) {
    return routes.request(`/${id}`, {
      method: 'POST',
      body: JSON.stringify(wish),
      headers: { 'Content-Type': 'application/json' },
    });
  }
  async function job(id: string) {
    return ImportJob.parse(await (await routes.request(`/${id}`)).json());
  }
  async function over(id: string) {
    for (;;) {
      const now = await job(id);
      if (now.state !== 'running') return now;
      await setImmediate();
    }
  }
  return { book, folder, told, desk, routes, look, start, job, over };
}

/** Numbers enough that bringing them in takes some turns of the loop. */
const many = (count: number) =>
  `번호\n${Array.from({ length: count }, (_, index) => `070${String(10000000 + index)}`).join('\n')}\n`;

test('a file is looked at first, brought in after the owner’s word, told, and undone as one', async () => {
  const { book, look, start, over, told } = aDesk();
  const { id, preview } = await look(
    '이름,번호\n대출,1588-1234\n대출,1588-1234\n보험,없음\n',
    '스팸 목록.csv',
  );
  expect(preview).toMatchObject({ format: 'csv', count: 1, duplicates: 1, notUnderstoodCount: 1, own: null });
  expect([book.lists.list(), told]).toEqual([[], []]);
  expect((await start(id, { as: 'list' })).status).toBe(202);
  const done = await over(id);
  expect(done).toMatchObject({ state: 'done', result: { added: 1, merged: 1, skipped: 1, listId: 1 } });
  expect(book.lists.list()).toMatchObject([{ name: '스팸 목록', action: 'block', count: 1 }]);
  expect(book.lists.find('15881234')).toHaveLength(1);
  expect(told).toContain('lists');
  book.changes.undo(done.result?.changeId ?? 0);
  expect(book.lists.list()).toEqual([]);
});

test('a list takes more numbers, or only those of the file', async () => {
  const { book, look, start, over } = aDesk();
  const list = { name: 'x', action: 'flag', category: null, source: { kind: 'own' }, enabled: true } as const;
  const listId = book.lists.add(list).list.id;
  for (const [text, mode, count] of [
    ['1588-1234\n1577-1234\n', 'add', 2],
    ['1588-1234\n1600-1234\n', 'add', 3],
    ['1800-1234\n', 'replace', 1],
  ] as const) {
    const { id } = await look(text, 'x.txt');
    await start(id, { as: 'list', listId, mode });
    await over(id);
    expect(book.lists.get(listId)?.count).toBe(count);
  }
});

test('contacts and rules come from the same file', async () => {
  const { book, look, start, over, told } = aDesk();
  const { id } = await look('이름,번호\n엄마,010-2345-6789\n', 'x.csv');
  await start(id, { as: 'contacts' });
  await over(id);
  await start(id, { as: 'rules', action: 'allow' });
  expect(await over(id)).toMatchObject({ state: 'done', result: { added: 1 } });
  expect(book.contacts.list()).toMatchObject([{ name: '엄마' }]);
  expect(book.rules.list()).toMatchObject([{ action: 'allow', who: { kind: 'number' } }]);
  expect(told).toEqual(expect.arrayContaining(['contacts', 'rules']));
});

test('an export of Ringfence is known as what it is, whole or a table of it, and comes back', async () => {
  const other = aBook().book;
  other.contacts.add({ name: '동네, "병원"', numbers: ['02-312-3456'], group: '', note: '=1' });
  const { book, look, start, over } = aDesk();
  for (const [text, name] of [
    [[...exportJson(other, 0)].join(''), 'ringfence.json'],
    [[...exportCsv(other, 'contacts')].join(''), 'contacts.csv'],
  ] as const) {
    const { id, preview } = await look(text, name);
    expect(preview).toMatchObject({ format: 'ringfence', own: { contacts: 1 } });
    await start(id, { as: 'own' });
    expect(await over(id)).toMatchObject({ state: 'done' });
  }
  expect(book.contacts.list()).toEqual(other.contacts.list());
});

test('an import under way tells how far it is, is cancelled, and leaves nothing behind', async () => {
  const { book, folder, look, start, job, over, routes } = aDesk();
  const { id } = await look(many(30_000));
  await start(id, { as: 'list' });
  expect((await start(id, { as: 'list' })).status).toBe(409);
  while ((await job(id)).done === 0) await setImmediate();
  expect(ImportJob.parse(await (await routes.request(`/${id}`, { method: 'DELETE' })).json()).state).toBe(
    'cancelled',
  );
  expect(await over(id)).toMatchObject({ state: 'cancelled', result: null });
  expect([book.lists.list(), book.changes.list(5)]).toEqual([[], []]);
  await routes.request(`/${id}`, { method: 'DELETE' });
  expect((await routes.request(`/${id}`)).status).toBe(404);
  expect(readdirSync(join(folder, 'imports'))).toEqual([]);
});

test('at most two files are kept; a third takes the place of the older that rests', async () => {
  const { look, routes } = aDesk();
  const first = await look('1588-1234\n', 'a.txt');
  await look('1588-1234\n', 'b.txt');
  await look('1588-1234\n', 'c.txt');
  expect((await routes.request(`/${first.id}`)).status).toBe(404);
});

test('a file that is too large, or is broken off, is not kept', async () => {
  const { folder, routes } = aDesk();
  const megabytes = () => new Uint8Array(16 * 1024 * 1024).fill(0x31);
  const endless = () => new ReadableStream({ pull: controller => controller.enqueue(megabytes()) });
  const post = (body: ReadableStream) =>
    routes.request('/', { method: 'POST', body, duplex: 'half' } as RequestInit);
  expect((await post(endless())).status).toBe(413);
  const brokenOff = new ReadableStream({ pull: () => Promise.reject(new Error('gone')) });
  expect((await post(brokenOff)).status).not.toBe(201);
  expect(readdirSync(join(folder, 'imports'))).toEqual([]);
});

test('a file that cannot be done with what was asked for says why', async () => {
  const { look, start, over } = aDesk();
  const { id } = await look('1588-1234\n', 'a.txt');
  await start(id, { as: 'own' });
  expect(await over(id)).toMatchObject({ state: 'failed', problem: 'unknown-format' });
  await start(id, { as: 'list', listId: 99 });
  expect(await over(id)).toMatchObject({ state: 'failed', problem: 'no-list' });
  expect((await start(id, {})).status).toBe(400);
  expect((await start('nothing', { as: 'list' })).status).toBe(404);
});

test('what a crash left of earlier imports is cleared away at the start', () => {
  const folder = aFolder();
  mkdirSync(join(folder, 'imports'));
  writeFileSync(join(folder, 'imports', 'old'), '1');
  aDesk(folder);
  expect(existsSync(join(folder, 'imports', 'old'))).toBe(false);
});
