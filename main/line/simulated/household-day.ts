import { castOf } from './callers.ts';
import type { Caller } from './callers.ts';
import type { Exchange, PlacedCall } from './exchange.ts';
import { demoSeed, isActive, oneCall } from './household.ts';
import type { HouseholdCall } from './household.ts';
import { seeded } from './random.ts';
import type { Random } from './random.ts';
import { realTimers } from './timers.ts';
import type { Timers } from './timers.ts';

/** What a viewer sees first: one call of each kind that matters, by label, or by role where a label is too wide. */
const opening: readonly ((caller: Caller) => boolean)[] = [
  caller => isSale(caller) && caller.numbers.some(number => number.startsWith('1588')),
  caller => caller.role === '큰딸',
  caller => caller.label === 'callback',
  caller => caller.label === 'invest' && caller.numbers.some(number => number.startsWith('070')),
  caller => caller.role === '동네 내과',
  caller => caller.withheld === 'private',
  caller => caller.role === '배달 안심번호',
  caller => isSale(caller) && caller.numbers.some(number => number.startsWith('02')),
  caller => caller.role === '해외 경유 국내번호',
  caller => caller.role === '경찰청 대표번호',
];

const sales = new Set(['loan', 'invest', 'insurance', 'telecom', 'card', 'realestate', 'telemarketing']);
const isSale = ({ label }: Caller): boolean => sales.has(label);

/** After the opening: how much of the demonstration each kind gets, so that it is never all sales or all family. */
const mix = [
  ['sale', 45],
  ['wanted', 40],
  ['odd', 15],
] as const;

export type Delivery = Pick<PlacedCall, 'shape' | 'callerIdWhen'>;

export interface HouseholdDay {
  start(): void;
  close(): void;
}

/**
 * Calls the line like a household's day in quick motion: the next call comes `gapMs` after the last one ended, which leaves the guard the
 * time to see that the ringing really stopped. Callers are those of `householdHistory` with the same seed.
 */
export function createHouseholdDay(
  exchange: Exchange,
  options: {
    timers?: Timers;
    seed?: number;
    gapMs?: readonly [low: number, high: number];
    firstAfterMs?: number;
    /** How the exchange delivers its calls; a Korean report unless told otherwise. */
    delivery?: Delivery;
    onCall?: (call: HouseholdCall) => void;
  } = {},
): HouseholdDay {
  const timers = options.timers ?? realTimers;
  const seed = options.seed ?? demoSeed;
  const random = seeded(seed + 2);
  const delivery = options.delivery ?? { shape: 'korean' };
  const gapMs = options.gapMs ?? [8000, 8600];
  const active = castOf(seed).filter(caller => isActive(caller, 0));
  let shown = 0;
  let cancel = (): void => undefined;

  function callLater(delayMs: number): void {
    cancel = timers.after(delayMs, () => {
      const call = nextCall();
      options.onCall?.(call);
      exchange.placeCall({ ...asPlaced(call, shown > opening.length ? 3 : 2), ...delivery });
    });
  }

  function nextCall(): HouseholdCall {
    const wanted = opening[shown++];
    const caller =
      (wanted ? (active.find(wanted) ?? castOf(seed).find(wanted)) : undefined) ?? mixed(active, random);
    return oneCall(caller, timers.now(), random);
  }

  const unlisten = exchange.onEnd(() => callLater(random.between(...gapMs)));
  return {
    start: () => callLater(options.firstAfterMs ?? 2000),
    close: () => {
      cancel();
      unlisten();
    },
  };
}

function mixed(active: readonly Caller[], random: Random): Caller {
  const kind = random.weighted(mix);
  const [first, ...rest] = active.filter(caller => kindOf(caller) === kind);
  const [any] = active;
  const chosen = first
    ? random.weighted([[first, first.perDay], ...rest.map(caller => [caller, caller.perDay] as const)])
    : any;
  if (!chosen) throw new Error('A household without callers.');
  return chosen;
}

function kindOf(caller: Caller): (typeof mix)[number][0] {
  if (isSale(caller) || caller.label === 'gambling' || caller.label === 'phishing') return 'sale';
  return caller.isContact ||
    ['delivery', 'medical', 'school', 'public', 'bank_card_ins'].includes(caller.label)
    ? 'wanted'
    : 'odd';
}

/** Rings are shortened: nobody watches a demonstration for eight of them. */
function asPlaced(call: HouseholdCall, mostRings: number): PlacedCall {
  const rings = Math.min(call.rings, mostRings);
  return {
    number: call.number,
    withheld: call.withheld,
    rings: Math.max(rings, call.label === 'callback' ? 1 : 2),
    ...(call.answered ? { pickedUpAfterRings: Math.max(2, rings) } : {}),
  };
}
