import type { PhoneNumber } from '../../shared/number.ts';
import { callerKey } from '../../shared/number.ts';
import { understand } from '../../shared/number-plan/understand.ts';
import type { RuleDraft, RuleWho } from '../../shared/rule.ts';
import { compileGlob, leadingLiteral } from './glob.ts';
import { compileRules } from './matcher.ts';
import { ruleDigits, ruleNumber } from './rule-digits.ts';
import { momentOf } from './when.ts';

/** Does this "who" speak of this number, going by the number alone? */
export function speaksOf(who: RuleWho, number: PhoneNumber, country: string): boolean {
  const rule = { ...whatever, who, id: 0, createdAt: 0 };
  const facts = { at: 0, line: '', number, caller: callerKey(number), name: null, doubtful: false };
  const look = { lists: () => [], group: () => null, label: () => null, recent: () => [] };
  const matches = compileRules([rule], country).match(
    facts,
    momentOf(0, () => false),
    look,
  );
  return matches.block !== undefined;
}

const whatever: Omit<RuleDraft, 'who'> = {
  action: 'block',
  when: null,
  often: null,
  line: null,
  hangUp: null,
  until: null,
  enabled: true,
  note: '',
};

/** Does `wide` hold whenever `narrow` does: by whom it speaks of, and in all? Says no where it cannot be sure. */
export function covers(wide: RuleDraft, narrow: RuleDraft, country: string): { who: boolean; all: boolean } {
  const who = whoCovers(wide.who, narrow.who, country);
  return { who, all: who && conditionsCover(wide, narrow) };
}

function conditionsCover(wide: RuleDraft, narrow: RuleDraft): boolean {
  const same = (a: unknown, b: unknown) => a === null || JSON.stringify(a) === JSON.stringify(b);
  return (
    same(wide.when, narrow.when) &&
    same(wide.often, narrow.often) &&
    same(wide.line, narrow.line) &&
    (wide.until ?? Infinity) >= (narrow.until ?? Infinity)
  );
}

function whoCovers(wide: RuleWho, narrow: RuleWho, country: string): boolean {
  if (wide.kind === 'any') return true;
  if (wide.kind === narrow.kind && normal(wide, country) === normal(narrow, country)) return true;
  if (narrow.kind === 'number') return speaksOf(wide, understand(narrow.value, { country }), country);
  if (narrow.kind === 'prefix' || narrow.kind === 'wildcard') {
    const begins = leadingLiteral(ruleDigits(narrow.value, country));
    if (wide.kind === 'prefix') return begins.startsWith(ruleDigits(wide.value, country));
    if (wide.kind === 'wildcard' && narrow.kind === 'prefix')
      return compileGlob(ruleDigits(wide.value, country))(`${begins}*`) && wide.value.trim().endsWith('*');
    if (wide.kind === 'class') return classOfPrefix(begins, country) === wide.value;
  }
  if (narrow.kind === 'withheld') {
    if (wide.kind === 'withheld') return wide.value === 'any';
    if (wide.kind === 'class')
      return (
        wide.value === (narrow.value === 'unavailable' ? 'unavailable' : 'withheld') && narrow.value !== 'any'
      );
  }
  return false;
}

function normal(who: RuleWho, country: string): string {
  switch (who.kind) {
    case 'number':
      return ruleNumber(who.value, country) || who.value.trim().toLowerCase();
    case 'prefix':
    case 'wildcard':
      return ruleDigits(who.value, country);
    case 'name':
      return who.value.trim().toLowerCase();
    default:
      return who.value;
  }
}

/** The one class that numbers beginning so have, tried on a spread of endings; null where there are several or none. */
function classOfPrefix(prefix: string, country: string): string | null {
  const classes = new Set<string>();
  for (const filler of ['0000000000', '2345678901', '5678901234', '9876543210'])
    for (let length = Math.max(prefix.length, 6); length <= 13; length++) {
      const number = understand(`${prefix}${filler}`.slice(0, length), { country });
      if (number.valid && number.digits.startsWith(prefix)) classes.add(number.class);
    }
  const [only] = classes;
  return classes.size === 1 && only !== undefined ? only : null;
}
