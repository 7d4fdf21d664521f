import { CallerId, CallOutcome, CallState, HangUp, Verdict } from '../../shared/call.ts';
import type { Call } from '../../shared/call.ts';
import { PhoneNumber } from '../../shared/number.ts';
import { knownAsSql } from './callers.ts';
import type { Row } from './rows.ts';
import { number, numberOrNull, parsed, parsedOrNull, text, textOrNull } from './rows.ts';

/** What a call's row says by itself; the rest of a Call comes from its caller. */
export type StoredCall = Omit<Call, 'knownAs' | 'label' | 'callsOfCaller'>;

/** Columns of a Call; `calls` and `callers` must be in the query. */
export const callColumns = `calls.seq, calls.id, calls.line, calls.started_at, calls.ended_at, calls.rings,
  calls.state, calls.outcome, calls.caller_id, calls.hang_up, calls.verdict,
  coalesce(calls.number, callers.number) AS number, callers.key, callers.label, callers.count,
  ${knownAsSql} AS known_as`;

export function callOf(row: Row): Call {
  return {
    id: text(row, 'id'),
    line: text(row, 'line'),
    startedAt: number(row, 'started_at'),
    endedAt: numberOrNull(row, 'ended_at'),
    rings: number(row, 'rings'),
    callerId: parsedOrNull(CallerId, row, 'caller_id'),
    state: CallState.parse(row['state']),
    outcome: CallOutcome.nullable().parse(row['outcome']),
    hangUp: parsedOrNull(HangUp, row, 'hang_up'),
    number: parsed(PhoneNumber, row, 'number'),
    caller: text(row, 'key'),
    verdict: parsedOrNull(Verdict, row, 'verdict'),
    knownAs: textOrNull(row, 'known_as'),
    label: textOrNull(row, 'label'),
    callsOfCaller: number(row, 'count'),
  };
}
