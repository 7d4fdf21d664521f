import { regionName } from '../number-plan/region-name.ts';
import { understand } from '../number-plan/understand.ts';
import { withheldKindOf } from '../number-plan/withheld-words.ts';
import type { PhoneNumber } from '../number.ts';

export type Word = (key: string, values?: Record<string, string | number>) => string;

/** A country's name in the reader's language; the code itself where it has none. */
export function countryName(country: string, language: string): string {
  try {
    return new Intl.DisplayNames(language, { type: 'region' }).of(country) ?? country;
  } catch {
    return country;
  }
}

/** The number as a person reads it; one that was not shown says why, in the reader's language. */
export function shownNumber(number: PhoneNumber, word: Word): string {
  if (number.withheld) return word(`number.withheld.${number.withheld}`);
  return number.display || number.raw || word('number.withheld.unavailable');
}

/** A display form that was written down, where that of a hidden number is data in Korean. */
export function shownDisplay(display: string, word: Word): string {
  const withheld = withheldKindOf(display);
  return withheld === undefined ? display : word(`number.withheld.${withheld}`);
}

/** What a number is, in a few words: "일반전화 · 서울", "Overseas call · Vietnam". */
export function aboutNumber(number: PhoneNumber, word: Word, language: string): string {
  const parts = [word(`number.class.${number.class}`)];
  if (number.country) parts.push(countryName(number.country, language));
  else if (number.region) parts.push(regionName(number.region, language));
  return parts.join(' · ');
}

/** A number as it is written nationally, from digits that may be only its beginning. */
export function writtenNumber(digits: string): string {
  const number = understand(digits);
  return number.valid ? number.display : digits;
}

/** A range of numbers as people write one ('070-4321-55xx'); another pattern as it is. */
export function writtenPattern(pattern: string): string {
  const [, digits = '', open = ''] = /^(\d+)(\?{1,3})$/.exec(pattern) ?? [];
  if (digits === '') return pattern;
  return writtenNumber(digits + open.replaceAll('?', '0')).replace(
    new RegExp(`(?:0\\D*){${open.length}}$`),
    last => last.replaceAll('0', 'x'),
  );
}
