import { join } from 'node:path';
import type { Trouble } from '../../shared/live.ts';
import type { LabelsNamed } from './call-query.ts';
import type { Callers } from './callers.ts';
import { openCallers } from './callers.ts';
import type { Calls } from './calls.ts';
import { openCalls } from './calls.ts';
import type { ChangeLog } from './changes.ts';
import { openChangeLog } from './changes.ts';
import type { Contacts } from './contacts.ts';
import { openContacts } from './contacts.ts';
import type { Database } from './database.ts';
import { openDatabase } from './database.ts';
import type { Lists } from './lists.ts';
import { openLists } from './lists.ts';
import { migrations } from './migrations/all.ts';
import type { Migration } from './migrations/migration.ts';
import { bytes } from './rows.ts';
import type { Rules } from './rules.ts';
import { openRules } from './rules.ts';
import { openStates } from './states.ts';

/** What is remembered. One file, `ringfence.db`, in the data folder. */
export interface Book {
  calls: Calls;
  callers: Callers;
  rules: Rules;
  contacts: Contacts;
  lists: Lists;
  changes: ChangeLog;
  /** Bytes kept under a key, such as the learner's state. */
  remembered: { get(key: string): Uint8Array | null; set(key: string, value: Uint8Array): void };
  /** All that `work` writes comes to disk together, or not at all; for many small writes. */
  atOnce<T>(work: () => T): T;
  /** Did another program write to the book since this was last asked? */
  changedElsewhere(): boolean;
  /** A whole copy in one file, made while the book stays in use. */
  backup(toFile: string): Promise<void>;
  close(): void;
}

export interface BookOptions {
  onTrouble: (trouble: Trouble) => void;
  onTroubleOver?: (key: Trouble['key']) => void;
  now?: () => number;
  /** Country of the line, ISO 3166-1 alpha-2, by which contacts' and lists' numbers are read; Korea if absent. */
  country?: () => string;
  /** Which labels a word of a search means, in the languages of the screen. */
  labelsNamed?: LabelsNamed;
  migrations?: readonly Migration[];
}

export const bookFile = 'ringfence.db';

function openRemembered(database: Database): Book['remembered'] {
  return {
    get(key) {
      const row = database.get('SELECT value FROM remembered WHERE key = ?', key);
      return row ? bytes(row, 'value') : null;
    },
    set(key, value) {
      const upsert = `INSERT INTO remembered (key, value) VALUES (?, ?)
        ON CONFLICT (key) DO UPDATE SET value = excluded.value`;
      database.run(upsert, key, value);
    },
  };
}

/**
 * Opens the book in a folder, making both if they are not there. Damage and want of storage are told as troubles;
 * throws NewerDataError for data of a later version, StorageError where another program keeps the file locked.
 */
export function openBook(folder: string, options: BookOptions): Book {
  const now = options.now ?? (() => Date.now());
  const teller = {
    now,
    onTrouble: options.onTrouble,
    onTroubleOver: options.onTroubleOver ?? (() => undefined),
  };
  const database = openDatabase(join(folder, bookFile), {
    migrations: options.migrations ?? migrations,
    onTrouble: options.onTrouble,
    onTroubleOver: teller.onTroubleOver,
    now,
  });
  const country = options.country ?? (() => 'KR');
  const states = openStates(database, country);
  const changes = openChangeLog(database, states, now);
  const callers = openCallers(database, changes);
  const contacts = openContacts(database, states, changes, now);
  const labelsNamed = options.labelsNamed ?? (() => []);
  const { calls, stop } = openCalls({ database, callers, contacts, labelsNamed, teller });
  const dataVersion = () => database.get('PRAGMA data_version')?.['data_version'];
  let seenVersion = dataVersion();

  return {
    calls,
    callers,
    rules: openRules(database, states, changes, now),
    contacts,
    lists: openLists({ database, states, log: changes, now, country }),
    changes,
    remembered: openRemembered(database),
    atOnce: work => database.transaction(work),
    changedElsewhere() {
      const version = dataVersion();
      const changed = version !== seenVersion;
      seenVersion = version;
      return changed;
    },
    backup: toFile => database.backup(toFile),
    close() {
      stop();
      database.close();
    },
  };
}
