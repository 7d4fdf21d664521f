import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { Row } from './rows.ts';
import { storageErrorOf } from './storage-error.ts';

export type Value = SQLInputValue;

/** An open file of SQL tables. Every failure of the storage is thrown as a StorageError. */
export interface Database {
  readonly file: string;
  all(sql: string, ...values: Value[]): Row[];
  get(sql: string, ...values: Value[]): Row | undefined;
  iterate(sql: string, ...values: Value[]): Iterable<Row>;
  run(sql: string, ...values: Value[]): { changes: number; lastId: number };
  /** All of it or nothing; calls within calls join the outermost. */
  transaction<T>(work: () => T): T;
  /** Sets a PRAGMA now; a kept statement would set it only the first time. */
  set(pragma: string): void;
  /** A whole copy in one file, made while the book stays in use. */
  backup(toFile: string): Promise<void>;
  close(): void;
}

const statementsKept = 200;

/**
 * Statements on a connection, prepared once. `current` because a connection is replaced when its file turns out to be
 * damaged, or can be written at last.
 */
export function statements(current: () => DatabaseSync, file: string): Omit<Database, 'backup'> {
  const kept = new Map<string, StatementSync>();
  let keptOf: DatabaseSync | null = null;
  let depth = 0;

  function statement(sql: string): StatementSync {
    const connection = current();
    if (keptOf !== connection) {
      kept.clear();
      keptOf = connection;
    }
    const known = kept.get(sql);
    if (known) return known;
    if (kept.size >= statementsKept) kept.clear();
    const prepared = connection.prepare(sql);
    kept.set(sql, prepared);
    return prepared;
  }

  function named<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw storageErrorOf(error, file);
    }
  }

  return {
    file,
    all: (sql, ...values) => named(() => statement(sql).all(...values)),
    get: (sql, ...values) => named(() => statement(sql).get(...values)),
    *iterate(sql, ...values) {
      // Of its own: a kept statement would be reset by the same question asked within the loop.
      const rows = named(() =>
        current()
          .prepare(sql)
          .iterate(...values),
      );
      while (true) {
        const next = named(() => rows.next());
        if (next.done) return;
        yield next.value;
      }
    },
    run: (sql, ...values) =>
      named(() => {
        const done = statement(sql).run(...values);
        return { changes: Number(done.changes), lastId: Number(done.lastInsertRowid) };
      }),
    transaction(work) {
      if (depth > 0) return work();
      return named(() => {
        const connection = current();
        connection.exec('BEGIN IMMEDIATE');
        depth++;
        try {
          const result = work();
          connection.exec('COMMIT');
          return result;
        } catch (error) {
          if (connection.isTransaction) connection.exec('ROLLBACK');
          throw error;
        } finally {
          depth--;
        }
      });
    },
    set: pragma =>
      named(() => {
        current().exec(`PRAGMA ${pragma}`);
      }),
    close: () => current().close(),
  };
}
