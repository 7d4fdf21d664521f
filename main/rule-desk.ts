import type { Call, Reason } from '../shared/call.ts';
import type { NewRule, Rule, RuleDraft } from '../shared/rule.ts';
import { ruleSays, usualUntil } from '../shared/rule.ts';
import type { Explanation, RuleTemplate, RuleTrial } from './api/house.ts';
import { Refused } from './api/problem.ts';
import type { Book } from './book/book.ts';
import { explain } from './guard/explain.ts';
import type { GuardSources, Judge } from './guard/guard.ts';
import { ruleTemplates } from './guard/templates.ts';
import { tryRule } from './guard/trial.ts';
import type { PastCall } from './guard/trial.ts';
import { refusalOf, ruleWarnings } from './guard/warnings.ts';
import { factsOf, guardConfig } from './guarding.ts';
import type { SettingsStore } from './settings/settings.ts';

/** Calls that a dry run looks back over. */
const callsTried = 1000;

export interface RuleDeskParts {
  book: Book;
  settings: SettingsStore;
  sources: GuardSources;
  judge: Judge;
}

/** Where rules are thought over before they act: what a draft would have done, what is odd about it, why a verdict fell. */
export function createRuleDesk({ book, settings, sources, judge }: RuleDeskParts) {
  const config = () => guardConfig(book.rules.list(), settings.get());

  function warnings(draft: RuleDraft, replaces: number | null): Reason[] {
    return ruleWarnings(draft, book.rules.list(), {
      now: Date.now(),
      country: settings.get().country,
      replaces,
      contactOf: caller => sources.contactOf(caller),
      lists: book.lists.list().map(list => String(list.id)),
    });
  }

  return {
    /** What decided is told as it was kept with the call; what would be decided and change it, as things are now. */
    explain(call: Call): Explanation {
      const { verdict, wouldChange } = explain(factsOf(call), sources, config(), judge);
      return {
        verdict: call.verdict,
        others: call.verdict?.reasons.slice(1) ?? [],
        now: verdict.action,
        wouldChange,
      };
    },

    /** A new rule with the end that its owner named, else with the usual one. */
    whole: (draft: NewRule): RuleDraft => ({
      ...draft,
      until: draft.until === undefined ? usualUntil(draft, Date.now()) : draft.until,
    }),

    /**
     * Refuses a rule that could never speak, or only of a public line; what else is odd about one is returned. An old
     * rule may always be switched and noted.
     */
    check(draft: RuleDraft, before: Rule | null): Reason[] {
      const odd = warnings(draft, before?.id ?? null);
      const said = ({ who, action, until }: RuleDraft) => JSON.stringify([who, action, until]);
      const refusal = before && said(before) === said(draft) ? null : refusalOf(odd);
      if (refusal !== null) throw new Refused(refusal);
      return odd;
    },

    tryRule(draft: RuleDraft, replaces: number | null): RuleTrial {
      const calls = Iterator.from(book.calls.newestFirst()).take(callsTried).map(pastCall);
      const trial = tryRule(draft, calls, { sources, config: config(), replaces });
      return {
        calls: trial.calls,
        matched: trial.matched,
        changed: trial.changed,
        wouldBlock: trial.wouldBlock,
        wouldFlag: trial.wouldFlag,
        wouldAllow: trial.wouldAllow,
        goodCount: trial.goodCount,
        good: trial.good.map(past => past.call),
        examples: trial.examples.map(past => past.call),
        warnings: warnings(draft, replaces),
      };
    },

    templates: (): RuleTemplate[] => ruleTemplates.map(({ key, drafts }) => ({ key, drafts: [...drafts] })),

    /** The rules of a ready-made one that are not there yet. */
    missingOf(key: string): RuleDraft[] {
      const have = new Set(
        book.rules
          .list()
          .filter(rule => rule.enabled)
          .map(ruleSays),
      );
      const drafts = ruleTemplates.find(template => template.key === key)?.drafts ?? [];
      return drafts.filter(draft => !have.has(ruleSays(draft)));
    },
  };
}
export type RuleDesk = ReturnType<typeof createRuleDesk>;

function pastCall(call: Call): PastCall & { call: Call } {
  const answered = call.outcome === 'answered' ? true : call.outcome === 'missed' ? false : null;
  return { ...factsOf(call), answered, call };
}
