import { DAY } from './household.ts';
import type { Chance } from './random.ts';

export const WEEKS = 20;
export const START = new Date('2026-08-31T00:00:00').getTime();

type Style = 'block' | 'scattered' | 'front' | 'burner' | 'gateway' | 'moves';

/** A firm that sells by telephone: which of its numbers shows for the nth call it makes here. */
export interface Seller {
  id: string;
  category: string;
  numberFor(call: number): string;
  perWeek: number;
  from: number;
  until: number;
  /** Dials again within the day when nobody answers. */
  retries: number;
}

const trades: readonly (readonly [string, number])[] = [
  ['loan', 5],
  ['invest', 5],
  ['telecom', 6],
  ['insurance', 3],
  ['realestate', 2],
  ['telemarketing', 3],
  ['card', 1.5],
  ['gambling', 1],
  ['phishing', 0.7],
];

export function sellerOf(chance: Chance, id: string, area: string): Seller {
  const style = chance.weighted<Style>([
    ['block', 5],
    ['scattered', 1.6],
    ['front', 1.3],
    ['burner', 1.2],
    ['gateway', 0.6],
    ['moves', 0.8],
  ]);
  const from = START + chance.between(-6, WEEKS - 1) * 7 * DAY + chance.below(5) * DAY;
  const rotates = chance.yes(0.5);
  const block = (head: string) => {
    const size = chance.pick([4, 8, 10, 20, 30, 50, 100]);
    const first = chance.below((10_000 - size) / 10) * 10;
    const used = rotates ? size : Math.max(2, Math.ceil(size * (0.2 + 0.8 * chance.next())));
    return (call: number) =>
      `${head}${String(first + (rotates ? call % used : Math.floor((chance.below(used) * size) / used))).padStart(4, '0')}`;
  };
  const heads = {
    seoul: () => `02${chance.between(2, 8)}${chance.digits(3)}`,
    area: () => `${area}${chance.between(200, 899)}`,
    voip: () => `070${chance.pick(['4', '5', '7', '8'])}${chance.digits(3)}`,
  };
  const anyHead = () => heads[chance.pick(['seoul', 'seoul', 'area', 'voip', 'voip'] as const)]();
  const styles: Record<Style, () => (call: number) => string> = {
    block: () => block(anyHead()),
    scattered: () => {
      const numbers = Array.from({ length: chance.between(3, 12) }, () => anyHead() + chance.digits(4));
      return () => chance.pick(numbers);
    },
    front: () => {
      const one =
        chance.pick([
          '1544',
          '1566',
          '1577',
          '1599',
          '1600',
          '1644',
          '1661',
          '1670',
          '1688',
          '1811',
          '1833',
        ]) + chance.digits(4);
      return () => one;
    },
    burner: () => {
      let number = '';
      return call => {
        if (number === '' || call % 3 === 0) number = `010${chance.between(2, 9)}${chance.digits(7)}`;
        return number;
      };
    },
    gateway: () => {
      const head = `00${chance.pick(['1', '2', '6', '8', '9'])}${chance.pick(['86', '84', '63', '855', '66'])}${chance.digits(5)}`;
      return () => head + chance.digits(4);
    },
    moves: () => {
      const first = block(heads.voip());
      const then = block(heads.seoul());
      const at = chance.between(4, 12);
      return call => (call < at ? first(call) : then(call));
    },
  };
  return {
    id,
    category: style === 'gateway' ? 'callback' : chance.weighted(trades),
    numberFor: styles[style](),
    perWeek: 0.4 + chance.exponential(2.2),
    from,
    until: from + (5 + chance.exponential(45)) * DAY,
    retries: chance.pick([0, 1, 1, 2, 3]),
  };
}
