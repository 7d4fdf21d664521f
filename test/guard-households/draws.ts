import type { Chance } from './random.ts';

/** How a campaign's numbers lie. */
type Lie = 'run' | 'near' | 'hundred' | 'exchange' | 'anywhere' | 'one' | 'two classes';

export interface Draws {
  wantedPerWeek: number;
  /** Share of wanted calls from numbers seen once or twice. */
  strangers: number;
  strangerHeads: readonly (readonly [string, number])[];
  regularHeads: readonly (readonly [string, number])[];
  unwantedPerWeek: number;
  /** Share of unwanted calls that belong to no campaign. */
  single: number;
  campaignCalls: number;
  lies: readonly (readonly [Lie, number])[];
  labelBad: number;
  labelGood: number;
  words: 'own' | 'spam words' | 'one word';
  tells: { answered: boolean; rings: boolean };
  answers: { bad: number; good: number };
  hours: { sales: readonly [number, number]; wanted: readonly [number, number] };
  /** Campaigns that call from numbers beside a wanted caller's. */
  beside: number;
}

const usualLies: Draws['lies'] = [
  ['run', 4],
  ['near', 2],
  ['hundred', 2],
  ['exchange', 1],
  ['one', 1.5],
  ['two classes', 0.7],
  ['anywhere', 0.5],
];

export function anyDraws(chance: Chance): Draws {
  const from = (low: number, high: number) => low + chance.next() * (high - low);
  const open = chance.between(8, 10);
  return {
    wantedPerWeek: 6 * Math.exp(from(0, 2.6)),
    strangers: from(0.1, 0.6),
    strangerHeads: [
      ['010', 4],
      ['050', 2],
      ['local', 3],
      ['02', 1],
      ['1588', 1.2],
      ['070', 0.5],
    ],
    regularHeads: [
      ['010', 5],
      ['local', 4],
      ['1588', 1],
      ['070', 0.5],
    ],
    unwantedPerWeek: 4 * Math.exp(from(0, 2.2)),
    single: from(0.05, 0.25),
    campaignCalls: from(6, 24),
    lies: usualLies,
    labelBad: from(0.2, 0.8),
    labelGood: chance.yes(0.3) ? 0 : from(0.03, 0.4),
    words: chance.pick(['own', 'own', 'spam words', 'one word']),
    tells: chance.pick([
      { answered: true, rings: true },
      { answered: true, rings: true },
      { answered: true, rings: false },
      { answered: false, rings: true },
      { answered: false, rings: false },
    ]),
    answers: { bad: from(0.2, 0.9), good: from(0.6, 0.95) },
    hours: { sales: [open, open + chance.between(7, 11)], wanted: [8, 22] },
    beside: 0.04,
  };
}

/** What each kind pins; the rest is drawn. */
export const kinds: Readonly<Record<string, Partial<Draws>>> = {
  anyone: {},
  'labels seldom': { labelBad: 0.13, labelGood: 0.04 },
  'labels all': { labelBad: 1, labelGood: 1 },
  'tells nothing but labels': { tells: { answered: false, rings: false }, labelGood: 0, words: 'spam words' },
  'customers on mobiles': {
    wantedPerWeek: 90,
    strangers: 0.75,
    strangerHeads: [
      ['010', 10],
      ['local', 2],
      ['050', 1],
    ],
  },
  rural: {
    wantedPerWeek: 5,
    unwantedPerWeek: 4,
    strangers: 0.15,
    strangerHeads: [
      ['local', 5],
      ['010', 2],
    ],
  },
  'business on 070': {
    wantedPerWeek: 60,
    strangers: 0.4,
    strangerHeads: [
      ['070', 6],
      ['010', 2],
      ['02', 2],
    ],
    regularHeads: [
      ['070', 5],
      ['local', 3],
      ['010', 2],
    ],
  },
  'family overseas': {
    strangerHeads: [
      ['abroad', 3],
      ['010', 3],
      ['050', 1],
    ],
    regularHeads: [
      ['abroad', 4],
      ['010', 4],
      ['local', 2],
    ],
  },
  'calls without number': {
    strangerHeads: [
      ['hidden', 3],
      ['010', 3],
      ['local', 2],
    ],
    regularHeads: [
      ['hidden', 1],
      ['010', 4],
      ['local', 2],
    ],
  },
  'couriers and banks': {
    strangers: 0.6,
    strangerHeads: [
      ['050', 4],
      ['010', 4],
      ['1588', 3],
    ],
    regularHeads: [
      ['1588', 3],
      ['010', 4],
    ],
  },
  'up at night': { hours: { sales: [9, 21], wanted: [18, 30] } },
  'campaigns next door': { beside: 0.2 },
  'numbers anywhere': {
    lies: [
      ['exchange', 3],
      ['anywhere', 3],
      ['one', 2],
      ['hundred', 2],
    ],
  },
};
