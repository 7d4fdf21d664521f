import { unwanted } from '../../shared/label.ts';
import type { RuleDraft } from '../../shared/rule.ts';
import { createGuard } from './guard.ts';
import type { CallFacts, GuardConfig, GuardSources } from './guard.ts';
import { isKoreanHoliday } from './holidays.ts';
import { compileRules } from './matcher.ts';
import { momentOf } from './when.ts';

/** A call of the history, as a dry run needs it. */
export interface PastCall extends CallFacts {
  /** null: not known. */
  answered: boolean | null;
}

/** What a rule would have done: counts, and calls to show. */
export interface Trial<Past extends PastCall> {
  calls: number;
  /** Calls the rule speaks of. */
  matched: number;
  /** Calls whose verdict it would have changed. */
  changed: number;
  wouldBlock: number;
  wouldFlag: number;
  wouldAllow: number;
  /** Would have been refused, though answered, labelled good or in contacts: to be shown in red. In the order given, at most 50. */
  good: Past[];
  goodCount: number;
  /** Others that it would have changed; at most 50. */
  examples: Past[];
}

export interface TrialOptions {
  sources: GuardSources;
  config: GuardConfig;
  /** The rule that the draft takes the place of. */
  replaces?: number | null;
}

const SHOWN = 50;
/** Calls between two reports of progress. */
const STRIDE = 5000;

/**
 * Tries a rule on past calls before it is saved: the verdict with it against the verdict without, as if nothing were
 * paused and the mode were normal. Yields the number of calls done every few thousand, so that a page can show it.
 */
export function* tryRuleInSteps<Past extends PastCall>(
  draft: RuleDraft,
  calls: Iterable<Past>,
  { sources, config, replaces = null }: TrialOptions,
): Generator<number, Trial<Past>, undefined> {
  const past = [...calls];
  const rule = { ...draft, enabled: true, id: replaces ?? 0, createdAt: 0 };
  const settings = { ...config.settings, mode: 'normal' as const, pausedUntil: null };
  const others = config.rules.filter(other => other.id !== replaces);
  const counting = [rule, ...others].some(({ often }) => often !== null);
  const book: GuardSources = {
    listsWith: once(digits => sources.listsWith(digits)),
    contactOf: once(caller => sources.contactOf(caller)),
    labelOf: once(caller => sources.labelOf(caller)),
    recentCalls: counting ? timesIn(past) : () => [],
  };
  const { isHoliday = isKoreanHoliday } = config;
  const alone = compileRules([rule], settings.country);
  const before = createGuard(book, { ...config, settings, rules: others });
  const after = createGuard(book, { ...config, settings, rules: [...others, rule] });
  const trial: Trial<Past> = {
    calls: 0,
    matched: 0,
    changed: 0,
    wouldBlock: 0,
    wouldFlag: 0,
    wouldAllow: 0,
    good: [],
    goodCount: 0,
    examples: [],
  };

  for (const call of past) {
    if (++trial.calls % STRIDE === 0) yield trial.calls;
    const matched = alone.match(call, momentOf(call.at, isHoliday), {
      lists: () => (call.number.digits === '' ? [] : book.listsWith(call.number.digits)),
      group: () => book.contactOf(call.caller)?.group ?? null,
      label: () => book.labelOf(call.caller),
      recent: (caller, since) => book.recentCalls(caller, since),
    });
    if (!matched[rule.action]) continue;
    trial.matched++;
    const { action } = after.decide(call);
    if (action === before.decide(call).action) continue;
    trial.changed++;
    if (action === 'block') trial.wouldBlock++;
    else if (action === 'flag') trial.wouldFlag++;
    else trial.wouldAllow++;
    if (action === 'block' && wasWanted(call, book)) {
      trial.goodCount++;
      if (trial.good.length < SHOWN) trial.good.push(call);
    } else if (trial.examples.length < SHOWN) trial.examples.push(call);
  }
  return trial;
}

/** The same at once. */
export function tryRule<Past extends PastCall>(
  draft: RuleDraft,
  calls: Iterable<Past>,
  options: TrialOptions,
): Trial<Past> {
  const steps = tryRuleInSteps(draft, calls, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function wasWanted({ answered, caller }: PastCall, sources: GuardSources): boolean {
  const label = sources.labelOf(caller);
  const said = label === null ? null : unwanted(label);
  if (said !== null) return !said;
  return answered === true || sources.contactOf(caller) !== null;
}

/** Asks once for each key: the same callers come up again and again, and the book stands still meanwhile. */
function once<T>(ask: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return key => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = ask(key);
    known.set(key, found);
    return found;
  };
}

/** The past itself answers "how often": times by caller, newest first, from any point on. */
function timesIn(past: readonly PastCall[]): GuardSources['recentCalls'] {
  const times = new Map<string, number[]>();
  for (const { caller, at } of past) {
    const known = times.get(caller);
    if (known) known.push(at);
    else times.set(caller, [at]);
  }
  for (const list of times.values()) list.sort((a, b) => b - a);
  return (caller, since) => (times.get(caller) ?? []).filter(time => time >= since);
}
