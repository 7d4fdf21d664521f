import { callWord } from '../../shared/call.ts';
import type { StoredCall } from './call-rows.ts';
import { seenCaller } from './callers.ts';
import type { Database, Value } from './database.ts';
import { number, text } from './rows.ts';

const json = (value: unknown) => (value === null ? null : JSON.stringify(value));

const columns = [
  'line',
  'caller',
  'started_at',
  'ended_at',
  'rings',
  'state',
  'outcome',
  'word',
  'class',
  'rule_id',
  'number',
  'caller_id',
  'hang_up',
  'verdict',
];
const upsert = `INSERT INTO calls (id, ${columns.join(', ')}) VALUES (?, ${columns.map(() => '?').join(', ')})
  ON CONFLICT (id) DO UPDATE SET ${columns.map(column => `${column} = excluded.${column}`).join(', ')}`;

/** Writes a call as it is now, new or known by its id, and its caller's share of it. */
export function writeCall(database: Database, call: StoredCall) {
  database.transaction(() => {
    const caller = seenCaller(database, call.caller, call.number, call.callerId?.name ?? null);
    const known = database.get('SELECT number FROM callers WHERE id = ?', caller) ?? {};
    const phone = JSON.stringify(call.number);
    const values: Value[] = [
      call.line,
      caller,
      call.startedAt,
      call.endedAt,
      call.rings,
      call.state,
      call.outcome,
      callWord(call),
      call.number.class,
      call.verdict?.ruleId ?? null,
      // Mostly the same for all calls of a caller, so kept once.
      text(known, 'number') === phone ? null : phone,
      json(call.callerId),
      json(call.hangUp),
      json(call.verdict),
    ];
    database.run(upsert, call.id, ...values);
  });
}

/** Closes the calls that a crash or power cut left open; returns their ids. */
export function closeInterrupted(database: Database): string[] {
  return database.transaction(() => {
    const open = database.all(`SELECT seq, id FROM calls WHERE state <> 'ended'`);
    for (const row of open) {
      database.run(
        `UPDATE calls SET state = 'ended', outcome = 'interrupted' WHERE seq = ?`,
        number(row, 'seq'),
      );
    }
    return open.map(row => text(row, 'id'));
  });
}
