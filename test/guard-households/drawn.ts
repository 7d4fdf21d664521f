/**
 * Households of which everything is drawn from wide ranges: how many calls are unwanted, how a campaign's numbers lie,
 * who labels what and with which words, what the modem tells. Each kind pins what it is about and leaves the rest to chance.
 */
import { DAY, HOUR } from './household.ts';
import type { Generator, Household, TrueCall } from './household.ts';
import { anyDraws, kinds } from './draws.ts';
import type { Draws } from './draws.ts';
import { representatives } from './number-makers.ts';
import { createChance } from './random.ts';

const WEEKS = 24;
const START = new Date('2025-10-06T00:00:00').getTime();

const trades = [
  'loan',
  'invest',
  'insurance',
  'telecom',
  'card',
  'realestate',
  'gambling',
  'adult',
  'phishing',
];

function makeHousehold(kind: string, seed: number): Household {
  const pinned = kinds[kind];
  if (!pinned) throw new Error(`No such household: ${kind}.`);
  const chance = createChance(seed * 15_485_863 + kind.length * 32_452_843 + kind.charCodeAt(0));
  const draws: Draws = { ...anyDraws(chance), ...pinned };
  const area = chance.pick(['02', '031', '041', '044', '052', '054', '061', '064', '042']);
  const calls: TrueCall[] = [];

  const heads: Readonly<Record<string, () => string>> = {
    '010': () => `010${chance.between(2000, 9999)}`,
    '02': () => `02${chance.between(200, 999)}`,
    local: () => `${area}${chance.between(220, 260)}`,
    '050': () => `050${chance.pick(['3', '4', '5', '7'])}${chance.digits(4)}`,
    '070': () => `070${chance.between(4000, 8999)}`,
    '1588': () => chance.pick(representatives),
    abroad: () =>
      `00${chance.pick(['1', '2', '5', '6', '8'])}${chance.pick(['1', '81', '61', '49', '86'])}${chance.digits(5)}`,
  };
  const headOf = (head: string): string => heads[head]?.() ?? '';
  const numberOf = (head: string): string | null =>
    head === 'hidden' ? null : headOf(head) + chance.digits(4);

  const add = (t: number, number: string | null, category: string, campaign: string | null, bad: boolean) => {
    const answered = chance.yes(bad ? draws.answers.bad : draws.answers.good);
    const label =
      !bad || draws.words === 'own'
        ? category
        : draws.words === 'one word'
          ? 'telemarketing'
          : chance.pick(['loan', 'telemarketing', 'phishing']);
    calls.push({
      t,
      number,
      ...(number === null && { withheld: 'private' }),
      ...(draws.tells.answered && { answered }),
      ...(draws.tells.rings && { rings: chance.between(1, answered ? 6 : 9) }),
      ...(chance.yes(bad ? draws.labelBad : draws.labelGood) && { label }),
      truth: { unwanted: bad, campaign, category },
    });
  };
  const moment = (day: number, [from, to]: readonly [number, number]) => {
    const date = new Date(START + day * DAY + DAY / 2);
    date.setHours(0, 0, 0, 0);
    return date.getTime() + (from + chance.next() * (to - from)) * HOUR;
  };
  const workday = (): number => {
    const day = chance.below(WEEKS * 7);
    return new Date(START + day * DAY + DAY / 2).getDay() % 6 === 0 && chance.yes(0.6) ? workday() : day;
  };

  const goodCategory = (head: string) =>
    ({ '010': 'family', '050': 'delivery', '1588': 'bank_card_ins', hidden: 'medical', abroad: 'family' })[
      head
    ] ?? chance.pick(['medical', 'school', 'public']);
  const regulars = Array.from({ length: chance.between(6, 30) }, () => {
    const head = chance.weighted(draws.regularHeads);
    return { number: numberOf(head), category: goodCategory(head), weight: chance.exponential(1) };
  });
  const perRegular = regulars.map(one => [one, one.weight] as const);
  for (let count = chance.poisson(draws.wantedPerWeek * WEEKS * (1 - draws.strangers)); count > 0; count--) {
    const { number, category } = chance.weighted(perRegular);
    add(moment(chance.below(WEEKS * 7), draws.hours.wanted), number, category, null, false);
  }
  for (let left = draws.wantedPerWeek * WEEKS * draws.strangers; left > 0; left--) {
    const head = chance.weighted(draws.strangerHeads);
    const number = numberOf(head);
    const day = workday();
    const t = moment(day, [9, 20]);
    for (let again = chance.yes(0.3) ? 2 : 1; again > 0; again--, left -= 0.5)
      add(t + (again - 1) * HOUR, number, goodCategory(head), null, false);
  }

  const whole = draws.unwantedPerWeek * WEEKS;
  for (let left = whole * draws.single; left > 0; left--) {
    const head = chance.weighted([
      ['02', 2],
      ['local', 1.5],
      ['070', 3],
      ['010', 2],
      ['1588', 1],
      ['abroad', 0.7],
    ] as const);
    add(moment(workday(), draws.hours.sales), numberOf(head), chance.pick(trades), null, true);
  }
  for (let left = whole * (1 - draws.single), nth = 0; left > 0; nth++) {
    const numbers = campaignNumbers(nth);
    const id = `${kind} ${seed} ${nth}`;
    const category = chance.pick(trades);
    const first = chance.below(WEEKS * 7);
    const length = chance.between(2, 60);
    const count = 1 + chance.poisson(chance.exponential(draws.campaignCalls));
    const order = chance.pick(['any', 'in turn', 'mostly one']);
    for (let made = 0; made < count; made++, left--) {
      const day = first + Math.floor((length * made) / count);
      if (day >= WEEKS * 7) continue;
      const turn = {
        any: chance.below(numbers.length),
        'in turn': made,
        'mostly one': chance.yes(0.6) ? 0 : made,
      }[order];
      add(
        moment(day, draws.hours.sales),
        numbers[(turn ?? 0) % numbers.length] ?? '0212345678',
        category,
        id,
        true,
      );
    }
  }

  function campaignNumbers(nth: number): string[] {
    const head = headOf(
      chance.weighted([
        ['02', 3],
        ['local', 1.5],
        ['070', 3.5],
        ['010', 1.5],
        ['1588', 1],
        ['abroad', 0.5],
      ] as const),
    );
    const size = chance.between(2, 40);
    const neighbour = chance.pick(regulars).number;
    if (chance.yes(draws.beside) && neighbour !== null && neighbour.length >= 9) {
      const base = Number(neighbour.slice(-4));
      return Array.from({ length: size }, (_, index) =>
        withTail(neighbour.slice(0, -4), base + 1 + index + (nth % 3)),
      );
    }
    const base = chance.below(9900);
    const lie = chance.weighted(draws.lies);
    const of = (tail: () => number, from = head) =>
      Array.from({ length: size }, () => withTail(from, tail()));
    switch (lie) {
      case 'run':
        return Array.from({ length: size }, (_, index) => withTail(head, base + index));
      case 'near':
        return of(() => base + Math.round(chance.exponential(15) - chance.exponential(15)));
      case 'hundred':
        return of(() => base - (base % 100) + chance.below(100));
      case 'exchange':
        return of(() => chance.below(10_000));
      case 'anywhere':
        return Array.from(
          { length: size },
          () => headOf(chance.pick(['02', '070', '010'])) + chance.digits(4),
        );
      case 'one':
        return [withTail(head, base)];
      case 'two classes':
        return [...of(() => base + chance.below(30)), ...of(() => base + chance.below(30), headOf('070'))];
    }
  }

  const end = START + WEEKS * 7 * DAY;
  return {
    kind,
    seed,
    start: START,
    calls: calls.filter(({ t }) => t < end).sort((one, other) => one.t - other.t),
  };
}

function withTail(head: string, tail: number): string {
  return head + String(((tail % 10_000) + 10_000) % 10_000).padStart(4, '0');
}

export const drawn: Generator = { name: 'drawn', kinds: Object.keys(kinds), make: makeHousehold };
