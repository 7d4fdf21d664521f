import type { Rule } from '../../shared/rule.ts';
import { Rule as RuleSchema } from '../../shared/rule.ts';

/** Rules of every kind that a person could have written, none of which speaks of 1588-1234. */
export function manyRules(count: number): Rule[] {
  return Array.from({ length: count }, (_, index) => {
    const four = String(index % 10_000).padStart(4, '0');
    const who = [
      { kind: 'number', value: `070${four}${String((index * 7) % 10_000).padStart(4, '0')}` },
      { kind: 'prefix', value: `031${four}` },
      { kind: 'wildcard', value: `02*${four}` },
      { kind: 'number', value: `010${four}1234` },
    ][index % 4];
    return RuleSchema.parse({
      id: index + 1,
      createdAt: 0,
      who,
      action: index % 5 === 0 ? 'allow' : 'block',
    });
  });
}
