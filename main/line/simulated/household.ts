import type { LabelKey } from '../../../shared/label.ts';
import type { WithheldKind } from '../../../shared/number.ts';
import { castOf, dayWeights, hourWeights } from './callers.ts';
import type { Caller, HouseholdKind } from './callers.ts';
import { inventNumber } from './invented-numbers.ts';
import { seeded } from './random.ts';
import type { Random } from './random.ts';

/** A call of the past, with the truth about it. */
export interface HouseholdCall {
  /** Epoch ms. */
  readonly t: number;
  /** As the exchange sent it; null when withheld. */
  readonly number: string | null;
  readonly withheld?: WithheldKind;
  readonly rings: number;
  readonly answered: boolean;
  readonly label: LabelKey;
  /** Who called, as a role. */
  readonly role: string;
}

/** The household of the demonstration. */
export const demoSeed = 20261125;

const dayMs = 24 * 60 * 60 * 1000;
/** Two calls of one line are at least this far apart. */
const apartMs = 90_000;

/** Past calls of a made-up household in time order, none after `endingAt`; the same arguments give the same calls. */
export function householdHistory({
  days,
  endingAt,
  seed = demoSeed,
  kind = 'home',
}: {
  days: number;
  endingAt: number;
  seed?: number;
  kind?: HouseholdKind;
}): HouseholdCall[] {
  const random = seeded(seed + 1);
  const cast = castOf(seed, kind, days);
  const calls: HouseholdCall[] = [];
  for (let back = days; back >= 0; back--)
    for (const caller of cast)
      if (isActive(caller, back)) calls.push(...callsOfDay(caller, endingAt - back * dayMs, random));
  return apart(
    calls.filter(call => call.t <= endingAt && call.t > endingAt - days * dayMs).sort((a, b) => a.t - b.t),
  );
}

/** The household's address book: roles with their numbers. */
export function householdContacts(
  seed = demoSeed,
  kind: HouseholdKind = 'home',
): { name: string; number: string; group: string }[] {
  return castOf(seed, kind)
    .filter(caller => caller.isContact)
    .flatMap(({ role, numbers: [number], label }) =>
      number === undefined ? [] : [{ name: role, number, group: label }],
    );
}

export function isActive({ activeDays }: Caller, daysBack: number): boolean {
  return daysBack <= activeDays.from && daysBack > activeDays.to;
}

function callsOfDay(caller: Caller, someTime: number, random: Random): HouseholdCall[] {
  const midnight = new Date(someTime);
  midnight.setHours(0, 0, 0, 0);
  const expected = caller.perDay * (dayWeights[caller.hours][midnight.getDay()] ?? 1);
  return Array.from({ length: poisson(expected, random) }, () => {
    const hour = hourOf(caller, random);
    const t = new Date(midnight);
    t.setHours(hour, random.between(0, 59), random.between(0, 59), random.between(0, 999));
    return withRedial(oneCall(caller, t.getTime(), random), caller, random);
  }).flat();
}

function withRedial(call: HouseholdCall, caller: Caller, random: Random): HouseholdCall[] {
  if (call.answered || !random.chance(caller.redial ?? 0)) return [call];
  return [
    call,
    {
      ...call,
      t: call.t + random.between(100, 280) * 1000,
      answered: random.chance(0.6),
      rings: random.between(2, 6),
    },
  ];
}

/** One call of a caller: its number for this time, and how it went. */
export function oneCall(caller: Caller, t: number, random: Random): HouseholdCall {
  const answered = random.chance(caller.answeredShare);
  return {
    t,
    number: numberOf(caller, random),
    ...(caller.withheld ? { withheld: caller.withheld } : {}),
    rings: answered ? random.between(1, Math.min(4, caller.rings[1])) : random.between(...caller.rings),
    answered,
    label: caller.label,
    role: caller.role,
  };
}

function numberOf(caller: Caller, random: Random): string | null {
  if (caller.withheld) return null;
  if (caller.fresh) return inventNumber(caller.fresh, random);
  return caller.numbers[random.between(0, caller.numbers.length - 1)] ?? null;
}

function hourOf(caller: Caller, random: Random): number {
  const weights = hourWeights[caller.hours];
  let left = random.next() * weights.reduce<number>((sum, weight) => sum + weight, 0);
  return Math.max(
    0,
    weights.findIndex(weight => (left -= weight) < 0),
  );
}

function poisson(expected: number, random: Random): number {
  let count = 0;
  for (let sum = random.exponential(); sum < expected; sum += random.exponential()) count++;
  return count;
}

/** One line, one call at a time: a caller who finds it busy is not in the history. */
function apart(calls: readonly HouseholdCall[]): HouseholdCall[] {
  let last = -Infinity;
  return calls.filter(({ t }) => {
    if (t - last < apartMs) return false;
    last = t;
    return true;
  });
}
