import type { PhoneNumber } from '../../shared/number.ts';
import type { Rule } from '../../shared/rule.ts';

/** What the owner's own word on this very caller is: always block, always allow, or (null) none. */
export function judgedAs(
  rules: readonly Pick<Rule, 'who' | 'action' | 'enabled' | 'when' | 'often' | 'until'>[],
  number: PhoneNumber,
  now: number,
): 'allow' | 'block' | null {
  const own = rules.filter(rule => {
    if (!rule.enabled || rule.when !== null || rule.often !== null) return false;
    if (rule.until !== null && rule.until <= now) return false;
    const { kind, value } = rule.who;
    if (number.withheld !== undefined) return kind === 'withheld' && value === number.withheld;
    return kind === 'number' && number.digits !== '' && value.replace(/\D/g, '') === number.digits;
  });
  if (own.some(rule => rule.action === 'allow')) return 'allow';
  return own.some(rule => rule.action === 'block') ? 'block' : null;
}
