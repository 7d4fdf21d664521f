import type { Call, Reason } from '../shared/call.ts';
import { unwanted } from '../shared/label.ts';
import type { Rule, RuleDraft } from '../shared/rule.ts';
import type { Explanation, RuleTemplate, RuleTrial } from './api/house.ts';
import type { Book } from './book/book.ts';
import type { CallFacts, GuardSources } from './guard/guard.ts';
import { createGuard } from './guard/guard.ts';
import { guardConfig } from './guarding.ts';
import type { SettingsStore } from './settings/settings.ts';

/** Calls a dry run looks back over, and how many it shows of each kind. */
const callsTried = 1000;
const callsShown = 50;

export interface RuleDeskParts {
  book: Book;
  settings: SettingsStore;
  sources: GuardSources;
}

/** Where rules are thought over before they act: what a draft would have done, what is odd about it, why a verdict fell. */
export function createRuleDesk({ book, settings, sources }: RuleDeskParts) {
  function withDraft(draft: RuleDraft, replaces: number | null): Rule[] {
    const others = book.rules.list().filter(rule => rule.id !== replaces);
    return [...others, { ...draft, enabled: true, id: replaces ?? 0, createdAt: Date.now() }];
  }

  return {
    explain(call: Call): Explanation {
      return { verdict: call.verdict, others: call.verdict?.reasons.slice(1) ?? [], wouldChange: [] };
    },

    warnings: (_draft: RuleDraft, _replaces: number | null): Reason[] => [],

    tryRule(draft: RuleDraft, replaces: number | null): RuleTrial {
      const guard = createGuard(sources, guardConfig(withDraft(draft, replaces), settings.get()));
      const trial: RuleTrial = { calls: 0, matched: 0, changed: 0, good: [], examples: [], warnings: [] };
      for (const call of book.calls.newestFirst()) {
        if (trial.calls++ >= callsTried) break;
        const verdict = guard.decide(factsOf(call));
        if (verdict.ruleId !== (replaces ?? 0)) continue;
        trial.matched++;
        if (verdict.action === call.verdict?.action) continue;
        trial.changed++;
        const good = verdict.action === 'block' && isGood(call);
        const shown = good ? trial.good : trial.examples;
        if (shown.length < callsShown) shown.push(call);
      }
      return trial;
    },

    templates: (): RuleTemplate[] => [],
  };
}
export type RuleDesk = ReturnType<typeof createRuleDesk>;

function factsOf(call: Call): CallFacts {
  return {
    at: call.startedAt,
    line: call.line,
    number: call.number,
    caller: call.caller,
    name: call.callerId?.name ?? null,
    doubtful: call.callerId?.checksum === false,
  };
}

function isGood(call: Call): boolean {
  return (
    call.outcome === 'answered' ||
    call.knownAs !== null ||
    (call.label !== null && unwanted(call.label) === false)
  );
}
