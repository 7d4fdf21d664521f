import { setImmediate } from 'node:timers/promises';
import type { Call } from '../../shared/call.ts';
import { callWord } from '../../shared/call.ts';
import type { CallerStory, CallPage, CallQueryInput, Today } from '../../shared/history.ts';
import type { LabelsNamed } from './call-query.ts';
import { pageOfCalls } from './call-query.ts';
import { callColumns, callOf } from './call-rows.ts';
import type { StoredCall } from './call-rows.ts';
import type { Callers } from './callers.ts';
import type { Contacts } from './contacts.ts';
import type { Database } from './database.ts';
import { number, text } from './rows.ts';
import { storyOf } from './story.ts';
import type { TroubleTeller } from './waiting.ts';
import { openWaiting } from './waiting.ts';
import { closeInterrupted, writeCall } from './write-call.ts';

export interface Calls {
  /**
   * Writes a call as it is now: at its first event, and again as it grows. Never fails for want of storage: what cannot
   * be written is kept and tried again, and the trouble told. Returns the call as the page shows it.
   */
  write(call: StoredCall): Call;
  /** At the start of the guard: calls that never ended are closed as 'interrupted'. Returns how many. */
  closeInterrupted(): number;
  /** Writes calls of an export, in one transaction; those that the book holds stay as they are. Returns how many were new. */
  bringIn(calls: StoredCall[]): number;
  get(id: string): Call | null;
  page(query: CallQueryInput): CallPage;
  /** When the caller called, since a time, oldest first. */
  recentTimes(caller: string, sinceMs: number): number[];
  /** What happened since a time, usually midnight. */
  since(sinceMs: number): Today;
  story(caller: string): CallerStory | null;
  /** From the newest back, for dry runs and export, one at a time; the book may be used in between. */
  newestFirst(): Generator<Call>;
  /**
   * Deletes calls that started before a time, in pieces between which the guard goes on; returns how many.
   * Labels, notes and names stay.
   */
  forgetBefore(beforeMs: number): Promise<number>;
  /** Calls that could not be written yet. */
  waiting(): number;
}

/** Calls read at a time where all are read: long enough to be quick, short enough to hold no lock for long. */
const chunk = 2000;

export interface CallsParts {
  database: Database;
  callers: Callers;
  contacts: Contacts;
  labelsNamed: LabelsNamed;
  teller: TroubleTeller;
}

export function openCalls({ database, callers, contacts, labelsNamed, teller }: CallsParts) {
  const waiting = openWaiting<StoredCall>(call => writeCall(database, call), teller);
  const getSql = `SELECT ${callColumns} FROM calls JOIN callers ON callers.id = calls.caller WHERE calls.id = ?`;
  /** Totals by filter; any write makes them stale. */
  const totals = new Map<string, number>();
  let totalsOf = '';

  function stored(id: string): Call | null {
    const row = database.get(getSql, id);
    return row ? callOf(row) : null;
  }

  /** The call as far as it can be told without its row. */
  function unwritten(call: StoredCall): Call {
    try {
      const caller = callers.get(call.caller);
      const { knownAs, label, count } = caller ?? { knownAs: null, label: null, count: 0 };
      return { ...call, knownAs, label, callsOfCaller: count + (stored(call.id) ? 0 : 1) };
    } catch {
      return { ...call, knownAs: null, label: null, callsOfCaller: 1 };
    }
  }

  const versionSql = `SELECT total_changes() AS mine, (SELECT data_version FROM pragma_data_version) AS others`;

  function knownTotal(key: string): number | undefined {
    const { mine, others } = database.get(versionSql) ?? {};
    const version = `${String(mine)}:${String(others)}`;
    if (version !== totalsOf) totals.clear();
    totalsOf = version;
    return totals.get(key);
  }

  const calls: Calls = {
    write(call) {
      waiting.write(call);
      return (waiting.get(call.id) ? null : stored(call.id)) ?? unwritten(call);
    },

    bringIn: exported =>
      database.transaction(() => {
        const fresh = exported.filter(call => stored(call.id) === null);
        for (const call of fresh) writeCall(database, call);
        return fresh.length;
      }),

    closeInterrupted: () => closeInterrupted(database).length,

    get(id) {
      const call = waiting.get(id);
      return call ? unwritten(call) : stored(id);
    },

    page(query) {
      const filter = { ...query, cursor: undefined, limit: undefined };
      const key = JSON.stringify(filter);
      const page = pageOfCalls(database, query, labelsNamed, knownTotal(key));
      totals.set(key, page.total);
      const newer = new Map(waiting.all().map(call => [call.id, call]));
      if (newer.size === 0) return page;
      const shown = page.calls.map(call => {
        const now = newer.get(call.id);
        newer.delete(call.id);
        return now ? unwritten(now) : call;
      });
      // What waits to be written is shown on top where nothing is filtered, so that nobody thinks it lost.
      const unfiltered = Object.values(filter).every(value => value === undefined);
      const ahead =
        unfiltered && query.cursor === undefined ? [...newer.values()].map(unwritten).reverse() : [];
      return { ...page, calls: [...ahead.filter(call => stored(call.id) === null), ...shown] };
    },

    recentTimes(caller, sinceMs) {
      const sql = `SELECT id, started_at FROM calls
        WHERE caller = (SELECT id FROM callers WHERE key = ?) AND started_at >= ? ORDER BY started_at`;
      const rows = database.all(sql, caller, sinceMs).filter(row => !waiting.get(text(row, 'id')));
      const later = waiting.all().filter(call => call.caller === caller && call.startedAt >= sinceMs);
      return [...rows.map(row => number(row, 'started_at')), ...later.map(call => call.startedAt)].sort(
        (a, b) => a - b,
      );
    },

    since(sinceMs) {
      const sql = `SELECT word, count(*) AS count FROM calls INDEXED BY calls_by_time
        WHERE started_at >= ? GROUP BY word`;
      const counts = new Map(
        database.all(sql, sinceMs).map(row => [text(row, 'word'), number(row, 'count')]),
      );
      for (const call of waiting.all()) {
        if (call.startedAt < sinceMs || stored(call.id)) continue;
        const word = callWord(call);
        counts.set(word, (counts.get(word) ?? 0) + 1);
      }
      const of = (word: string) => counts.get(word) ?? 0;
      return {
        calls: [...counts.values()].reduce((sum, count) => sum + count, 0),
        blocked: of('blocked'),
        flagged: of('flagged'),
        missed: of('missed'),
      };
    },

    story: caller => storyOf(database, callers, contacts, caller),

    *newestFirst() {
      let cursor: string | undefined;
      do {
        const page = pageOfCalls(
          database,
          { limit: chunk, ...(cursor === undefined ? {} : { cursor }) },
          labelsNamed,
          0,
        );
        yield* page.calls;
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
    },

    async forgetBefore(beforeMs) {
      const sql = `DELETE FROM calls WHERE seq IN (
        SELECT seq FROM calls WHERE started_at < ? AND state = 'ended' ORDER BY started_at LIMIT ?)`;
      let forgotten = 0;
      for (;;) {
        const { changes } = database.run(sql, beforeMs, chunk);
        forgotten += changes;
        if (changes < chunk) return forgotten;
        await setImmediate();
      }
    },

    waiting: () => waiting.all().length,
  };

  return { calls, stop: () => waiting.stop() };
}
