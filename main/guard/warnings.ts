import type { Action, Reason } from '../../shared/call.ts';
import type { PhoneNumber } from '../../shared/number.ts';
import { publicLine, publicLines } from '../../shared/number-plan/public-lines.ts';
import { understand } from '../../shared/number-plan/understand.ts';
import type { Rule, RuleDraft, RuleWho } from '../../shared/rule.ts';
import { covers, speaksOf } from './covers.ts';
import { compileRegex } from './regex.ts';
import { reasons } from './reasons.ts';
import { ruleDigits } from './rule-digits.ts';

export interface WarningContext {
  now: number;
  country?: string;
  /** The rule that the draft takes the place of. */
  replaces?: number | null;
  contactOf?: (caller: string) => { name: string } | null;
}

/** Warnings after which no call can ever match: such a rule is better not saved. */
const never = new Set(['no-digits', 'broken-expression']);

/** Can no call ever match a rule with these warnings? */
export function neverMatches(warnings: readonly Reason[]): boolean {
  return warnings.some(({ key }) => never.has(key));
}

const warning = (key: string, values: Reason['values'] = {}): Reason => ({ key, values, speaks: 'neither' });

/** What is odd about a rule before it is saved; worded by `ruleWarning.<key>` in messages. */
export function ruleWarnings(draft: RuleDraft, rules: readonly Rule[], context: WarningContext): Reason[] {
  const { now, country = 'KR', replaces = null, contactOf } = context;
  const { who } = draft;
  const found: Reason[] = [...emptiness(who, country)];
  if (draft.until !== null && draft.until <= now) found.push(warning('expired'));
  if (draft.action === 'block') found.push(...publicLinesIn(who, country));
  if (draft.action !== 'allow') {
    if (who.kind === 'group') found.push(warning('contacts-first'));
    const contact = who.kind === 'number' && contactOf?.(understand(who.value, { country }).digits);
    if (contact) found.push(warning('is-contact', { name: contact.name }));
    if (draft.when === null && draft.often === null && isTooBroad(who, country))
      found.push(warning('too-broad'));
  }
  if (
    draft.action === 'block' &&
    draft.until === null &&
    who.kind === 'number' &&
    understand(who.value, { country }).class === 'personal050'
  )
    found.push(warning('number-reused'));
  const active = rules.filter(rule => rule.id !== replaces && rule.enabled && (rule.until ?? Infinity) > now);
  found.push(...amongOthers(draft, active, country));
  return found;
}

function emptiness(who: RuleWho, country: string): Reason[] {
  switch (who.kind) {
    case 'prefix':
    case 'wildcard':
      if (ruleDigits(who.value, country).replace('+', '') === '') return [warning('no-digits')];
      return [];
    case 'regex':
      return compileRegex(who.value) ? [] : [warning('broken-expression', { value: who.value })];
    case 'number': {
      const number = understand(who.value, { country });
      return /\d/.test(who.value) && !number.valid ? [warning('no-such-number', { value: who.value })] : [];
    }
    default:
      return [];
  }
}

function publicLinesIn(who: RuleWho, country: string): Reason[] {
  if (who.kind === 'number') {
    const line = publicLine(understand(who.value, { country }), country);
    return line ? [warning('public-line-only', { nameKo: line.nameKo, nameEn: line.nameEn })] : [];
  }
  if (country !== 'KR') return [];
  const inside = publicLines.filter(({ digits }) => speaksOf(who, understand(digits), country));
  const [first] = inside;
  if (!first) return [];
  return [warning('public-line', { count: inside.length, nameKo: first.nameKo, nameEn: first.nameEn })];
}

/** One ordinary caller of each kind that a household hears from. */
const ordinary: readonly PhoneNumber[] = [
  '027331234',
  '0322571234',
  '0519991234',
  '01023456789',
  '01087654321',
  '07043215555',
  '050712345678',
  '15881234',
  '18991234',
  '0018613800138000',
].map(digits => understand(digits));

function isTooBroad(who: RuleWho, country: string): boolean {
  const spokenOf = ordinary.filter(number => speaksOf(who, number, country)).length;
  return spokenOf >= ordinary.length * 0.6;
}

const precedence: Readonly<Record<Action, number>> = { allow: 0, block: 1, flag: 2 };

/** At most so many warnings about other rules: more would not be read. */
const TOLD = 3;

function amongOthers(draft: RuleDraft, rules: readonly Rule[], country: string): Reason[] {
  const found: Reason[] = [];
  for (const rule of rules) {
    if (found.length >= TOLD) break;
    const about = reasons.rule(rule).values;
    const under = covers(rule, draft, country);
    const over = covers(draft, rule, country);
    if (rule.action === draft.action) {
      if (under.all && over.all) found.push(warning('duplicate', about));
      else if (under.all) found.push(warning('redundant', about));
      continue;
    }
    const first = precedence[rule.action] < precedence[draft.action];
    if (first && under.all) found.push(warning('shadowed', about));
    else if (!first && over.all) found.push(warning('silences', about));
    else if (under.who && over.who) found.push(warning('contradicts', about));
  }
  return found;
}
