import type { Migration } from './migration.ts';

/**
 * Times are epoch milliseconds (REAL: a clock may give fractions; whole ones are stored as integers anyway).
 * A caller's count, first and last call are kept by triggers, so that no way of writing calls can forget them.
 */
export const start: Migration = {
  version: 1,
  name: 'start',
  sql: `
    CREATE TABLE callers (
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL UNIQUE,
      digits TEXT NOT NULL,
      number TEXT NOT NULL,
      words TEXT NOT NULL DEFAULT '',
      label TEXT,
      note TEXT NOT NULL DEFAULT '',
      own_name TEXT,
      first_at REAL,
      last_at REAL,
      count INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX callers_by_digits ON callers (digits);
    CREATE INDEX callers_by_label ON callers (label) WHERE label IS NOT NULL;

    CREATE TABLE calls (
      seq INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      line TEXT NOT NULL,
      caller INTEGER NOT NULL REFERENCES callers (id),
      started_at REAL NOT NULL,
      ended_at REAL,
      rings INTEGER NOT NULL,
      state TEXT NOT NULL,
      outcome TEXT,
      word TEXT NOT NULL,
      class TEXT NOT NULL,
      rule_id INTEGER,
      number TEXT,
      caller_id TEXT,
      hang_up TEXT,
      verdict TEXT
    ) STRICT;
    CREATE INDEX calls_by_time ON calls (started_at, word, class, caller, rule_id, line);
    CREATE INDEX calls_by_caller ON calls (caller, started_at);
    CREATE INDEX calls_by_word ON calls (word, started_at);
    CREATE INDEX calls_by_class ON calls (class, started_at);
    CREATE INDEX calls_by_rule ON calls (rule_id, started_at) WHERE rule_id IS NOT NULL;
    CREATE INDEX calls_unfinished ON calls (state) WHERE state <> 'ended';

    CREATE TRIGGER call_written AFTER INSERT ON calls BEGIN
      UPDATE callers SET
        count = count + 1,
        first_at = min(coalesce(first_at, NEW.started_at), NEW.started_at),
        last_at = max(coalesce(last_at, NEW.started_at), NEW.started_at)
      WHERE id = NEW.caller;
    END;
    CREATE TRIGGER call_moved AFTER UPDATE OF caller, started_at ON calls
    WHEN OLD.caller <> NEW.caller OR OLD.started_at <> NEW.started_at BEGIN
      UPDATE callers SET
        count = count - (id = OLD.caller) + (id = NEW.caller),
        first_at = (SELECT min(started_at) FROM calls WHERE caller = callers.id),
        last_at = (SELECT max(started_at) FROM calls WHERE caller = callers.id)
      WHERE id IN (OLD.caller, NEW.caller);
      DELETE FROM callers
      WHERE id = OLD.caller AND count = 0 AND label IS NULL AND note = '' AND own_name IS NULL;
    END;
    CREATE TRIGGER call_deleted AFTER DELETE ON calls BEGIN
      UPDATE callers SET
        count = count - 1,
        first_at = (SELECT min(started_at) FROM calls WHERE caller = OLD.caller),
        last_at = (SELECT max(started_at) FROM calls WHERE caller = OLD.caller)
      WHERE id = OLD.caller;
      DELETE FROM callers
      WHERE id = OLD.caller AND count = 0 AND label IS NULL AND note = '' AND own_name IS NULL;
    END;

    CREATE TABLE rules (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      created_at REAL NOT NULL,
      draft TEXT NOT NULL
    ) STRICT;

    CREATE TABLE contacts (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      created_at REAL NOT NULL,
      name TEXT NOT NULL,
      grp TEXT NOT NULL,
      note TEXT NOT NULL
    ) STRICT;
    CREATE TABLE contact_numbers (
      contact INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      written TEXT NOT NULL,
      digits TEXT NOT NULL,
      PRIMARY KEY (contact, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX contact_numbers_by_digits ON contact_numbers (digits);

    CREATE TABLE lists (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      created_at REAL NOT NULL,
      draft TEXT NOT NULL,
      refreshed_at REAL,
      problem TEXT,
      edition INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE editions (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      list INTEGER NOT NULL,
      created_at REAL NOT NULL,
      complete INTEGER NOT NULL DEFAULT 0,
      count INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE TABLE list_numbers (
      number INTEGER NOT NULL,
      edition INTEGER NOT NULL,
      detail TEXT,
      PRIMARY KEY (number, edition)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE list_prefixes (
      prefix TEXT NOT NULL,
      edition INTEGER NOT NULL,
      detail TEXT,
      PRIMARY KEY (prefix, edition)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE changes (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      at REAL NOT NULL,
      what TEXT NOT NULL,
      key TEXT NOT NULL,
      vals TEXT NOT NULL,
      edits TEXT NOT NULL,
      undoes INTEGER,
      undone INTEGER NOT NULL DEFAULT 0
    ) STRICT;

    CREATE TABLE remembered (
      key TEXT PRIMARY KEY,
      value BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
