import type { Action, Reason } from '../../shared/call.ts';
import { isSupportedCountry } from 'libphonenumber-js/max';
import { LabelKey } from '../../shared/label.ts';
import type { PhoneNumber } from '../../shared/number.ts';
import { areas } from '../../shared/number-plan/areas.ts';
import { publicLine, publicLines } from '../../shared/number-plan/public-lines.ts';
import { specialLines } from '../../shared/number-plan/special-lines.ts';
import { understand } from '../../shared/number-plan/understand.ts';
import type { Rule, RuleDraft, RuleWho } from '../../shared/rule.ts';
import { usualUntil } from '../../shared/rule.ts';
import { covers, speaksOf } from './covers.ts';
import { compileRegex, needsMoreThanDigits } from './regex.ts';
import { reasons } from './reasons.ts';
import { ruleDigits } from './rule-digits.ts';

export interface WarningContext {
  now: number;
  country?: string;
  /** The rule that the draft takes the place of. */
  replaces?: number | null;
  contactOf?: (caller: string) => { name: string } | null;
  /** Ids of the number lists there are; absent: not known. */
  lists?: readonly string[];
}

/** Warnings after which no call can ever match. */
const never = new Set([
  'no-digits',
  'broken-expression',
  'expression-not-digits',
  'no-such-country',
  'no-such-region',
  'no-such-label',
  'no-such-list',
  'expired',
]);

/** Warnings after which a block rule could block nothing but public lines. */
const onlyPublic = new Set(['public-line-only', 'public-lines-only']);

/** Why a rule with these warnings is not saved at all; null: it may be, whatever is odd about it. */
export function refusalOf(warnings: readonly Reason[]): 'rule-never-matches' | 'rule-public-line' | null {
  if (warnings.some(({ key }) => never.has(key))) return 'rule-never-matches';
  return warnings.some(({ key }) => onlyPublic.has(key)) ? 'rule-public-line' : null;
}

const warning = (key: string, values: Reason['values'] = {}): Reason => ({ key, values, speaks: 'neither' });

/** What is odd about a rule before it is saved; worded by `ruleWarning.<key>` in messages. */
export function ruleWarnings(draft: RuleDraft, rules: readonly Rule[], context: WarningContext): Reason[] {
  const { now, country = 'KR', replaces = null, contactOf } = context;
  const { who } = draft;
  const found: Reason[] = [...emptiness(who, context)];
  if (draft.until !== null && draft.until <= now) found.push(warning('expired'));
  if (draft.action === 'block') found.push(...publicLinesIn(who, country));
  if (draft.action !== 'allow') {
    if (who.kind === 'group') found.push(warning('contacts-first'));
    const contact = who.kind === 'number' && contactOf?.(understand(who.value, { country }).digits);
    if (contact) found.push(warning('is-contact', { name: contact.name }));
    if (draft.when === null && draft.often === null && isTooBroad(who, country))
      found.push(warning('too-broad'));
  }
  if (draft.until === null && usualUntil(draft, now) !== null) found.push(warning('number-reused'));
  const active = rules.filter(rule => rule.id !== replaces && rule.enabled && (rule.until ?? Infinity) > now);
  found.push(...amongOthers(draft, active, country));
  return found;
}

function emptiness(who: RuleWho, { country = 'KR', lists }: WarningContext): Reason[] {
  const unless = (possible: boolean, key: string): Reason[] =>
    possible ? [] : [warning(key, { value: who.value })];
  switch (who.kind) {
    case 'prefix':
    case 'wildcard':
      if (ruleDigits(who.value, country).replace('+', '') === '') return [warning('no-digits')];
      return [];
    case 'regex':
      if (!compileRegex(who.value)) return [warning('broken-expression', { value: who.value })];
      return unless(!needsMoreThanDigits(who.value), 'expression-not-digits');
    case 'number':
      if (!/\d/.test(who.value.normalize('NFKC'))) return [warning('no-digits')];
      return unless(understand(who.value, { country }).valid, 'no-such-number');
    case 'country':
      return unless(isSupportedCountry(who.value), 'no-such-country');
    case 'region':
      return unless(country === 'KR' && isRegion(who.value), 'no-such-region');
    case 'label':
      return unless(LabelKey.safeParse(who.value).success, 'no-such-label');
    case 'list':
      return unless(lists?.includes(who.value) ?? true, 'no-such-list');
    default:
      return [];
  }
}

function isRegion(name: string): boolean {
  return areas.some(area => area.ko === name) || specialLines.some(line => line.nameKo === name);
}

/** The one number that is meant; null where more can match. */
function onlyNumber({ kind, value }: RuleWho, country: string): string | null {
  switch (kind) {
    case 'number':
      return value;
    case 'prefix':
      return ruleDigits(value, country);
    case 'wildcard':
      return /[*?]/.test(value) ? null : ruleDigits(value, country);
    case 'regex':
      return /^\^?(\d+)\$?$/.exec(value)?.[1] ?? null;
    default:
      return null;
  }
}

/** Does this hold nothing but public lines? Every special number and operator's desk of Korea is one. */
function isAllPublic({ kind, value }: RuleWho): boolean {
  if (kind === 'class') return value === 'special' || value === 'carrier_desk';
  return kind === 'region' && specialLines.some(line => line.nameKo === value);
}

function publicLinesIn(who: RuleWho, country: string): Reason[] {
  const only = onlyNumber(who, country);
  const line = only === null ? undefined : publicLine(understand(only, { country }), country);
  if (line) return [warning('public-line-only', { nameKo: line.nameKo, nameEn: line.nameEn })];
  if (who.kind === 'number' || country !== 'KR') return [];
  if (isAllPublic(who)) return [warning('public-lines-only')];
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
