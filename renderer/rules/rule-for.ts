import type { PhoneNumber } from '../../shared/number.ts';
import { RuleWho } from '../../shared/rule.ts';

/** Where a new rule is begun from a call: the rules page with the form open and the number filled in. */
export function ruleFor(number: PhoneNumber): string {
  const who: RuleWho =
    number.withheld !== undefined
      ? { kind: 'withheld', value: number.withheld }
      : number.digits !== ''
        ? { kind: 'number', value: number.digits }
        : { kind: 'class', value: number.class };
  return `/rules?${new URLSearchParams({ new: who.kind, value: who.value }).toString()}`;
}

/** The other way round: what an address of the rules page asks to begin with. */
export function whoFromSearch(search: string): RuleWho | null {
  const params = new URLSearchParams(search);
  const read = RuleWho.safeParse({ kind: params.get('new'), value: params.get('value') });
  return read.success ? read.data : null;
}
