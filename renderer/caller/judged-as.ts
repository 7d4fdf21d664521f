import type { PhoneNumber } from '../../shared/number.ts';
import type { Rule } from '../../shared/rule.ts';

/** What the owner's own word on this very caller is, and until when: always block, always allow, or (null) none. */
export function judgedAs(
  rules: readonly Pick<Rule, 'who' | 'action' | 'enabled' | 'when' | 'often' | 'until'>[],
  number: PhoneNumber,
  now: number,
): { action: 'allow' | 'block'; until: number | null } | null {
  const own = rules.filter(rule => {
    if (!rule.enabled || rule.when !== null || rule.often !== null) return false;
    if (rule.until !== null && rule.until <= now) return false;
    const { kind, value } = rule.who;
    if (number.withheld !== undefined) return kind === 'withheld' && value === number.withheld;
    return kind === 'number' && number.digits !== '' && value.replace(/\D/g, '') === number.digits;
  });
  for (const action of ['allow', 'block'] as const) {
    const rule = own.find(one => one.action === action);
    if (rule) return { action, until: rule.until };
  }
  return null;
}
