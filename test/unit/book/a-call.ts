import type { StoredCall } from '../../../main/book/call-rows.ts';
import { RuleDraft } from '../../../shared/rule.ts';

export const start = Date.UTC(2026, 10, 2, 3, 0, 0);

/** A call of 02-312-3456, ended, allowed; what matters to a test is given. */
export function aCall(change: Partial<StoredCall> & { digits?: string } = {}): StoredCall {
  const { digits = '023123456', ...rest } = change;
  return {
    id: 'call-1',
    line: '/dev/ttyACM0',
    startedAt: start,
    endedAt: start + 20_000,
    rings: 3,
    callerId: { number: digits, name: null, date: null, time: null, withheld: null, checksum: null },
    state: 'ended',
    outcome: 'stopped',
    hangUp: null,
    number: { raw: digits, class: 'landline', digits, display: digits, valid: true, region: '서울' },
    caller: digits,
    verdict: { action: 'allow', by: 'class-default', reasons: [] },
    ...rest,
  };
}

export function aRule(change: Partial<RuleDraft> = {}): RuleDraft {
  return RuleDraft.parse({ who: { kind: 'prefix', value: '1588' }, action: 'block', ...change });
}
