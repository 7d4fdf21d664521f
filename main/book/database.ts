import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import type { Trouble } from '../../shared/live.ts';
import { migrate, versionOf } from './migrate.ts';
import type { Migration } from './migrations/migration.ts';
import type { Row } from './rows.ts';
import { text } from './rows.ts';
import { mend, salvage } from './salvage.ts';
import { freeName, setAside } from './set-aside.ts';
import type { Database } from './statements.ts';
import { statements } from './statements.ts';
import { StorageError, storageErrorOf } from './storage-error.ts';

export type { Database, Value } from './statements.ts';

export interface DatabaseOptions {
  migrations: readonly Migration[];
  onTrouble: (trouble: Trouble) => void;
  onTroubleOver: (key: Trouble['key']) => void;
  now: () => number;
}

/** How long a statement waits for another program's write: this long the line hears nothing. */
const busyMs = 50;
/** At the start nothing rings yet. */
const busyAtOpenMs = 2000;
/** Above this a file is only checked through after an unclean end, since checking reads all of it. */
const checkBytes = 256 * 1024 * 1024;
/** A book in memory tries to come to its file this often. */
const moveToDiskMs = 30_000;

function connect(file: string, readOnly = false): DatabaseSync {
  const connection = new DatabaseSync(file, { readOnly, timeout: busyAtOpenMs });
  if (readOnly) return connection;
  try {
    connection.exec(`
      PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
      PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8000; PRAGMA journal_size_limit = 33554432;
      PRAGMA trusted_schema = OFF; BEGIN IMMEDIATE; ROLLBACK`);
  } catch (error) {
    connection.close();
    throw error;
  }
  return connection;
}

function check(connection: DatabaseSync, file: string) {
  const unclean = existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0;
  if (statSync(file).size > checkBytes && !unclean) return;
  const found = connection.prepare('PRAGMA quick_check(1)').get();
  const verdict = found ? text(found, 'quick_check') : 'ok';
  if (verdict !== 'ok') throw new StorageError('database-damaged', `${file}: ${verdict}`);
}

function connectChecked(file: string, options: DatabaseOptions): DatabaseSync {
  const before = existsSync(file);
  const connection = connect(file);
  try {
    // A newer file is refused before anything else is asked of it.
    if (before && versionOf(connection) <= (options.migrations.at(-1)?.version ?? 0)) check(connection, file);
    migrate(connection, file, options.migrations);
    connection.exec(`PRAGMA busy_timeout = ${busyMs}`);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/**
 * Reads a file beside which nothing can be written either: SQLite then refuses a WAL database unless it is promised that
 * nobody changes it. What was still in its WAL is not seen so, and everything older is.
 */
function connectToRead(file: string): DatabaseSync {
  const plain = connect(file, true);
  try {
    plain.prepare('SELECT count(*) FROM sqlite_schema').get();
    return plain;
  } catch {
    plain.close();
    const unchanging = pathToFileURL(file);
    unchanging.searchParams.set('immutable', '1');
    return new DatabaseSync(unchanging, { readOnly: true });
  }
}

function fill(connection: DatabaseSync, fromFile: string): boolean {
  connection.exec('PRAGMA foreign_keys = OFF');
  try {
    const from = connectToRead(fromFile);
    try {
      const saved = salvage(
        statements(() => from, fromFile),
        statements(() => connection, fromFile),
      );
      for (const sql of mend) connection.exec(sql);
      return saved;
    } finally {
      from.close();
    }
  } catch {
    // Not even its header can be read: there is nothing to save.
    return false;
  } finally {
    connection.exec('PRAGMA foreign_keys = ON');
  }
}

function startAnew(file: string, options: DatabaseOptions): DatabaseSync {
  const aside = setAside(file, 'damaged', options.now());
  const connection = connectChecked(file, options);
  const saved = fill(connection, aside);
  options.onTrouble({
    key: 'database-damaged',
    at: options.now(),
    values: { file: aside, saved: saved ? 'yes' : 'no' },
  });
  return connection;
}

/** A book in memory for want of a disk. `whole`: it holds all that the file held. */
interface InMemory {
  connection: DatabaseSync;
  trouble: Trouble['key'];
  whole: boolean;
}

/** The guard must work even where nothing can be written: what is there is read, what is new lives in memory until it can. */
function inMemory(file: string, options: DatabaseOptions, cause: StorageError): InMemory {
  const connection = connectChecked(':memory:', { ...options });
  const whole = !existsSync(file) || fill(connection, file);
  options.onTrouble({
    key: cause.problem,
    at: options.now(),
    values: { folder: dirname(file), detail: cause.message },
  });
  return { connection, trouble: cause.problem, whole };
}

/** Writes a book from memory to the disk: in the place of its file, or beside one that it could not read. */
function moveToDisk({ connection, whole }: InMemory, file: string, options: DatabaseOptions): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true });
  const part = `${file}.part`;
  rmSync(part, { force: true });
  connection.prepare('VACUUM INTO ?').run(part);
  if (!whole) {
    const onDisk = connectChecked(file, options);
    renameSync(part, freeName(file, 'apart', options.now()));
    return onDisk;
  }
  const aside = existsSync(file) ? setAside(file, 'replaced', options.now()) : null;
  renameSync(part, file);
  const onDisk = connectChecked(file, options);
  // Its WAL may have held more than could be read.
  if (aside !== null) fill(onDisk, aside);
  return onDisk;
}

function open(file: string, options: DatabaseOptions): DatabaseSync | InMemory {
  try {
    mkdirSync(dirname(file), { recursive: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return inMemory(file, options, new StorageError('data-unwritable', message, error));
  }
  try {
    return connectChecked(file, options);
  } catch (error) {
    const known = storageErrorOf(error, file);
    if (!(known instanceof StorageError)) throw known;
    switch (known.problem) {
      case 'database-damaged':
        return startAnew(file, options);
      case 'data-unwritable':
      case 'disk-full':
        return inMemory(file, options, known);
      case 'database-locked':
        throw known;
    }
  }
}

/**
 * Opens the file, making it if it is not there and bringing it to today's form. A damaged file is set aside, what can be
 * read of it goes into a new one, and the trouble is told; where nothing can be written the book lives in memory until it
 * can.
 * Throws NewerDataError for a file of a later version, StorageError where another program keeps it locked.
 */
export function openDatabase(file: string, options: DatabaseOptions): Database {
  const opened = open(file, options);
  let memory = 'connection' in opened ? opened : null;
  let connection = 'connection' in opened ? opened.connection : opened;
  const inner = statements(() => connection, file);
  let inTransaction = false;

  function tryDisk(): void {
    if (memory === null) return;
    try {
      // The one to memory is not closed: a loop may still be reading from it.
      connection = moveToDisk(memory, file, options);
    } catch {
      // Said when it began, and still so.
      return;
    }
    options.onTroubleOver(memory.trouble);
    memory = null;
    clearInterval(moving ?? undefined);
  }
  const moving = memory && setInterval(tryDisk, moveToDiskMs).unref();

  /** Damage may also show in use: then the file is set aside and the work is done once more on what was saved. */
  function withRepair<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (inTransaction || !(error instanceof StorageError) || error.problem !== 'database-damaged')
        throw error;
      connection.close();
      connection = startAnew(file, options);
      return work();
    }
  }

  return {
    ...inner,
    async backup(toFile) {
      await backup(connection, toFile);
    },
    all: (sql, ...values) => withRepair(() => inner.all(sql, ...values)),
    get: (sql, ...values) => withRepair(() => inner.get(sql, ...values)),
    run: (sql, ...values) => withRepair(() => inner.run(sql, ...values)),
    transaction: work =>
      inTransaction
        ? inner.transaction(work)
        : withRepair(() => {
            inTransaction = true;
            try {
              return inner.transaction(work);
            } finally {
              inTransaction = false;
            }
          }),
    close() {
      tryDisk();
      clearInterval(moving ?? undefined);
      inner.close();
    },
  };
}

/** Rows of tables of a foreign SQLite file, held in memory; tables that it does not have are left out. */
export function readTables(bytes: Uint8Array, tables: readonly string[]): Map<string, Row[]> {
  const connection = new DatabaseSync(':memory:');
  try {
    connection.deserialize(bytes);
    connection.exec('PRAGMA trusted_schema = OFF');
    const there = connection.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).all();
    const found = new Set(there.map(row => text(row, 'name')));
    const known = tables.filter(table => found.has(table));
    return new Map(known.map(table => [table, connection.prepare(`SELECT * FROM "${table}"`).all()]));
  } finally {
    connection.close();
  }
}
