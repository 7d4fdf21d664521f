import type { Call } from '../../shared/call.ts';

/** A call as scripts get it: one flat JSON object. Times are epoch milliseconds. */
export function callRecord(call: Call) {
  return {
    id: call.id,
    t: call.startedAt,
    endedAt: call.endedAt,
    line: call.line,
    number: call.callerId?.number ?? null,
    withheld: call.callerId?.withheld ?? null,
    name: call.callerId?.name ?? null,
    class: call.number.class,
    display: call.number.display,
    knownAs: call.knownAs,
    label: call.label,
    rings: call.rings,
    action: call.verdict?.action ?? null,
    by: call.verdict?.by ?? null,
    ruleId: call.verdict?.ruleId ?? null,
    score: call.verdict?.score ?? null,
    reasons: call.verdict?.reasons ?? [],
    doubtful: call.callerId?.checksum === false,
    outcome: call.outcome,
    hangUp: call.hangUp,
  };
}
