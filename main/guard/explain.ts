import type { Action, Reason, Verdict } from '../../shared/call.ts';
import { createGuard } from './guard.ts';
import type { CallFacts, GuardConfig, GuardSources, Judge } from './guard.ts';
import { reasons } from './reasons.ts';

/** A verdict taken apart. */
export interface Explained {
  verdict: Verdict;
  /** What spoke for and against besides the deciding reason. */
  others: Reason[];
  /** Changes that would make another verdict of the same call; `action` in their values says which. */
  wouldChange: Reason[];
}

interface World {
  sources: GuardSources;
  config: GuardConfig;
  facts: CallFacts;
  judge: Judge | undefined;
}

interface Change {
  key: string;
  values?: Reason['values'];
  world: World;
}

/**
 * Explains a call: takes the verdict as it would be taken now, then again in worlds that differ in one thing the owner
 * can change. Not for the hot path: every change compiles its rules anew.
 */
export function explain(
  facts: CallFacts,
  sources: GuardSources,
  config: GuardConfig,
  judge?: Judge,
): Explained {
  const world: World = { sources, config, facts, judge };
  const verdict = verdictIn(world);
  const wouldChange = changesOf(world, verdict)
    .map(change => ({ ...change, action: verdictIn(change.world).action }))
    .filter(({ action }) => action !== verdict.action)
    .map(({ key, values, action }) => changed(key, action, verdict.action, values));
  return { verdict, others: verdict.reasons.slice(1), wouldChange };
}

function verdictIn({ sources, config, facts, judge }: World): Verdict {
  return createGuard(sources, config, judge).decide(facts);
}

const strictness: Readonly<Record<Action, number>> = { allow: 0, flag: 1, block: 2 };

function changed(key: string, action: Action, before: Action, values: Reason['values'] = {}): Reason {
  return {
    key: `would.${key}`,
    values: { ...values, action },
    speaks: strictness[action] > strictness[before] ? 'for' : 'against',
  };
}

function changesOf(world: World, verdict: Verdict): Change[] {
  const { sources, config, facts } = world;
  const { settings, rules } = config;
  const withSettings = (change: Partial<GuardConfig['settings']>): World => ({
    ...world,
    config: { ...config, settings: { ...settings, ...change } },
  });
  const changes: Change[] = [];

  const decided = rules.find(rule => rule.id === verdict.ruleId);
  if (decided)
    changes.push({
      key: 'rule-off',
      values: reasons.rule(decided).values,
      world: { ...world, config: { ...config, rules: rules.filter(rule => rule !== decided) } },
    });
  for (const action of ['allow', 'block'] as const)
    changes.push({
      key: action,
      world: { ...world, config: { ...config, rules: [...rules, ownRule(facts, action)] } },
    });
  const contact = sources.contactOf(facts.caller);
  changes.push({
    key: contact ? 'contact-gone' : 'contact',
    world: {
      ...world,
      sources: { ...bound(sources), contactOf: () => (contact ? null : { name: '', group: null }) },
    },
  });
  if (facts.number.digits !== '' && sources.listsWith(facts.number.digits).length > 0)
    changes.push({
      key: 'lists-off',
      world: { ...world, sources: { ...bound(sources), listsWith: () => [] } },
    });
  if (settings.mode !== 'normal')
    changes.push({ key: 'mode-normal', world: withSettings({ mode: 'normal' }) });
  if (settings.pausedUntil !== null && settings.pausedUntil > facts.at)
    changes.push({ key: 'pause-over', world: withSettings({ pausedUntil: null }) });
  if (facts.doubtful)
    changes.push({ key: 'certain', world: { ...world, facts: { ...facts, doubtful: false } } });
  const { learning } = settings;
  if (world.judge)
    changes.push({
      key: learning.on ? 'learning-off' : 'learning-on',
      world: withSettings({ learning: { ...learning, on: !learning.on } }),
    });
  if (settings.classDefaults[facts.number.class] !== undefined)
    changes.push({
      key: 'class-default',
      world: withSettings({ classDefaults: { ...settings.classDefaults, [facts.number.class]: 'allow' } }),
    });
  return changes;
}

/** Sources may be an object with identity: its methods are kept bound when one of them is replaced. */
function bound(sources: GuardSources): GuardSources {
  return {
    listsWith: digits => sources.listsWith(digits),
    contactOf: caller => sources.contactOf(caller),
    labelOf: caller => sources.labelOf(caller),
    recentCalls: (caller, since) => sources.recentCalls(caller, since),
  };
}

/** The rule that one click on "block" or "allow" makes. */
function ownRule({ number }: CallFacts, action: Action): GuardConfig['rules'][number] {
  return {
    id: 0,
    createdAt: 0,
    who: number.withheld
      ? { kind: 'withheld', value: number.withheld }
      : { kind: 'number', value: number.digits || number.raw },
    action,
    when: null,
    often: null,
    line: null,
    hangUp: null,
    until: null,
    enabled: true,
    note: '',
  };
}
