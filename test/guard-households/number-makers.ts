import type { Chance } from './random.ts';

export type NumberMaker =
  'seoul' | 'region' | 'mobile' | 'voip' | 'representative' | 'safe' | 'foreign' | 'hidden' | 'public';

export const regions = ['031', '032', '033', '041', '042', '043', '051', '053', '055', '062', '063', '064'];
export const representatives = [
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
export const countries = ['86', '84', '63', '66', '1', '7', '44', '91', '855'];
export const accessCodes = ['001', '002', '005', '006', '008', '009'];

export const exchange = (chance: Chance) => String(chance.between(2000, 9999));

/** A number by class; `local` is the household's own area and exchange. */
export function makeNumber(
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
