import type { Action, HangUpMethod, Reason, Verdict, VerdictBy } from '../../shared/call.ts';
import type { PhoneNumber } from '../../shared/number.ts';
import { publicLine } from '../../shared/number-plan/public-lines.ts';
import type { Rule } from '../../shared/rule.ts';
import type { Settings } from '../../shared/settings.ts';
import { isKoreanHoliday } from './holidays.ts';
import { compileRules } from './matcher.ts';
import type { LookUps, Matcher, Matches } from './matcher.ts';
import { reasons } from './reasons.ts';
import { compileWhen, momentOf } from './when.ts';

/** What is known of a call when the verdict is taken. Times are epoch ms. */
export interface CallFacts {
  at: number;
  line: string;
  number: PhoneNumber;
  /** See callerKey() in shared/number.ts. */
  caller: string;
  name: string | null;
  /** The number came with a checksum that does not hold. */
  doubtful: boolean;
  /** The device on the line cannot hang up: a box that only shows numbers. */
  looksOn?: boolean;
}

/** A number list that holds the caller. */
export interface ListHit {
  id: string;
  name: string;
  action: Action;
  category: string | null;
}

/** What the guard asks of the book: synchronous index look-ups, never scans. */
export interface GuardSources {
  listsWith(digits: string): ListHit[];
  contactOf(caller: string): { name: string; group: string | null } | null;
  /** Category key that the owner gave this caller. */
  labelOf(caller: string): string | null;
  /** Times of this caller's earlier calls since `since`, newest first, bounded. */
  recentCalls(caller: string, since: number): number[];
}

export interface GuardConfig {
  rules: Rule[];
  settings: Pick<
    Settings,
    'classDefaults' | 'mode' | 'night' | 'pausedUntil' | 'learning' | 'hangUp' | 'country'
  >;
  /** Public holidays; Korea's where absent. */
  isHoliday?: (at: number) => boolean;
}

/** What the owner's book says of a caller, as the learned judgement sees it. */
export interface Evidence {
  label: string | null;
  lists: readonly ListHit[];
  contact: boolean;
}

/** A learned opinion of one call. */
export interface Judgement {
  /** Calibrated probability that the call is unwanted. */
  score: number;
  /** What it would do at the given caution; null: nothing. */
  action: Action | null;
  /** Why, the weightiest first. */
  reasons: Reason[];
  /** Likely category of an unwanted call. */
  category: string | null;
}

/** The part of the learner that a verdict needs. */
export interface Judge {
  judge(facts: CallFacts, evidence: Evidence, caution: Settings['learning']['caution']): Judgement;
}

export interface Guard {
  decide(facts: CallFacts): Verdict;
  configure(config: GuardConfig): void;
}

const none: readonly ListHit[] = [];

/** One that may speak for a call, in the order of precedence. */
interface Voice {
  action: Action;
  by: VerdictBy;
  reason: Reason;
  rule?: Rule;
  category?: string | null;
}

/**
 * The guard: facts of a call → verdict with reasons. Pure; what it must know is asked of `sources`, the clock comes
 * with the facts. The first voice that speaks decides; the others are kept as reasons, so that a verdict can be
 * explained after everything has changed.
 */
export function createGuard(sources: GuardSources, config: GuardConfig, learner?: Judge): Guard {
  let current = config;
  let matcher: Matcher = compileRules(config.rules, config.settings.country);
  let isNight = compileWhen(config.settings.night);

  return {
    configure(next) {
      if (next.rules !== current.rules || next.settings.country !== current.settings.country)
        matcher = compileRules(next.rules, next.settings.country);
      isNight = compileWhen(next.settings.night);
      current = next;
    },

    decide(facts) {
      const { settings, isHoliday = isKoreanHoliday } = current;
      const { number, caller } = facts;
      const moment = momentOf(facts.at, isHoliday);
      const contact = sources.contactOf(caller);
      const label = sources.labelOf(caller);
      const lists = number.digits === '' ? none : sources.listsWith(number.digits);
      const look: LookUps = {
        lists: () => lists,
        group: () => contact?.group ?? null,
        label: () => label,
        recent: sources.recentCalls.bind(sources),
      };
      const matches = matcher.match(facts, moment, look);
      const judgement = learner?.judge(
        facts,
        { label, lists, contact: contact !== null },
        settings.learning.caution,
      );
      const contactsOnly = settings.mode === 'contacts' || (settings.mode === 'night' && isNight(moment));

      const voices: Voice[] = [];
      const speak = (voice: Voice | null): void => {
        if (voice) voices.push(voice);
      };
      const line = publicLine(number, settings.country);
      if (line) voices.push({ action: 'allow', by: 'public-line', reason: reasons.publicLine(line) });
      speak(ruleVoice(matches, 'allow', 'allow-rule'));
      if (contact) voices.push({ action: 'allow', by: 'contact', reason: reasons.contact(contact) });
      speak(ruleVoice(matches, 'block', 'block-rule'));
      if (contactsOnly && !contact && !lists.some(list => list.action === 'allow'))
        voices.push({ action: 'block', by: 'mode', reason: reasons.contactsOnly(settings) });
      speak(ruleVoice(matches, 'flag', 'flag-rule'));
      for (const list of [...lists].sort(byStance))
        voices.push({ action: list.action, by: 'list', reason: reasons.list(list), category: list.category });
      if (judgement && settings.learning.on && judgement.action !== null)
        voices.push({
          action: judgement.action,
          by: 'learned',
          reason: reasons.learned(judgement.score, judgement.action),
          category: judgement.category,
        });
      voices.push({
        action: settings.classDefaults[number.class] ?? 'allow',
        by: 'class-default',
        reason: reasons.classDefault(number.class, settings.classDefaults[number.class] ?? null),
      });

      const decided = soften(voices, facts, settings);
      const background: Reason[] = [];
      if (judgement) {
        if (!voices.some(voice => voice.by === 'learned'))
          background.push(reasons.learnedWatching(judgement.score, settings.learning.on));
        background.push(...judgement.reasons);
      }
      if (label !== null) background.push(reasons.label(label));
      if (number.class === 'international_kr') background.push(reasons.koreanFromAbroad());

      const verdict: Verdict = {
        action: decided.action,
        by: decided.by,
        reasons: [...decided.reasons, ...background],
      };
      if (decided.rule) verdict.ruleId = decided.rule.id;
      const category =
        voices.find(voice => voice.category)?.category ??
        label ??
        ((judgement && judgement.action !== null && judgement.action !== 'allow' && judgement.category) ||
          null);
      if (category !== null) verdict.category = category;
      if (judgement) verdict.score = Math.round(judgement.score * 10_000) / 10_000;
      if (decided.action === 'block') verdict.hangUp = hangUpOf(decided.rule, settings.hangUp);
      return verdict;
    },
  };
}

function ruleVoice(matches: Matches, action: Action, by: VerdictBy): Voice | null {
  const rule = matches[action];
  return rule ? { action, by, reason: reasons.rule(rule), rule } : null;
}

/** Among lists, a list that allows is heard first and one that flags last. */
function byStance(a: ListHit, b: ListHit): number {
  return stanceOrder[a.action] - stanceOrder[b.action];
}
const stanceOrder: Readonly<Record<Action, number>> = { allow: 0, block: 1, flag: 2 };

function hangUpOf(rule: Rule | undefined, usual: HangUpMethod): HangUpMethod {
  return rule?.hangUp ?? usual;
}

/** A refusal gives way to a pause, to doubt about the number, to a device that cannot hang up, and to "watch only"; nothing here makes a verdict stricter. */
function soften(
  voices: readonly Voice[],
  facts: CallFacts,
  settings: GuardConfig['settings'],
): { action: Action; by: VerdictBy; rule?: Rule; reasons: Reason[] } {
  const [first, ...others] = voices;
  if (!first) throw new Error('A verdict needs a voice: the class default always speaks.');
  const spoken = [first.reason, ...others.map(voice => voice.reason)];
  const softened = (action: Action, by: VerdictBy, reason: Reason) => ({
    action,
    by,
    ...(first.rule && { rule: first.rule }),
    reasons: [reason, ...spoken],
  });

  if (first.action === 'block') {
    if (settings.pausedUntil !== null && facts.at < settings.pausedUntil)
      return softened('allow', 'pause', reasons.paused(settings.pausedUntil));
    if (facts.doubtful) return softened('flag', 'doubtful', reasons.doubtful());
    if (facts.looksOn) return softened('flag', 'mode', reasons.looksOn());
    if (settings.mode === 'watch') return softened('flag', 'mode', reasons.watchOnly());
  }
  const said = facts.doubtful ? [...spoken, reasons.doubtful()] : spoken;
  return { action: first.action, by: first.by, ...(first.rule && { rule: first.rule }), reasons: said };
}
