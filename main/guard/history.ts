import type { CallerMemory } from './caller-memory.ts';
import { weightOfAnswer, weightOfSilence } from './habits.ts';
import type { Step } from './places.ts';
import type { Tallies } from './tally.ts';

const DAY = 86_400_000;
/** As much as earlier calls can speak for a caller, in log-odds. */
const MOST = 6;

/**
 * What a caller's own earlier calls say of it while the owner has not judged it: each one that passed without a
 * complaint speaks for it, by how often this owner complains; having called for weeks does too, since campaigns move on.
 */
export function weighHistory(memory: CallerMemory, at: number, habits: Tallies): Step[] {
  const steps: Step[] = [];
  const heard = memory.calls - memory.unheard;
  const quiet = heard - memory.answered - memory.unanswered;
  const days = Math.max(0, at - memory.first) / DAY;
  const lasting = heard < 2 ? 0 : -0.5 * Math.min(4, Math.log2(1 + days / 7)) * Math.min(1, heard / 4);
  const known =
    memory.answered * Math.min(-0.4, weightOfSilence(habits, true) + weightOfAnswer(habits, true));
  const passed =
    quiet * Math.min(-0.3, weightOfSilence(habits, null)) +
    memory.unanswered * Math.min(0, weightOfSilence(habits, false)) +
    lasting;
  const held = Math.min(1, MOST / Math.max(1e-9, -known - passed));
  if (known < 0)
    steps.push({ key: 'caller-known', weight: known * held, values: { count: memory.answered } });
  if (passed < 0)
    steps.push({
      key: 'caller-quiet',
      weight: passed * held,
      values: { count: heard, days: Math.round(days) },
    });
  if (memory.unanswered > 0 && memory.answered === 0 && days < 14)
    steps.push({
      key: 'caller-unanswered',
      weight: Math.min(0.2 * memory.unanswered, 0.6),
      values: { count: memory.unanswered },
    });
  if (memory.shortRings > 0 && memory.answered === 0)
    steps.push({ key: 'short-rings', weight: 0.4, values: {} });
  return steps;
}

/** How much its calls so far speak for a caller, in log-odds: 0 or less. */
export function trustIn(memory: CallerMemory, habits: Tallies): number {
  return weighHistory(memory, memory.last, habits).reduce((sum, { weight }) => sum + Math.min(0, weight), 0);
}
