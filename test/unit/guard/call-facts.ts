import type { CallFacts, GuardConfig, GuardSources } from '../../../main/guard/guard.ts';
import { callerKey } from '../../../shared/number.ts';
import type { NumberClass, PhoneNumber } from '../../../shared/number.ts';
import { RuleDraft } from '../../../shared/rule.ts';
import type { Rule } from '../../../shared/rule.ts';
import { Settings } from '../../../shared/settings.ts';
import type { z } from 'zod';

/** A number as the number plan would give it, spelled out so that the guard is tested alone. */
export function phone(
  digits: string,
  numberClass: NumberClass,
  more: Partial<PhoneNumber> = {},
): PhoneNumber {
  return { raw: digits, digits, class: numberClass, display: digits, valid: true, ...more };
}

export const numbers = {
  sales: phone('15881234', 'representative'),
  clinic: phone('027331234', 'landline', { region: '서울' }),
  mobile: phone('01023456789', 'mobile'),
  voip: phone('07043215555', 'voip'),
  police: phone('112', 'special', { region: '경찰청' }),
  china: phone('0018613800138000', 'international', { country: 'CN', overseas: true }),
  koreanFromAbroad: phone('006821023456789', 'international_kr', { country: 'KR', overseas: true }),
  hidden: phone('', 'withheld', { withheld: 'private' }),
  garbage: phone('', 'invalid', { raw: 'PrivDirOff', valid: false }),
};

/** Local time of Wednesday 25 November 2026 unless told otherwise. */
export function at(clock: string, date = '2026-11-25'): number {
  return new Date(`${date}T${clock}:00`).getTime();
}

export function facts(number: PhoneNumber, more: Partial<CallFacts> = {}): CallFacts {
  return {
    at: at('14:00'),
    line: '/dev/ttyACM0',
    number,
    caller: callerKey(number),
    name: null,
    doubtful: false,
    ...more,
  };
}

let lastId = 0;

/** A rule from what an owner writes. */
export function rule(draft: z.input<typeof RuleDraft>, id = ++lastId): Rule {
  return { ...RuleDraft.parse(draft), id, createdAt: 0 };
}

export function config(
  rules: Rule[],
  settings: Partial<GuardConfig['settings']> = {},
  isHoliday?: (at: number) => boolean,
): GuardConfig {
  return { rules, settings: { ...Settings.parse({}), ...settings }, ...(isHoliday && { isHoliday }) };
}

/** A book that knows nothing, except what is given. */
export function book(known: Partial<GuardSources> = {}): GuardSources {
  return {
    listsWith: () => [],
    contactOf: () => null,
    labelOf: () => null,
    recentCalls: () => [],
    ...known,
  };
}
