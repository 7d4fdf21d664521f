/**
 * The plainest households one could write down: fixed rates, hours in Korean time whatever the clock of the machine,
 * a few number shapes, campaigns that are a base number and a small offset. A check that learning needs none of the
 * finery of the other generators.
 */
import { DAY, HOUR } from './household.ts';
import type { Generator, Household, TrueCall } from './household.ts';
import { createChance } from './random.ts';

const WEEKS = 16;
const START = Date.UTC(2026, 2, 1, 15);

interface Plain {
  family: number;
  firms: number;
  oneOff: number;
  campaigns: number;
  loose: number;
  labels: number;
  labelsGood: number;
  spread: number;
}

const kinds: Readonly<Record<string, Plain>> = {
  home: { family: 18, firms: 5, oneOff: 5, campaigns: 3, loose: 2, labels: 0.5, labelsGood: 0.2, spread: 20 },
  'home, one label in six': {
    family: 18,
    firms: 5,
    oneOff: 5,
    campaigns: 3,
    loose: 2,
    labels: 0.16,
    labelsGood: 0.05,
    spread: 20,
  },
  shop: {
    family: 10,
    firms: 12,
    oneOff: 60,
    campaigns: 5,
    loose: 4,
    labels: 0.6,
    labelsGood: 0.3,
    spread: 50,
  },
  'besieged home': {
    family: 8,
    firms: 3,
    oneOff: 3,
    campaigns: 9,
    loose: 8,
    labels: 0.4,
    labelsGood: 0.1,
    spread: 10,
  },
  'quiet home': {
    family: 10,
    firms: 2,
    oneOff: 2,
    campaigns: 1,
    loose: 1,
    labels: 0.5,
    labelsGood: 0.2,
    spread: 5,
  },
};

function makeHousehold(kind: string, seed: number): Household {
  const plain = kinds[kind];
  if (!plain) throw new Error(`No such household: ${kind}.`);
  const chance = createChance(seed * 49_979_687 + kind.length * 1_299_709);
  const calls: TrueCall[] = [];
  const add = (
    week: number,
    number: string,
    category: string,
    campaign: string | null,
    hours: [number, number],
  ) => {
    const unwanted = !['family', 'medical', 'bank_card_ins', 'delivery', 'school'].includes(category);
    const t =
      START + (week * 7 + chance.below(7)) * DAY + (hours[0] + chance.next() * (hours[1] - hours[0])) * HOUR;
    const answered = chance.yes(unwanted ? 0.45 : 0.8);
    calls.push({
      t,
      number,
      rings: chance.between(1, 8),
      answered,
      ...(chance.yes(unwanted ? plain.labels : plain.labelsGood) && { label: category }),
      truth: { unwanted, campaign, category },
    });
  };
  const mobile = () => `010${chance.between(2, 9)}${chance.digits(7)}`;
  const land = () => `0${chance.pick(['2', '31', '51', '53'])}${chance.between(300, 899)}${chance.digits(4)}`;
  const family = Array.from({ length: 8 }, mobile);
  const firms = [land(), land(), land(), `1588${chance.digits(4)}`, `1544${chance.digits(4)}`];
  const heads = [
    () => `070${chance.digits(4)}`,
    () => `02${chance.between(300, 899)}`,
    () => `0${chance.pick(['31', '32', '51'])}${chance.between(300, 899)}`,
    () => `010${chance.between(2000, 9999)}`,
    () => chance.pick(['1588', '1577', '1566', '1600', '1661', '1899']),
    () => `001${chance.pick(['86', '84', '7'])}${chance.digits(6)}`,
  ];
  const trades = ['loan', 'invest', 'telecom', 'insurance', 'card', 'realestate', 'gambling', 'phishing'];

  for (let week = 0; week < WEEKS; week++) {
    for (let count = chance.poisson(plain.family); count > 0; count--)
      add(week, chance.pick(family), 'family', null, [8, 22]);
    for (let count = chance.poisson(plain.firms); count > 0; count--)
      add(week, chance.pick(firms), chance.pick(['medical', 'school', 'bank_card_ins']), null, [9, 18]);
    for (let count = chance.poisson(plain.oneOff); count > 0; count--)
      add(
        week,
        chance.weighted([
          [mobile, 5],
          [land, 3],
          [() => `0507${chance.digits(8)}`, 3],
          [() => `15${chance.pick(['44', '77', '88', '99'])}${chance.digits(4)}`, 1],
        ])(),
        'delivery',
        null,
        [9, 20],
      );
    for (let count = chance.poisson(plain.loose); count > 0; count--)
      add(week, `${chance.pick(heads)()}${chance.digits(4)}`, chance.pick(trades), null, [9, 19]);
    for (let count = chance.poisson(plain.campaigns / 2); count > 0; count--) {
      const head = chance.weighted(
        heads.map((make, index) => [make, [5, 4, 3, 2, 1, 0.6][index] ?? 1] as const),
      )();
      const base = chance.below(9_900);
      const trade = chance.pick(trades);
      const id = `${seed} ${week} ${count}`;
      const lasts = chance.between(1, 6);
      for (let made = chance.between(3, 24); made > 0; made--) {
        const offset = chance.between(0, plain.spread);
        const then = week + chance.below(lasts);
        if (then < WEEKS) add(then, `${head}${String(base + offset).padStart(4, '0')}`, trade, id, [9, 19]);
      }
    }
  }
  return { kind, seed, start: START, calls: calls.sort((one, other) => one.t - other.t) };
}

export const plain: Generator = { name: 'plain', kinds: Object.keys(kinds), make: makeHousehold };
