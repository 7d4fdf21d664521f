import type { PhoneNumber } from '../number.ts';
import { readDigits, tidy } from './read-digits.ts';
import { understand } from './understand.ts';

/**
 * The digits to look for when a person types a number or its beginning: '02-733' → '02733', '+82 10' → '010',
 * '02-1588-2345' → '15882345'. '' if the text is no number (a name, a word).
 */
export function searchDigits(text: string, country = 'KR'): string {
  // A number half typed ends anywhere, in a dash or in an open bracket; both are fine for readDigits.
  const written = readDigits(tidy(text));
  if (!written) return '';
  const whole = understand(text, { country });
  if (whole.valid) return whole.digits;
  if (country === 'KR' && written.plus && written.digits.startsWith('82'))
    return written.digits.slice(2).replace(/^0?(?=\d)/, '0');
  return written.digits;
}

/** Numbers that differ only in the last two digits: one campaign often rents them in a row. */
export interface SiblingRange {
  /** Digits without the last two; equal for all siblings. */
  key: string;
  /** The written form with those two masked: '070-4321-55xx'. */
  display: string;
}

const shortestWithSiblings = 8;

/** The neighbourhood of a number; undefined for short, special and unseen numbers, which have none. */
export function siblingRange(number: PhoneNumber): SiblingRange | undefined {
  const { digits, display } = number;
  if (digits.length < shortestWithSiblings) return undefined;
  return { key: digits.slice(0, -2), display: display.replace(/\d(\D*)\d(\D*)$/, 'x$1x$2') };
}
