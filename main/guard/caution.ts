import type { Action } from '../../shared/call.ts';
import { unwanted } from '../../shared/label.ts';
import type { Settings } from '../../shared/settings.ts';
import type { CallFacts, Evidence, Judgement } from './guard.ts';
import { logit, sigmoid, smoothed } from './tally.ts';
import type { Tallies } from './tally.ts';
import type { Weighed } from './weigh.ts';

export type Caution = Settings['learning']['caution'];

interface Threshold {
  /** Probability from which a call is blocked, if something particular speaks against it. */
  block: number;
  /** Probability from which a call is flagged, before the owner's own calls have moved it. */
  flag: number;
  /** Share of the wanted calls that may be flagged; the flag threshold is steered to keep to it. */
  flaggedGood: number;
}

/** Chosen on generated households so that a wanted call is refused at most once in thousands. */
const thresholds: Readonly<Record<Caution, Threshold>> = {
  careful: { block: 0.98, flag: 0.73, flaggedGood: 0.0075 },
  balanced: { block: 0.95, flag: 0.6, flaggedGood: 0.02 },
  eager: { block: 0.9, flag: 0.45, flaggedGood: 0.05 },
};

/** Weight of the wished share of flagged wanted calls, in wanted calls: how slowly the threshold is steered. */
const STEADINESS = 100;

/**
 * Where most callers are unwanted, a class alone would flag many of the few wanted calls; where hardly any is, a little
 * suspicion is worth showing. So the flag threshold follows the share of wanted calls that it has flagged so far.
 */
function flagThreshold(habits: Tallies, { flag, flaggedGood }: Threshold): number {
  const share = smoothed(habits.of('flagged'), flaggedGood, STEADINESS);
  const moved = logit(flag) + 0.4 * Math.log2(share / flaggedGood);
  return sigmoid(Math.min(3.4, Math.max(logit(flag) - 0.9, moved)));
}

/** Counts wanted calls, flagged (as `bad`) or not, each by the probability that it was wanted. */
export function learnFlagging(habits: Tallies, flagged: boolean, believed: number): void {
  habits.add('flagged', flagged ? 1 - believed : 0, flagged ? 0 : 1 - believed);
}

/** From weights to an opinion: thresholds by caution, and what keeps a call from being refused however it weighs. */
export function judgementOf(
  weighed: Weighed,
  facts: CallFacts,
  evidence: Evidence,
  caution: Caution,
  habits: Tallies,
): Judgement {
  const score = sigmoid(weighed.total);
  const threshold = thresholds[caution];
  const wanted =
    evidence.contact || weighed.judgedGood || (evidence.label !== null && unwanted(evidence.label) === false);
  let action: Action | null = null;
  if (wanted) action = weighed.judgedGood ? 'allow' : null;
  else if (score >= threshold.block && weighed.certainEvidence && !facts.doubtful) action = 'block';
  else if (score >= flagThreshold(habits, threshold)) action = 'flag';
  const byWeight = [...weighed.steps].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return {
    score,
    action,
    reasons: byWeight
      .filter(step => Math.abs(step.weight) >= 0.15)
      .slice(0, 4)
      .map(({ key, values, weight }) => ({
        key: `learned.${key}`,
        values: { ...values, weight: Math.round(weight * 100) / 100 },
        speaks: weight > 0 ? 'for' : 'against',
      })),
    category: score >= 0.5 ? weighed.category : null,
  };
}
