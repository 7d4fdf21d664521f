import type { LabelKey } from '../../shared/label.ts';
import { DAY } from './household.ts';
import type { Generator, Household, TrueCall } from './household.ts';
import { momentIn } from './hours.ts';
import { accessCodes, countries, exchange, makeNumber, regions, representatives } from './number-makers.ts';
import type { NumberMaker } from './number-makers.ts';
import { createChance } from './random.ts';
import type { Chance } from './random.ts';
import { householdKinds } from './share-kinds.ts';
import type { HouseholdKind } from './share-kinds.ts';

const START = new Date('2026-01-05T00:00:00').getTime();
const WEEKS = 26;

type CampaignRoute = 'landline' | 'voip' | 'mobile' | 'representative' | 'foreign';

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

/** All calls of one household over some weeks, in time order, made anew from kind and seed. */
function makeHousehold(kind: HouseholdKind, seed: number, weeks = WEEKS): Household {
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
      truth: { unwanted, campaign, category },
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
    start: START,
    calls: calls.filter(call => call.t < end).sort((a, b) => a.t - b.t),
  };
}

/** Calls drawn by class and hour, from the published shares: the generator that weights were first chosen on. */
export const byShares: Generator = {
  name: 'by shares',
  kinds: householdKinds.map(({ name }) => name),
  make: (name, seed) => {
    const kind = householdKinds.find(one => one.name === name);
    if (!kind) throw new Error(`No such household: ${name}.`);
    return makeHousehold(kind, seed);
  },
};
