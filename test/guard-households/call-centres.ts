/**
 * Households made by following who dials: firms with a stock of numbers that ring a list again and again until somebody
 * answers, and people who are at home or not, pick up or not, and label in their own way. Nothing here is drawn as
 * "a call of class x"; classes, repetition and silence come out of what firms and people do.
 */
import { DAY, HOUR } from './household.ts';
import type { Generator, Household, TrueCall } from './household.ts';
import { createChance } from './random.ts';
import type { Chance } from './random.ts';
import { sellerOf, START, WEEKS } from './sellers.ts';
import type { Seller } from './sellers.ts';

interface Person {
  /** Share of an hour in which somebody is at home: by day, in the evening. */
  home: { day: number; evening: number };
  /** Picks up what looks like 070 or 대표번호, and any other stranger. */
  answers: { sales: number; stranger: number };
  /** How a label comes about. */
  labels: 'every bad call' | 'first of a number' | 'the second nuisance' | 'seldom' | 'anything';
  tells: 'anything heard' | 'only the trade' | 'telemarketing';
  sellers: number;
  wantedPerDay: number;
  /** Share of wanted calls from people that never called before. */
  strangers: number;
  strangerFrom: readonly (readonly [string, number])[];
}

const people: Readonly<Record<string, Person>> = {
  retired: {
    home: { day: 0.85, evening: 0.95 },
    answers: { sales: 0.7, stranger: 0.9 },
    labels: 'the second nuisance',
    tells: 'telemarketing',
    sellers: 9,
    wantedPerDay: 2.2,
    strangers: 0.2,
    strangerFrom: [
      ['local', 4],
      ['mobile', 3],
      ['safe', 1],
      ['desk', 0.8],
      ['office', 1],
    ],
  },
  working: {
    home: { day: 0.12, evening: 0.8 },
    answers: { sales: 0.25, stranger: 0.6 },
    labels: 'first of a number',
    tells: 'only the trade',
    sellers: 7,
    wantedPerDay: 1.6,
    strangers: 0.25,
    strangerFrom: [
      ['mobile', 4],
      ['safe', 3],
      ['desk', 1.5],
      ['local', 2],
    ],
  },
  'restaurant with deliveries': {
    home: { day: 0.98, evening: 0.98 },
    answers: { sales: 0.9, stranger: 0.97 },
    labels: 'every bad call',
    tells: 'anything heard',
    sellers: 12,
    wantedPerDay: 14,
    strangers: 0.7,
    strangerFrom: [
      ['mobile', 10],
      ['safe', 6],
      ['local', 2],
      ['voip', 0.3],
    ],
  },
  'wholesaler on 070': {
    home: { day: 0.95, evening: 0.3 },
    answers: { sales: 0.95, stranger: 0.97 },
    labels: 'anything',
    tells: 'only the trade',
    sellers: 8,
    wantedPerDay: 9,
    strangers: 0.4,
    strangerFrom: [
      ['voip', 6],
      ['mobile', 3],
      ['local', 3],
      ['desk', 1],
    ],
  },
  'farm, few calls': {
    home: { day: 0.4, evening: 0.95 },
    answers: { sales: 0.8, stranger: 0.95 },
    labels: 'seldom',
    tells: 'telemarketing',
    sellers: 4,
    wantedPerDay: 0.7,
    strangers: 0.15,
    strangerFrom: [
      ['local', 6],
      ['mobile', 2],
      ['office', 1],
    ],
  },
};

interface Regular {
  number: string | null;
  category: string;
  perDay: number;
  hours: readonly [number, number];
}

function makeCircle(chance: Chance, person: Person, area: string): Regular[] {
  const local = () => `${area}${chance.between(300, 899)}${chance.digits(4)}`;
  const circle: Regular[] = [];
  const add = (count: number, number: () => string | null, category: string, hours: Regular['hours']) => {
    for (; count > 0; count--)
      circle.push({ number: number(), category, perDay: chance.exponential(1), hours });
  };
  const mobile = () => `010${chance.between(2, 9)}${chance.digits(7)}`;
  add(chance.between(4, 9), mobile, 'family', [8, 22]);
  add(chance.between(1, 5), local, 'family', [9, 21]);
  add(chance.between(1, 3), local, 'medical', [9, 18]);
  add(
    1,
    () => chance.pick(['15881688', '15991111', '15778000', '15448000', '18990800']),
    'bank_card_ins',
    [9, 18],
  );
  add(
    chance.between(0, 2),
    () => `1${chance.pick(['588', '577', '544', '661'])}${chance.digits(4)}`,
    'telco_cs',
    [9, 18],
  );
  // A hospital that hides its number, and one whose wards have numbers of their own.
  if (chance.yes(0.3)) add(1, () => null, 'medical', [9, 18]);
  if (chance.yes(0.4)) {
    const ward = local().slice(0, -1);
    for (const end of [0, 1, 4, 7]) add(1, () => `${ward}${end}`, 'medical', [9, 18]);
  }
  const whole = circle.reduce((sum, { perDay }) => sum + perDay, 0);
  for (const regular of circle) regular.perDay *= (person.wantedPerDay * (1 - person.strangers)) / whole;
  return circle;
}

function makeHousehold(kind: string, seed: number): Household {
  const person = people[kind];
  if (!person) throw new Error(`No such household: ${kind}.`);
  const chance = createChance(seed * 7_919 + kind.length * 104_729);
  const area = chance.pick(['02', '031', '032', '051', '053', '062', '063', '033', '043']);
  const calls: TrueCall[] = [];
  const labelled = new Set<string>();
  const nuisances = new Map<string, number>();

  const ring = (
    t: number,
    number: string | null,
    unwanted: boolean,
    category: string,
    campaign: string | null,
  ) => {
    const date = new Date(t);
    const evening = date.getHours() >= 18 || date.getHours() < 8 || date.getDay() % 6 === 0;
    const strange = unwanted || !labelled.has(`known ${number ?? ''}`);
    const sales = /^(?:070|1[568]\d{6}$|00)/.test(number ?? 'x');
    const picksUp = !strange ? 0.98 : person.answers[sales ? 'sales' : 'stranger'];
    const answered = chance.yes(person.home[evening ? 'evening' : 'day'] * picksUp);
    if (answered && !unwanted) labelled.add(`known ${number ?? ''}`);
    const call: TrueCall = {
      t,
      number,
      rings: answered ? 1 + chance.poisson(2) : unwanted ? 2 + chance.poisson(4) : 4 + chance.poisson(5),
      answered,
      ...(number === null && { withheld: 'private' }),
      truth: { unwanted, campaign, category },
    };
    const label = labelFor(call, answered);
    if (label !== null) call.label = label;
    calls.push(call);
    return answered;
  };

  const labelFor = ({ number, truth }: TrueCall, answered: boolean): string | null => {
    const { unwanted, category, campaign } = truth;
    const key = `${campaign ?? ''} ${number ?? ''}`;
    const heard = (nuisances.get(key) ?? 0) + 1;
    nuisances.set(key, heard);
    const word =
      person.tells === 'telemarketing' && unwanted
        ? 'telemarketing'
        : person.tells === 'anything heard' && !answered
          ? unwanted
            ? chance.pick(['silent', 'unknown', category])
            : 'unknown'
          : category;
    const chances: Record<Person['labels'], number> = {
      'every bad call': unwanted ? 0.7 : 0.04,
      'first of a number': heard === 1 ? (unwanted ? 0.65 : 0.3) : 0.02,
      'the second nuisance': unwanted && (nuisances.get(campaign ?? key) ?? 0) >= 2 ? 0.5 : 0.03,
      seldom: unwanted ? 0.12 : 0.02,
      anything: 0.5,
    };
    if (unwanted && campaign !== null) nuisances.set(campaign, (nuisances.get(campaign) ?? 0) + 1);
    return chance.yes(chances[person.labels] * (answered ? 1 : 0.6)) ? word : null;
  };

  const at = (day: number, [from, to]: readonly [number, number]) => {
    const date = new Date(START + day * DAY + DAY / 2);
    date.setHours(0, 0, 0, 0);
    return date.getTime() + (from + chance.next() * (to - from)) * HOUR;
  };

  const circle = makeCircle(chance, person, area);
  const sellers = Array.from({ length: chance.poisson(person.sellers * (WEEKS / 8)) }, (_, index) =>
    sellerOf(chance, `${seed}-${index}`, area),
  );
  const made = new Map<Seller, number>();
  for (let day = 0; day < WEEKS * 7; day++) {
    const weekend = new Date(START + day * DAY + DAY / 2).getDay() % 6 === 0;
    const planned: { t: number; go: (t: number) => void }[] = [];
    for (const { number, category, perDay, hours } of circle) {
      const rate = hours[1] > 18 ? perDay : weekend ? 0 : perDay * 1.4;
      for (let count = chance.poisson(rate); count > 0; count--)
        planned.push({ t: at(day, hours), go: t => void ring(t, number, false, category, null) });
    }
    for (let count = chance.poisson(person.wantedPerDay * person.strangers); count > 0; count--) {
      const from = chance.weighted(person.strangerFrom);
      const [number, category] = {
        local: [`${area}${chance.between(200, 899)}${chance.digits(4)}`, 'public'],
        mobile: [`010${chance.between(2, 9)}${chance.digits(7)}`, 'delivery'],
        safe: [`050${chance.pick(['2', '3', '4', '7'])}${chance.digits(8)}`, 'delivery'],
        desk: [
          `1${chance.pick(['588', '544', '577', '599', '688', '600'])}${chance.digits(4)}`,
          'bank_card_ins',
        ],
        office: [`${area}120`, 'public'],
        voip: [`070${chance.digits(8)}`, 'family'],
      }[from] ?? [null, 'unknown'];
      planned.push({
        t: at(day, [9, 20]),
        go: t => {
          // A courier that finds nobody calls once more.
          if (!ring(t, number ?? null, false, category ?? 'unknown', null) && chance.yes(0.5))
            ring(t + 20 * 60_000, number ?? null, false, category ?? 'unknown', null);
        },
      });
    }
    for (const seller of sellers) {
      const noon = START + day * DAY + DAY / 2;
      if (noon < seller.from || noon > seller.until || (weekend && !chance.yes(0.15))) continue;
      for (let count = chance.poisson(seller.perWeek / 5); count > 0; count--)
        planned.push({
          t: at(day, chance.yes(0.75) ? [10, 16] : [9, 20]),
          go: t => {
            for (let attempt = 0; attempt <= seller.retries; attempt++) {
              const nth = made.get(seller) ?? 0;
              made.set(seller, nth + 1);
              const when = t + attempt * (0.2 + chance.next()) * HOUR;
              if (ring(when, seller.numberFor(nth), true, seller.category, seller.id)) break;
            }
          },
        });
    }
    for (const { t, go } of planned.sort((one, other) => one.t - other.t)) go(t);
  }
  return { kind, seed, start: START, calls: calls.sort((one, other) => one.t - other.t) };
}

export const callCentres: Generator = {
  name: 'call centres',
  kinds: Object.keys(people),
  make: makeHousehold,
};
