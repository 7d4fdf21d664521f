import type { Purpose } from '../../main/guard/guess.ts';
import { guessOf } from '../../main/guard/guess.ts';
import { createLearner } from '../../main/guard/learner.ts';
import { callerKey } from '../../shared/number.ts';
import { understand } from '../../shared/number-plan/understand.ts';
import type { Household, TrueCall } from './household.ts';

/** Of calls whose caller the owner had said nothing of. */
export interface GuessCount {
  calls: number;
  made: Record<Purpose, number>;
  right: Record<Purpose, number>;
  categories: number;
  rightCategories: number;
}

export function noGuesses(): GuessCount {
  return {
    calls: 0,
    made: { marketing: 0, leaked: 0, customer: 0 },
    right: { marketing: 0, leaked: 0, customer: 0 },
    categories: 0,
    rightCategories: 0,
  };
}

/** Trades that got the number from somebody else. */
const leaked: ReadonlySet<string> = new Set(['loan', 'invest', 'gambling', 'adult', 'phishing', 'callback']);

function isRight(purpose: Purpose, { unwanted, category }: TrueCall['truth']): boolean {
  if (purpose === 'customer') return !unwanted;
  return unwanted && (purpose === 'marketing' || leaked.has(category));
}

/** Counts what would be guessed of each call, before the owner says anything of it, and how often that is right. */
export function countGuesses(into: GuessCount, { calls }: Household): void {
  const learner = createLearner();
  const labels = new Map<string, string>();
  for (const { t, number: raw, answered = null, rings = null, label = null, truth } of calls) {
    const number = understand(raw);
    const caller = callerKey(number);
    const facts = { at: t, line: 'made', number, caller, name: null, doubtful: false };
    const evidence = { label: labels.get(caller) ?? null, lists: [], contact: false };
    if (evidence.label === null) {
      const { purpose, category } = guessOf(facts, evidence, learner.judge(facts, evidence, 'careful'));
      into.calls++;
      if (purpose !== null) {
        into.made[purpose]++;
        if (isRight(purpose, truth)) into.right[purpose]++;
      }
      if (category !== null) {
        into.categories++;
        // "Telemarketing" stands for any trade that is not known better.
        if (category === 'telemarketing' ? truth.unwanted : category === truth.category)
          into.rightCategories++;
      }
    }
    learner.observe(facts, evidence, { answered, rings, label });
    if (label !== null && number.digits !== '') labels.set(caller, label);
  }
}
