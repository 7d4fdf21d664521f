import { renameSync, rmSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import type { Migration } from './migrations/migration.ts';
import { number } from './rows.ts';
import { NewerDataError } from './storage-error.ts';

/** The data's version, 0 for a new file. */
export function versionOf(connection: DatabaseSync): number {
  return number(connection.prepare('PRAGMA user_version').get() ?? {}, 'user_version');
}

function keepCopy(connection: DatabaseSync, file: string, version: number) {
  const copy = `${file}.before-${String(version + 1).padStart(3, '0')}`;
  const part = `${copy}.part`;
  rmSync(part, { force: true });
  connection.prepare('VACUUM INTO ?').run(part);
  renameSync(part, copy);
}

/**
 * Brings the data to today's form, step by step and all or nothing; a copy of the file from before is kept beside it.
 * Throws NewerDataError for a file of a later version, which is left untouched.
 */
export function migrate(connection: DatabaseSync, file: string, migrations: readonly Migration[]) {
  const newest = migrations.at(-1)?.version ?? 0;
  const version = versionOf(connection);
  if (version > newest) throw new NewerDataError(file, version, newest);
  if (version === newest) return;
  if (version > 0) keepCopy(connection, file, version);
  // Foreign keys cannot be switched within a transaction, and a step may rebuild a table that others point to.
  connection.exec('PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE');
  try {
    // Read again: another Ringfence may have done it while this one waited.
    for (const step of migrations.slice(versionOf(connection))) {
      connection.exec(step.sql);
      connection.exec(`PRAGMA user_version = ${step.version}`);
    }
    connection.exec('COMMIT; PRAGMA foreign_keys = ON');
  } catch (error) {
    if (connection.isTransaction) connection.exec('ROLLBACK');
    throw error;
  }
}
