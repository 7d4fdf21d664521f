import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { ImportWish } from '../../shared/import.ts';
import { aHouse, aPhone } from './a-house.ts';
import { cli, jsonLines } from './processes.ts';

const patient = { timeout: 120_000 };
const sales = '07012340001';

async function* numbers(count: number) {
  for (let from = 0; from < count; from += 5000) {
    const some = Array.from({ length: 5000 }, (_, index) => `070${String(12340000 + from + index)}\n`);
    yield Buffer.from(some.join(''));
    await Promise.resolve();
  }
}

test(
  'calls are judged while a long list comes in, and its numbers are refused as soon as it is there',
  patient,
  async () => {
    const [first, second] = [await aPhone(), await aPhone()];
    const { house, call, watching, event } = await aHouse({
      lines: [first.line, second.line],
      settings: { classDefaults: { representative: 'block' } },
    });
    await watching(2);
    const upload = await house.imports.look('spam.txt', numbers(100_000), new AbortController().signal);
    if (typeof upload === 'string') throw new Error(upload);
    house.imports.start(upload.id, ImportWish.parse({ as: 'list' }));
    first.call('15881234');
    expect(await call('15881234', one => one.hangUp !== null)).toMatchObject({
      verdict: { action: 'block' },
    });
    await vi.waitFor(() => expect(house.imports.job(upload.id)?.state).toBe('done'), patient);
    await event(one => one.type === 'changed' && one.what === 'lists');
    second.call(sales);
    expect(await call(sales, one => one.hangUp !== null)).toMatchObject({
      verdict: { action: 'block', by: 'list' },
    });
    await vi.waitFor(() => expect(second.ended()).toMatchObject([{ end: 'dropped' }]), patient);
  },
);

test('lists are added, fetched anew and filled from the command line', patient, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ringfence-lists-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'list.txt');
  writeFileSync(file, '1588-1234\n');
  const run = async (...args: string[]) => {
    const { code, stdout, stderr } = await cli([...args, '--data', folder]);
    return { code, lines: jsonLines(stdout), stderr };
  };
  expect(await run('lists', 'add', '--name', '가게', '--file', file, '--action', 'block')).toMatchObject({
    code: 0,
    lines: [{ id: 1, name: '가게', action: 'block', count: 1, problem: null }],
  });
  writeFileSync(file, '1588-1234\n1577-1234\n');
  expect(await run('lists', 'refresh', '1')).toMatchObject({ code: 0, lines: [{ count: 2 }] });
  rmSync(file);
  expect(await run('lists', 'refresh')).toMatchObject({
    code: 2,
    lines: [{ count: 2, problem: 'not-reached' }],
  });
  const more = join(folder, 'more.csv');
  writeFileSync(more, '번호,이름\n070-1234-5678,투자\n');
  expect(await run('import', more, '--as', 'list', '--name', '더')).toMatchObject({
    lines: [{ list: 2, count: 1 }],
  });
  expect(await run('lists', 'add', '--name', 'x', '--url', 'http://example.org')).toMatchObject({
    code: 2,
    lines: [],
  });
  expect(await run('lists')).toMatchObject({ lines: [{ id: 1 }, { id: 2 }] });
});
