import type { Call, Reason } from '../shared/call.ts';
import type { RuleDraft } from '../shared/rule.ts';
import type { Explanation, RuleTemplate, RuleTrial } from './api/house.ts';
import type { Book } from './book/book.ts';
import { explain } from './guard/explain.ts';
import type { GuardSources, Judge } from './guard/guard.ts';
import { ruleTemplates } from './guard/templates.ts';
import { tryRule } from './guard/trial.ts';
import type { PastCall } from './guard/trial.ts';
import { neverMatches, ruleWarnings } from './guard/warnings.ts';
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
    });
  }

  return {
    /** What decided is told as it was kept with the call; what would change it, as things are now. */
    explain(call: Call): Explanation {
      const { wouldChange } = explain(factsOf(call), sources, config(), judge);
      return { verdict: call.verdict, others: call.verdict?.reasons.slice(1) ?? [], wouldChange };
    },

    warnings,
    canMatch: (draft: RuleDraft): boolean => !neverMatches(warnings(draft, null)),

    tryRule(draft: RuleDraft, replaces: number | null): RuleTrial {
      const calls = Iterator.from(book.calls.newestFirst()).take(callsTried).map(pastCall);
      const trial = tryRule(draft, calls, { sources, config: config(), replaces });
      return {
        calls: trial.calls,
        matched: trial.matched,
        changed: trial.changed,
        good: trial.good.map(past => past.call),
        examples: trial.examples.map(past => past.call),
        warnings: warnings(draft, replaces),
      };
    },

    templates: (): RuleTemplate[] => ruleTemplates.map(({ key, drafts }) => ({ key, drafts: [...drafts] })),
  };
}
export type RuleDesk = ReturnType<typeof createRuleDesk>;

function pastCall(call: Call): PastCall & { call: Call } {
  const answered = call.outcome === 'answered' ? true : call.outcome === 'missed' ? false : null;
  return { ...factsOf(call), answered, call };
}
