import type { Random } from './random.ts';

/**
 * Invented numbers of each Korean class: right in form, random in their last digits. No Korean range is set aside for fiction, so a
 * number here may by chance be someone's; none is ever shown with a company's name.
 */
export type InventedClass =
  | 'mobile'
  | 'seoul'
  | 'landline'
  | 'voip'
  | 'representative'
  | 'safe'
  | 'toll-free'
  | 'bait'
  | 'overseas'
  | 'gateway';

const areaCodes = [
  '031',
  '032',
  '033',
  '041',
  '042',
  '043',
  '051',
  '053',
  '055',
  '062',
  '063',
  '064',
] as const;
const representativePrefixes = [
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
] as const;
/** Public lines and published bank desks: never used for an invented caller. */
const taken = new Set([
  '15661188',
  '15770199',
  '15771389',
  '15444500',
  '15887500',
  '18336972',
  '15889999',
  '15885000',
  '15882588',
  '15881111',
  '15448000',
  '15778000',
  '15991111',
  '15881688',
  '15881788',
  '18990800',
  '15889955',
]);
const accessCodes = ['001', '002', '005', '006', '008', '009', '00300', '00700'] as const;
/** Country code, how a mobile number begins there, and how many digits follow. One-ring bait: places that cost much to call back. */
type Abroad = readonly [start: string, more: number];
const baitCountries: readonly [Abroad, ...Abroad[]] = [
  ['21622', 6],
  ['23276', 6],
  ['25261', 7],
  ['26132', 7],
  ['67570', 6],
  ['67854', 5],
  ['68572', 5],
  ['68890', 4],
];
const overseasCountries: readonly [Abroad, ...Abroad[]] = [
  ['86138', 8],
  ['8490', 7],
  ['63917', 7],
  ['85512', 6],
  ['6681', 7],
  ['1212', 7],
];

export function inventNumber(kind: InventedClass, random: Random): string {
  switch (kind) {
    case 'mobile':
      return `010${random.between(2, 9)}${digits(random, 3)}${unremarkable(random)}`;
    case 'seoul':
      return `02${random.between(2, 6)}${digits(random, 3)}${unremarkable(random)}`;
    case 'landline': {
      const area = random.pick(areaCodes);
      return `${area}${area === '064' ? 7 : random.between(2, 8)}${digits(random, 2)}${unremarkable(random)}`;
    }
    case 'voip':
      return `070${random.between(4, 8)}${digits(random, 3)}${unremarkable(random)}`;
    case 'representative': {
      const number = `${random.pick(representativePrefixes)}${unremarkable(random)}`;
      return taken.has(number) ? inventNumber(kind, random) : number;
    }
    case 'safe':
      return `0507${random.between(1, 1)}${digits(random, 3)}${unremarkable(random)}`;
    case 'toll-free':
      return `080${random.between(2, 8)}${digits(random, 2)}${unremarkable(random)}`;
    case 'bait':
      return fromAbroad(random.pick(baitCountries), random);
    case 'overseas':
      return fromAbroad(random.pick(overseasCountries), random);
    case 'gateway':
      return `${random.pick(accessCodes)}8210${random.between(2, 9)}${digits(random, 3)}${unremarkable(random)}`;
  }
}

/** The 대표번호 prefix that everybody knows. */
export function invent1588(random: Random): string {
  const number = `1588${unremarkable(random)}`;
  return taken.has(number) ? invent1588(random) : number;
}

/** `count` numbers of one campaign: neighbours that a dialler hires in a block. */
export function inventBlock(kind: InventedClass, count: number, random: Random): string[] {
  const first = inventNumber(kind, random);
  const head = first.slice(0, -2);
  const start = random.between(0, Math.max(0, 99 - count * 2));
  const block = Array.from(
    { length: count },
    (_, index) => head + String(start + index * random.between(1, 2)).padStart(2, '0'),
  );
  return [...new Set(block)];
}

/** The first digit after the start is never 0 or 1, which many countries do not assign. */
function fromAbroad([start, more]: Abroad, random: Random): string {
  return `${random.pick(accessCodes)}${start}${random.between(2, 9)}${digits(random, more - 1)}`;
}

function digits(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.between(0, 9)).join('');
}

/** Four digits that no company would have chosen: no repeats, no runs, no round end. */
function unremarkable(random: Random): string {
  const four = digits(random, 4);
  const distinct = new Set(four).size;
  return distinct < 3 || four.endsWith('00') || '01234567890'.includes(four) ? unremarkable(random) : four;
}
