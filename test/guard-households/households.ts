import type { LabelKey } from '../../shared/label.ts';
import { createChance } from './random.ts';
import type { Chance } from './random.ts';

/** A call with what only the generator knows. */
export interface TrueCall {
  t: number;
  number: string | null;
  withheld?: string;
  rings: number;
  answered: boolean;
  label?: LabelKey;
  truth: {
    unwanted: boolean;
    /** Calls of one campaign share this; null where nothing ties the call to others. */
    campaign: string | null;
  };
}

/** How a kind of household is called. Rates are per week. */
export interface HouseholdKind {
  name: string;
  /** Callers that come back: family, clinics, schools, banks … */
  regulars: number;
  regularCalls: number;
  /** Wanted callers that call once or twice: customers, couriers, offices. */
  strangers: number;
  campaigns: number;
  /** Unwanted calls that belong to no campaign. */
  single: number;
  /** Share of unwanted and wanted calls that the owner labels. */
  labels: { bad: number; good: number };
  answers: { bad: number; good: number };
  /** How strangers' numbers are spread over classes. */
  strangerClasses: readonly (readonly [NumberMaker, number])[];
}

type NumberMaker =
  'seoul' | 'region' | 'mobile' | 'voip' | 'representative' | 'safe' | 'foreign' | 'hidden' | 'public';
type CampaignRoute = 'landline' | 'voip' | 'mobile' | 'representative' | 'foreign';

/**
 * Kinds of household. Orders of size: 2.1 voice spam calls a month reach a mobile phone (KISA, 2025 H1), and the
 * landlines that this is made for are called by 대표번호 and the like every day.
 */
export const householdKinds: readonly HouseholdKind[] = [
  {
    name: 'family',
    regulars: 25,
    regularCalls: 30,
    strangers: 12,
    campaigns: 1.6,
    single: 3,
    labels: { bad: 0.4, good: 0.15 },
    answers: { bad: 0.5, good: 0.75 },
    strangerClasses: [
      ['mobile', 4],
      ['safe', 3],
      ['region', 2],
      ['seoul', 1],
      ['representative', 2],
      ['voip', 0.5],
      ['public', 0.3],
      ['hidden', 0.2],
    ],
  },
  {
    name: 'elderly couple',
    regulars: 12,
    regularCalls: 16,
    strangers: 4,
    campaigns: 2.5,
    single: 4.5,
    labels: { bad: 0.3, good: 0.1 },
    answers: { bad: 0.75, good: 0.9 },
    strangerClasses: [
      ['region', 4],
      ['mobile', 2],
      ['safe', 1],
      ['representative', 1],
      ['public', 0.6],
      ['hidden', 0.4],
    ],
  },
  {
    name: 'small shop',
    regulars: 30,
    regularCalls: 40,
    strangers: 60,
    campaigns: 2.5,
    single: 6,
    labels: { bad: 0.5, good: 0.2 },
    answers: { bad: 0.8, good: 0.95 },
    strangerClasses: [
      ['mobile', 8],
      ['seoul', 1],
      ['region', 2],
      ['safe', 2],
      ['voip', 1],
      ['representative', 0.7],
      ['hidden', 0.5],
    ],
  },
  {
    name: 'home office',
    regulars: 20,
    regularCalls: 25,
    strangers: 14,
    campaigns: 1.2,
    single: 3,
    labels: { bad: 0.7, good: 0.5 },
    answers: { bad: 0.4, good: 0.8 },
    strangerClasses: [
      ['seoul', 3],
      ['mobile', 3],
      ['voip', 2],
      ['foreign', 0.7],
      ['representative', 2],
      ['safe', 1],
    ],
  },
  {
    name: 'quiet home',
    regulars: 8,
    regularCalls: 8,
    strangers: 3,
    campaigns: 0.8,
    single: 2,
    labels: { bad: 0.6, good: 0.3 },
    answers: { bad: 0.3, good: 0.6 },
    strangerClasses: [
      ['region', 2],
      ['mobile', 2],
      ['safe', 1],
      ['representative', 1],
    ],
  },
];

const regions = ['031', '032', '033', '041', '042', '043', '051', '053', '055', '062', '063', '064'];
const representatives = [
  '1522',
  '1544',
  '1566',
  '1577',
  '1588',
  '1599',
  '1600',
  '1644',
  '1661',
  '1666',
  '1670',
  '1688',
  '1800',
  '1811',
  '1833',
  '1855',
  '1877',
  '1899',
];
const countries = ['86', '84', '63', '66', '1', '7', '44', '91', '855'];
const accessCodes = ['001', '002', '005', '006', '008', '009'];

const exchange = (chance: Chance) => String(chance.between(2000, 9999));

/** A number by class; `local` is the household's own area and exchange. */
function makeNumber(
  chance: Chance,
  maker: NumberMaker,
  local: { area: string; exchanges: string[] },
): string | null {
  switch (maker) {
    case 'seoul':
      return `02${chance.between(2, 9)}${chance.digits(chance.yes(0.5) ? 2 : 3)}${chance.digits(4)}`;
    case 'region':
      return chance.yes(0.7)
        ? `${local.area}${chance.pick(local.exchanges)}${chance.digits(4)}`
        : `${chance.pick(regions)}${chance.between(200, 999)}${chance.digits(4)}`;
    case 'mobile':
      return `010${exchange(chance)}${chance.digits(4)}`;
    case 'voip':
      return `070${exchange(chance)}${chance.digits(4)}`;
    case 'representative':
      return `${chance.pick(representatives)}${chance.digits(4)}`;
    case 'safe':
      return `050${chance.pick(['2', '4', '5', '7'])}${chance.digits(4)}${chance.digits(4)}`;
    case 'foreign':
      return `${chance.pick(accessCodes)}${chance.pick(countries)}${chance.digits(9)}`;
    case 'public':
      return chance.pick(['120', '1355', '131', '15661188', '1345', '182']);
    case 'hidden':
      return null;
  }
}

const campaignRoutes: readonly (readonly [CampaignRoute, number])[] = [
  ['landline', 0.42],
  ['voip', 0.28],
  ['mobile', 0.15],
  ['representative', 0.1],
  ['foreign', 0.05],
];
const categories: readonly (readonly [LabelKey, number])[] = [
  ['invest', 0.28],
  ['loan', 0.24],
  ['telecom', 0.16],
  ['insurance', 0.1],
  ['gambling', 0.08],
  ['card', 0.05],
  ['realestate', 0.05],
  ['phishing', 0.04],
];

interface Campaign {
  id: string;
  category: LabelKey;
  numbers: string[];
  calls: number;
  start: number;
  days: number;
}

function makeCampaign(chance: Chance, id: string, start: number): Campaign {
  const route = chance.weighted(campaignRoutes);
  const head = {
    landline: () =>
      chance.yes(0.5) ? `02${exchange(chance)}` : `${chance.pick(regions)}${chance.between(200, 999)}`,
    voip: () => `070${exchange(chance)}`,
    mobile: () => `010${exchange(chance)}`,
    representative: () => chance.pick(representatives),
    foreign: () => `${chance.pick(accessCodes)}${chance.pick(countries)}${chance.digits(5)}`,
  }[route];
  const runs = chance.weighted([
    [1, 0.75],
    [2, 0.2],
    [3, 0.05],
  ]);
  const size =
    route === 'representative'
      ? chance.between(1, 4)
      : chance.weighted([
          [1, 0.15],
          [chance.between(2, 9), 0.4],
          [chance.between(10, 50), 0.45],
        ]);
  const numbers: string[] = [];
  for (let run = 0; run < runs; run++) {
    const prefix = head();
    // Mostly one after another, some with gaps, some anywhere in a hundred or a thousand.
    const step = chance.weighted([
      [1, 0.45],
      [2, 0.1],
      [3, 0.1],
      [100 / size, 0.27],
      [1000 / size, 0.08],
    ]);
    const first = chance.below(Math.max(1, 9990 - size * step));
    for (let index = 0; index < Math.ceil(size / runs); index++)
      numbers.push(`${prefix}${String(first + Math.floor((index + chance.next()) * step)).padStart(4, '0')}`);
  }
  return {
    id,
    category: chance.weighted(categories),
    numbers,
    calls: 1 + chance.poisson(chance.exponential(11)),
    start,
    days: 2 + chance.exponential(25),
  };
}

const DAY = 86_400_000;
const START = new Date('2026-01-05T00:00:00').getTime();

/** Business hours peak at 10 to 15 on working days; sellers rest at night, families call in the evening. */
function momentIn(chance: Chance, from: number, days: number, kind: 'sales' | 'business' | 'family'): number {
  for (;;) {
    const date = new Date(from + chance.next() * days * DAY);
    const weekend = date.getDay() === 0 || date.getDay() === 6;
    if (weekend && !chance.yes({ sales: 0.4, business: 0.3, family: 1 }[kind])) continue;
    const hours = {
      sales: [
        [9, 0.7],
        [10, 1.6],
        [11, 1.8],
        [12, 0.8],
        [13, 1.2],
        [14, 1.7],
        [15, 1.4],
        [16, 1.1],
        [17, 0.9],
        [18, 0.5],
        [19, 0.3],
        [20, 0.2],
      ],
      business: [
        [9, 1],
        [10, 1.4],
        [11, 1.3],
        [12, 0.7],
        [13, 1],
        [14, 1.3],
        [15, 1.2],
        [16, 1.2],
        [17, 1],
        [18, 0.5],
        [19, 0.3],
      ],
      family: [
        [8, 0.6],
        [10, 1],
        [12, 1],
        [14, 1],
        [16, 1],
        [18, 1.5],
        [19, 1.6],
        [20, 1.5],
        [21, 1],
        [22, 0.4],
      ],
    }[kind] as [number, number][];
    date.setHours(chance.weighted(hours), chance.below(60), chance.below(60));
    return date.getTime();
  }
}

export interface Household {
  kind: string;
  seed: number;
  weeks: number;
  calls: TrueCall[];
}

/** All calls of one household over some weeks, in time order, made anew from kind and seed. */
export function makeHousehold(kind: HouseholdKind, seed: number, weeks = 26): Household {
  const chance = createChance(seed * 2_654_435_761 + kind.name.length * 97);
  const calls: TrueCall[] = [];
  const local = {
    area: chance.pick(['02', ...regions]),
    exchanges: Array.from({ length: 8 }, () => String(chance.between(200, 999))),
  };
  const vary = () => 0.6 + 0.8 * chance.next();
  const labels = { bad: Math.min(0.95, kind.labels.bad * vary()), good: kind.labels.good * vary() };

  const add = (
    t: number,
    number: string | null,
    unwanted: boolean,
    category: LabelKey,
    campaign: string | null,
    bait = false,
  ) => {
    const answered = !bait && chance.yes(unwanted ? kind.answers.bad : kind.answers.good);
    const call: TrueCall = {
      t,
      number,
      rings: bait ? 1 : answered ? chance.between(1, 5) : chance.between(3, 10),
      answered,
      truth: { unwanted, campaign },
    };
    if (number === null) call.withheld = 'private';
    if (chance.yes(unwanted ? labels.bad : labels.good)) call.label = category;
    calls.push(call);
  };

  for (let index = 0; index < kind.regulars; index++) {
    const maker = chance.weighted<NumberMaker>([
      ['mobile', 5],
      ['region', 4],
      ['seoul', 1],
      ['representative', 2],
      ['voip', 0.6],
      ['foreign', 0.1],
    ]);
    const number = makeNumber(chance, maker, local);
    const category =
      maker === 'mobile'
        ? 'family'
        : maker === 'representative'
          ? 'bank_card_ins'
          : chance.pick<LabelKey>(['medical', 'school', 'public']);
    const weekly = chance.exponential(kind.regularCalls / kind.regulars);
    // Some firms call from several near numbers of their exchange.
    const extensions = maker === 'region' && chance.yes(0.2) ? chance.between(2, 6) : 1;
    const since = chance.yes(0.7) ? 0 : chance.next() * weeks * 7;
    for (let count = chance.poisson(weekly * weeks); count > 0; count--) {
      const t = momentIn(
        chance,
        START + since * DAY,
        weeks * 7 - since,
        maker === 'mobile' ? 'family' : 'business',
      );
      const extension =
        number === null || extensions === 1 ? number : `${number.slice(0, -1)}${chance.below(extensions)}`;
      add(t, extension, false, category, null);
    }
  }
  for (let count = chance.poisson(kind.strangers * weeks); count > 0; count--) {
    const maker = chance.weighted(kind.strangerClasses);
    const number = makeNumber(chance, maker, local);
    const category: LabelKey =
      maker === 'safe' || maker === 'mobile'
        ? 'delivery'
        : maker === 'representative'
          ? 'bank_card_ins'
          : 'public';
    const t = momentIn(chance, START, weeks * 7, 'business');
    add(t, number, false, category, null);
    if (chance.yes(0.25)) add(t + chance.exponential(3 * 3_600_000), number, false, category, null);
  }
  for (let count = chance.poisson(kind.campaigns * (weeks + 4)); count > 0; count--) {
    const campaign = makeCampaign(chance, `${seed}-${count}`, START + chance.next() * weeks * 7 * DAY);
    for (let made = 0; made < campaign.calls; made++)
      add(
        momentIn(chance, campaign.start, campaign.days, 'sales'),
        chance.pick(campaign.numbers),
        true,
        campaign.category,
        campaign.id,
      );
  }
  for (let count = chance.poisson(kind.single * weeks); count > 0; count--) {
    const maker = chance.weighted<NumberMaker | 'gateway'>([
      ['voip', 3],
      ['seoul', 2],
      ['region', 1.2],
      ['mobile', 2],
      ['representative', 1],
      ['foreign', 1.5],
      ['gateway', 0.6],
      ['hidden', 0.6],
    ]);
    const bait = maker === 'foreign' || maker === 'gateway';
    const number =
      maker === 'gateway'
        ? `0068210${exchange(chance)}${chance.digits(4)}`
        : makeNumber(chance, maker, local);
    add(
      momentIn(chance, START, weeks * 7, 'sales'),
      number,
      true,
      bait ? 'callback' : chance.weighted(categories),
      null,
      bait,
    );
  }
  const end = START + weeks * 7 * DAY;
  return {
    kind: kind.name,
    seed,
    weeks,
    calls: calls.filter(call => call.t < end).sort((a, b) => a.t - b.t),
  };
}

/** Week of a call, the first being 0. */
export function weekOf(t: number): number {
  return Math.floor((t - START) / (7 * DAY));
}
