import type { NumberClass, PhoneNumber } from '../../shared/number.ts';

/** Where a number lies, as keys under which callers are counted, from the widest on; '' where there is no such level. */
export interface Place {
  /** Callers without a number are counted per call and apart: they are many people under one name. */
  hidden: string;
  class: string;
  /** The area code of a landline, the country of an international call. */
  area: string;
  /** All but the last four digits: ten thousand numbers of one exchange. */
  range: string;
  /** A thousand of those. */
  thousand: string;
}

/** Places that numbers of a class are spread over, before anything was seen: how many ranges an area or class has in use. */
const rangesInUse: Partial<Record<NumberClass, number>> = {
  landline: 400,
  landline_local: 100,
  mobile: 6000,
  voip: 4000,
  representative: 20,
  representative_unknown_prefix: 10,
  international: 2000,
  international_kr: 2000,
};

/** Chance that two unrelated numbers of one area or class lie in one range. */
export function chanceOfOneRange(numberClass: NumberClass): number {
  return 1 / (rangesInUse[numberClass] ?? 200);
}

export function placeOf({
  class: numberClass,
  area,
  digits,
}: {
  class: NumberClass;
  area: string;
  digits: string;
}): Place {
  if (digits === '') return { hidden: `hidden:${numberClass}`, class: '', area: '', range: '', thousand: '' };
  const ranged = digits.length >= 8;
  return {
    hidden: '',
    class: `class:${numberClass}`,
    area: area === '' ? '' : `area:${area}`,
    range: ranged ? `range:${digits.slice(0, -4)}` : '',
    thousand: ranged ? `thousand:${digits.slice(0, -3)}` : '',
  };
}

/** The wider area of a number: its country, or the area code of a landline; '' where there is none. */
export function areaOf(number: PhoneNumber): string {
  if (number.country !== undefined && number.overseas) return `${number.class} ${number.country}`;
  if (number.class !== 'landline') return '';
  return number.digits.startsWith('02') ? '02' : number.digits.slice(0, 3);
}
