import type { Call } from '../../../shared/call.ts';
import { understand } from '../../../shared/number-plan/understand.ts';
import { callerKey } from '../../../shared/number.ts';

/** A call as the page gets it, allowed and over unless told otherwise. */
export function aPageCall(raw: string, startedAt: number, part: Partial<Call> = {}): Call {
  const number = understand(raw);
  return {
    id: `${raw}-${startedAt}`,
    line: '/dev/ttyACM0',
    startedAt,
    endedAt: startedAt + 9000,
    rings: 3,
    callerId: null,
    state: 'ended',
    outcome: 'stopped',
    hangUp: null,
    number,
    caller: callerKey(number),
    verdict: { action: 'allow', by: 'class-default', reasons: [] },
    knownAs: null,
    label: null,
    callsOfCaller: 1,
    ...part,
  };
}
