import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  openSync,
  writeSync,
  closeSync,
} from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test, vi, onTestFinished } from 'vitest';
import { bookFile, openBook } from '../../../main/book/book.ts';
import { migrations } from '../../../main/book/migrations/all.ts';
import { aBook, aCall, aFolder, aRule, start } from './a-book.ts';

function fill(folder: string, calls: number) {
  const { book } = aBook(folder);
  const { rule } = book.rules.add(aRule());
  for (let index = 0; index < calls; index++)
    book.calls.write(aCall({ id: `call-${index}`, startedAt: start + index }));
  book.callers.change('023123456', { label: 'loan' });
  book.close();
  return rule;
}

const asideIn = (folder: string) => readdirSync(folder).filter(name => name.includes('.damaged-'));

describe('a process killed in the middle of writing', () => {
  test('loses no call that was written', async () => {
    const folder = aFolder();
    const child = spawn(process.execPath, [join(import.meta.dirname, 'endless-writer.ts'), folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let told = -1;
    for await (const line of createInterface({ input: child.stdout })) {
      told = Number(line);
      if (told === 200) child.kill('SIGKILL');
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    const { book, troubles } = aBook(folder);
    expect(troubles).toEqual([]);
    expect(told).toBeGreaterThanOrEqual(200);
    for (let index = 0; index <= told; index++) expect(book.calls.get(`call-${index}`)?.rings).toBe(1);
    expect(book.calls.closeInterrupted()).toBeGreaterThanOrEqual(told + 1);
    expect(book.callers.get('023123456')?.count).toBe(book.calls.page({}).total);
  });
});

describe('a damaged file', () => {
  test('that is no database at all is set aside and a new one begun', () => {
    const folder = aFolder();
    writeFileSync(join(folder, bookFile), 'this is not a database '.repeat(500));
    const { book, troubles } = aBook(folder);
    expect(troubles).toMatchObject([{ key: 'database-damaged', values: { saved: 'no' } }]);
    expect(asideIn(folder)).toHaveLength(1);
    expect(readFileSync(troubles[0]?.values['file'] ?? '', 'utf8')).toContain('not a database');
    book.calls.write(aCall());
    expect(book.calls.page({}).total).toBe(1);
  });

  test.each([[3], [8], [20], [60]])('with page %i overwritten gives up what can still be read', page => {
    const folder = aFolder();
    const rule = fill(folder, 2000);
    const file = join(folder, bookFile);
    const whole = readFileSync(file);
    const handle = openSync(file, 'r+');
    writeSync(handle, Buffer.alloc(4096, 0xa5), 0, 4096, (page - 1) * 4096);
    closeSync(handle);
    const { book, troubles } = aBook(folder);
    expect(troubles).toMatchObject([{ key: 'database-damaged', values: { saved: 'yes' } }]);
    expect(statSync(troubles[0]?.values['file'] ?? '').size).toBe(whole.length);
    const { total } = book.calls.page({});
    expect(total).toBeGreaterThan(1500);
    const callers = book.callers.get('023123456');
    if (callers) expect(callers.count).toBe(total);
    expect(book.rules.list()).toEqual([rule]);
    book.calls.write(aCall({ id: 'new' }));
    expect(book.calls.get('new')).not.toBeNull();
  });

  test('that shows in use is set aside then, and the call is written', () => {
    const folder = aFolder();
    fill(folder, 500);
    const { book, troubles } = aBook(folder);
    const handle = openSync(join(folder, bookFile), 'r+');
    const { size } = statSync(join(folder, bookFile));
    for (let at = 4096; at < size; at += 4096) writeSync(handle, Buffer.alloc(4096, 0xa5), 0, 4096, at);
    closeSync(handle);
    // What another program writes makes SQLite read the file again instead of its memory.
    const other = new DatabaseSync(join(folder, bookFile));
    other.exec(`PRAGMA user_version = ${migrations.length}`);
    expect(book.calls.write(aCall({ id: 'new' })).id).toBe('new');
    expect(troubles.map(trouble => trouble.key)).toEqual(['database-damaged']);
    expect(book.calls.page({}).calls.map(call => call.id)).toContain('new');
    expect(asideIn(folder).length).toBeGreaterThan(0);
  });

  test('never overwrites one that was set aside before', () => {
    const folder = aFolder();
    for (let time = 0; time < 3; time++) {
      writeFileSync(join(folder, bookFile), `broken ${time} `.repeat(1000));
      aBook(folder, { now: () => start }).book.close();
    }
    expect(asideIn(folder).filter(name => !/-(wal|shm)$/.test(name))).toHaveLength(3);
  });
});

describe('the form of the data', () => {
  const next = {
    version: migrations.length + 1,
    name: 'next',
    sql: `ALTER TABLE calls ADD COLUMN mood TEXT`,
  };

  test('is brought up to date, and a copy from before is kept', () => {
    const folder = aFolder();
    fill(folder, 3);
    const { book } = aBook(folder, { migrations: [...migrations, next] });
    expect(book.calls.page({}).total).toBe(3);
    const copy = new DatabaseSync(join(folder, `${bookFile}.before-00${next.version}`), { readOnly: true });
    expect(copy.prepare('PRAGMA user_version').get()).toMatchObject({ user_version: migrations.length });
    expect(copy.prepare('SELECT count(*) AS calls FROM calls').get()).toMatchObject({ calls: 3 });
    copy.close();
  });

  test('stays as it was if a step fails', () => {
    const folder = aFolder();
    fill(folder, 3);
    const broken = {
      version: migrations.length + 1,
      name: 'broken',
      sql: 'ALTER TABLE calls ADD COLUMN mood TEXT; NONSENSE',
    };
    expect(() => aBook(folder, { migrations: [...migrations, broken] })).toThrow('NONSENSE');
    expect(aBook(folder).book.calls.page({}).total).toBe(3);
  });

  test('of a newer Ringfence is refused and left untouched', () => {
    const folder = aFolder();
    fill(folder, 3);
    aBook(folder, { migrations: [...migrations, next] }).book.close();
    const before = readFileSync(join(folder, bookFile));
    expect(() => openBook(folder, { onTrouble: () => undefined })).toThrow('newer Ringfence');
    expect(readFileSync(join(folder, bookFile)).equals(before)).toBe(true);
    expect(asideIn(folder)).toEqual([]);
  });
});

describe('a disk that takes no more', () => {
  /** A disk with room for a few more pages: what SQLite is told of the page limit is what a full disk tells it. */
  function aFullDisk() {
    const folder = aFolder();
    fill(folder, 50);
    const limit = vi.spyOn(DatabaseSync.prototype, 'exec');
    onTestFinished(() => limit.mockRestore());
    const connections: DatabaseSync[] = [];
    limit.mockImplementation(function (this: DatabaseSync, sql: string) {
      if (!connections.includes(this)) connections.push(this);
      limit.mockRestore();
      this.exec(sql);
    });
    const opened = aBook(folder);
    const [connection] = connections;
    connection?.exec('PRAGMA max_page_count = 1');
    const makeRoom = () => connection?.exec('PRAGMA max_page_count = 1000000');
    return { ...opened, makeRoom };
  }

  const long = (index: number) =>
    aCall({
      id: `long-${index}`,
      startedAt: start + 1_000_000 + index,
      verdict: {
        action: 'allow',
        by: 'list',
        reasons: [{ key: 'x'.repeat(3000), values: {}, speaks: 'for' }],
      },
    });

  test('loses no call: they wait in memory, are shown, and are written when there is room', () => {
    const { book, folder, troubles, over, makeRoom } = aFullDisk();
    for (let index = 0; index < 40; index++) expect(book.calls.write(long(index)).id).toBe(`long-${index}`);
    expect(troubles.map(trouble => trouble.key)).toEqual(['disk-full']);
    expect(book.calls.waiting()).toBeGreaterThan(0);
    expect(book.calls.get('long-39')).toMatchObject({ id: 'long-39', caller: '023123456', label: 'loan' });
    expect(book.calls.page({ limit: 100 }).calls.map(call => call.id)).toContain('long-39');
    expect(book.calls.since(start + 1_000_000).calls).toBe(40);
    expect(book.calls.recentTimes('023123456', start + 1_000_000)).toHaveLength(40);
    expect(() => {
      for (let index = 0; index < 40; index++) book.rules.add(aRule({ note: 'y'.repeat(400) }));
    }).toThrow('full');
    makeRoom();
    book.calls.write(long(40));
    expect(over).toEqual(['disk-full']);
    expect(book.calls.waiting()).toBe(0);
    book.close();
    const again = aBook(folder).book;
    for (let index = 0; index <= 40; index++) expect(again.calls.get(`long-${index}`)).not.toBeNull();
  });

  test('tries again by itself', () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const { book, over, makeRoom } = aFullDisk();
    for (let index = 0; index < 40; index++) book.calls.write(long(index));
    vi.advanceTimersByTime(5000);
    expect(book.calls.waiting()).toBeGreaterThan(0);
    makeRoom();
    vi.advanceTimersByTime(60_000);
    expect(book.calls.waiting()).toBe(0);
    expect(over).toEqual(['disk-full']);
  });
});

test('while another program holds the file, calls wait; then they are written', () => {
  const { book, folder, troubles, over } = aBook();
  const other = new DatabaseSync(join(folder, bookFile));
  other.exec('BEGIN IMMEDIATE');
  book.calls.write(aCall({ id: 'a' }));
  expect(troubles.map(trouble => trouble.key)).toEqual(['database-locked']);
  other.exec('COMMIT');
  other.close();
  book.calls.write(aCall({ id: 'b' }));
  expect(over).toEqual(['database-locked']);
  expect(book.calls.page({}).total).toBe(2);
});

test('where the folder cannot be written the guard still has a book, and says so', () => {
  const folder = aFolder();
  writeFileSync(join(folder, 'in-the-way'), '');
  const { book, troubles } = aBook(join(folder, 'in-the-way'));
  expect(troubles.map(trouble => trouble.key)).toEqual(['data-unwritable']);
  expect(book.calls.write(aCall()).callsOfCaller).toBe(1);
});

describe('a book that had to start in memory', () => {
  function inMemory(existing: boolean) {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const folder = join(aFolder(), 'data');
    if (existing) fill(folder, 3);
    // What stands in the way: a file where the folder should be, or a folder where the file should be.
    const place = existing ? join(folder, bookFile) : folder;
    if (existing) renameSync(place, `${place}.kept`);
    if (existing) mkdirSync(place);
    else writeFileSync(place, '');
    const { book, troubles, over } = aBook(folder);
    expect(troubles.map(trouble => trouble.key)).toEqual(['data-unwritable']);
    rmSync(place, { recursive: true });
    if (existing) renameSync(`${place}.kept`, place);
    return { folder, book, over };
  }

  test('goes to its file as soon as that can be written, and says that the trouble is over', () => {
    const { book, folder, over } = inMemory(false);
    book.calls.write(aCall({ id: 'early' }));
    book.rules.add(aRule());
    vi.advanceTimersByTime(60_000);
    expect(over).toEqual(['data-unwritable']);
    book.calls.write(aCall({ id: 'late' }));
    book.close();
    const again = aBook(folder);
    expect(again.troubles).toEqual([]);
    expect(again.book.calls.page({}).calls.map(call => call.id)).toEqual(['late', 'early']);
    expect(again.book.rules.list()).toHaveLength(1);
  });

  test('goes there when it is closed, if not before', () => {
    const { book, folder } = inMemory(false);
    book.calls.write(aCall({ id: 'only' }));
    book.close();
    expect(aBook(folder).book.calls.page({}).total).toBe(1);
  });

  test('leaves a file that it could not read as it was, and is kept beside it', () => {
    const { book, folder } = inMemory(true);
    book.calls.write(aCall({ id: 'new' }));
    vi.advanceTimersByTime(60_000);
    expect(book.calls.page({}).total).toBe(3);
    book.close();
    const apart = readdirSync(folder).find(name => name.includes('.apart-')) ?? '';
    mkdirSync(join(folder, 'kept'));
    renameSync(join(folder, apart), join(folder, 'kept', bookFile));
    expect(
      aBook(join(folder, 'kept'))
        .book.calls.page({})
        .calls.map(call => call.id),
    ).toEqual(['new']);
  });
});

test('what another program writes is noticed', () => {
  const { book, folder } = aBook();
  expect(book.changedElsewhere()).toBe(false);
  const other = aBook(folder).book;
  other.rules.add(aRule());
  expect(book.changedElsewhere()).toBe(true);
  expect(book.changedElsewhere()).toBe(false);
  expect(book.rules.list()).toHaveLength(1);
});

test('a backup made in use is a whole book', async () => {
  const { book, folder } = aBook();
  book.calls.write(aCall());
  mkdirSync(join(folder, 'copy'));
  await book.backup(join(folder, 'copy', bookFile));
  book.close();
  expect(existsSync(join(folder, 'copy', bookFile))).toBe(true);
  expect(aBook(join(folder, 'copy')).book.calls.page({}).total).toBe(1);
  rmSync(join(folder, 'copy'), { recursive: true });
});
