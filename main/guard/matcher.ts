import type { Action } from '../../shared/call.ts';
import type { Rule, RuleWho } from '../../shared/rule.ts';
import type { CallFacts, GuardSources } from './guard.ts';
import { compileGlob, leadingLiteral, longestLiteral } from './glob.ts';
import { compileRegex, requiredDigits } from './regex.ts';
import { foreignForm, ruleDigits, ruleNumber } from './rule-digits.ts';
import { compileWhen } from './when.ts';
import type { Moment } from './when.ts';

/** The rule that speaks for each action, the most particular one first. */
export type Matches = Partial<Record<Action, Rule>>;

export interface Matcher {
  match(facts: CallFacts, moment: Moment, look: LookUps): Matches;
}

/** What the matcher asks of the book, each at most once per call. */
export interface LookUps {
  lists(): readonly { id: string }[];
  group(): string | null;
  label(): string | null;
  recent: GuardSources['recentCalls'];
}

/** Kinds of "who" from the most particular to the most general; among rules of one action the first decides. */
const particularity: Readonly<Record<RuleWho['kind'], number>> = {
  number: 0,
  prefix: 1,
  wildcard: 2,
  regex: 3,
  name: 4,
  label: 5,
  group: 6,
  list: 7,
  withheld: 8,
  region: 9,
  country: 10,
  class: 11,
  any: 12,
};

/** Smaller speaks first: kind, then the longer value, then the older rule. */
export function rankOf(rule: Rule): number {
  return (
    (particularity[rule.who.kind] * 128 + (128 - Math.min(rule.who.value.length, 128))) * 2 ** 32 + rule.id
  );
}

interface Compiled {
  rule: Rule;
  rank: number;
  holdsAt: ((moment: Moment) => boolean) | null;
  /** Tests what the index could not: the rest of a pattern. null: the index said it all. */
  fits: ((facts: CallFacts, foreign: string | null) => boolean) | null;
}

type Bucket = Record<Action, Compiled[]>;
const actions: readonly Action[] = ['allow', 'block', 'flag'];

/** Rules that share a key of some index, sorted so that the first that holds is the one. */
class Index {
  readonly buckets = new Map<string, Bucket>();
  /** Lengths of the keys, for indexes that are asked with pieces of a text. */
  readonly lengths = new Set<number>();

  add(key: string, compiled: Compiled): void {
    const bucket = this.buckets.get(key) ?? { allow: [], block: [], flag: [] };
    bucket[compiled.rule.action].push(compiled);
    this.buckets.set(key, bucket);
    this.lengths.add(key.length);
  }

  sort(): void {
    for (const bucket of this.buckets.values())
      for (const action of actions) bucket[action].sort((a, b) => a.rank - b.rank);
  }
}

/** Longest piece of a pattern that is used as its key: enough to tell patterns apart, few enough pieces to ask for. */
const PIECE = 8;
/** Names are longer than numbers: shorter pieces, and only so much of a name. */
const NAME_PIECE = 4;
const NAME_READ = 64;

/**
 * Compiles rules into look-ups, so that a verdict among 10,000 rules asks a few maps. Exact numbers, classes, names of
 * lists and the like are keys; prefixes are keys by length; patterns are found by a piece that they must contain.
 */
export function compileRules(rules: readonly Rule[], country = 'KR'): Matcher {
  const exact = new Index();
  const prefixes = new Index();
  const pieces = new Index();
  const names = new Index();
  const rest = new Index();
  let widestMs = 0;

  for (const rule of rules) {
    if (!rule.enabled) continue;
    const place = placeOf(rule.who, country);
    if (!place) continue;
    if (rule.often) widestMs = Math.max(widestMs, rule.often.withinMinutes * 60_000);
    const { index, key, fits } = place;
    const chosen = { exact, prefixes, pieces, names, rest }[index];
    chosen.add(key, { rule, rank: rankOf(rule), holdsAt: rule.when && compileWhen(rule.when), fits });
  }
  for (const index of [exact, prefixes, pieces, names, rest]) index.sort();
  const groupsAsked = hasKey(exact, 'group:');
  const labelsAsked = hasKey(exact, 'label:');
  const listsAsked = hasKey(exact, 'list:');
  const rawAsked = hasKey(exact, 'raw:');

  return {
    match(facts, moment, look) {
      const found: Partial<Record<Action, Compiled>> = {};
      const foreign = foreignForm(facts.number);
      let recent: number[] | null = null;
      const { number } = facts;

      const holds = ({ rule, holdsAt, fits }: Compiled): boolean => {
        if (rule.until !== null && facts.at >= rule.until) return false;
        if (rule.line !== null && rule.line !== facts.line) return false;
        if (fits && !fits(facts, foreign)) return false;
        if (holdsAt && !holdsAt(moment)) return false;
        if (!rule.often) return true;
        recent ??= look.recent(facts.caller, facts.at - widestMs);
        return isOften(recent, facts.at, rule.often.atLeast, rule.often.withinMinutes * 60_000);
      };
      const consider = (bucket: Bucket | undefined): void => {
        if (!bucket) return;
        for (const action of actions)
          for (const compiled of bucket[action]) {
            const before = found[action];
            if (before && before.rank <= compiled.rank) break;
            if (!holds(compiled)) continue;
            found[action] = compiled;
            break;
          }
      };
      const considerPieces = (index: Index, text: string): void => {
        for (const length of index.lengths)
          for (let at = 0; at + length <= text.length; at++)
            consider(index.buckets.get(text.slice(at, at + length)));
      };
      const considerKey = (key: string): void => {
        consider(exact.buckets.get(key));
      };

      for (const text of foreign === null ? [number.digits] : [number.digits, foreign]) {
        if (text === '') continue;
        considerKey(`number:${text}`);
        for (const length of prefixes.lengths)
          if (length <= text.length) consider(prefixes.buckets.get(text.slice(0, length)));
        considerPieces(pieces, text);
      }
      if (facts.name !== null && names.lengths.size > 0)
        considerPieces(names, foldName(facts.name).slice(0, NAME_READ));
      if (number.digits === '' && rawAsked) considerKey(`raw:${number.raw.trim().toLowerCase()}`);
      considerKey(`class:${number.class}`);
      if (number.country !== undefined) considerKey(`country:${number.country}`);
      if (number.region !== undefined) considerKey(`region:${number.region}`);
      if (number.withheld !== undefined) {
        considerKey(`withheld:${number.withheld}`);
        considerKey('withheld:any');
      }
      if (groupsAsked) considerKey(`group:${look.group() ?? ''}`);
      if (labelsAsked) considerKey(`label:${look.label() ?? ''}`);
      if (listsAsked) for (const list of look.lists()) considerKey(`list:${list.id}`);
      for (const bucket of rest.buckets.values()) consider(bucket);

      const matches: Matches = {};
      for (const action of actions) {
        const compiled = found[action];
        if (compiled) matches[action] = compiled.rule;
      }
      return matches;
    },
  };
}

/** Is this call at least the `atLeast`th of its caller within the time, itself counted? `earlier` is newest first. */
export function isOften(earlier: readonly number[], at: number, atLeast: number, withinMs: number): boolean {
  let count = 1;
  for (const time of earlier) {
    if (time >= at) continue;
    if (time < at - withinMs) break;
    if (++count >= atLeast) return true;
  }
  return count >= atLeast;
}

function hasKey(index: Index, beginning: string): boolean {
  for (const key of index.buckets.keys()) if (key.startsWith(beginning)) return true;
  return false;
}

interface Place {
  index: 'exact' | 'prefixes' | 'pieces' | 'names' | 'rest';
  key: string;
  fits: Compiled['fits'];
}

/** Where a "who" is found, and what is left to test there; null where it can never match. */
function placeOf(who: RuleWho, country: string): Place | null {
  switch (who.kind) {
    case 'number': {
      const digits = ruleNumber(who.value, country);
      return digits === ''
        ? { index: 'exact', key: `raw:${who.value.trim().toLowerCase()}`, fits: null }
        : { index: 'exact', key: `number:${digits}`, fits: null };
    }
    case 'prefix': {
      const digits = ruleDigits(who.value, country);
      return digits === '' ? null : { index: 'prefixes', key: digits, fits: null };
    }
    case 'wildcard':
      return placeOfWildcard(ruleDigits(who.value, country));
    case 'regex':
      return placeOfRegex(who.value);
    case 'name':
      return placeOfName(foldName(who.value));
    case 'any':
      return { index: 'rest', key: 'any', fits: null };
    case 'class':
    case 'country':
    case 'region':
    case 'withheld':
    case 'label':
    case 'group':
    case 'list':
      return { index: 'exact', key: `${who.kind}:${who.value}`, fits: null };
  }
}

function placeOfWildcard(pattern: string): Place | null {
  if (pattern === '') return null;
  const glob = compileGlob(pattern);
  const fits: Compiled['fits'] = ({ number }, foreign) =>
    number.digits !== '' && (glob(number.digits) || (foreign !== null && glob(foreign)));
  return placeOfPattern(leadingLiteral(pattern), longestLiteral(pattern), fits);
}

function placeOfName(pattern: string): Place {
  const glob = compileGlob(pattern);
  const fits: Compiled['fits'] = ({ name }) => name !== null && glob(foldName(name).slice(0, NAME_READ));
  const piece = longestLiteral(pattern).slice(0, NAME_PIECE);
  return piece === '' ? { index: 'rest', key: 'name', fits } : { index: 'names', key: piece, fits };
}

function placeOfRegex(pattern: string): Place | null {
  const compiled = compileRegex(pattern);
  if (!compiled) return null;
  const { digits, anchored, all } = requiredDigits(pattern);
  // Looking for the pattern's plain digits first is many times faster than running it in vain.
  const fits: Compiled['fits'] = ({ number }) =>
    number.digits !== '' && all.every(run => number.digits.includes(run)) && compiled(number.digits);
  return placeOfPattern(anchored ? digits : '', digits, fits);
}

function placeOfPattern(leading: string, longest: string, fits: Compiled['fits']): Place {
  if (leading.length >= Math.min(3, longest.length) && leading !== '')
    return { index: 'prefixes', key: leading, fits };
  if (longest !== '') return { index: 'pieces', key: longest.slice(0, PIECE), fits };
  return { index: 'rest', key: 'pattern', fits };
}

/** Names compare without regard to case, width and spaces around. */
export function foldName(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}
