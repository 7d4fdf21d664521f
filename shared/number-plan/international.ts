import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { PhoneNumber } from '../number.ts';
import { accessCodes } from './carriers.ts';
import { matchPlan, planDisplay, type PlanMatch } from './class-table.ts';

type Understood = Omit<PhoneNumber, 'raw'>;

const carriers = new Map(accessCodes.map(({ code, carrier }) => [code, carrier]));
const fromAbroad = new RegExp(`^(${accessCodes.map(({ code }) => code).join('|')})(\\d+)$`);
const shortest = 8;
const longest = 20;

/** A call from abroad as a Korean exchange shows it: access code, country code, number. */
export function readInternational(digits: string): Understood | undefined {
  if (digits.length < shortest || digits.length > longest) return undefined;
  const [, code, rest] = fromAbroad.exec(digits) ?? [];
  if (code === undefined || rest === undefined) return undefined;
  const carrier = carriers.get(code);
  const known = { digits, overseas: true, ...(carrier === undefined ? {} : { carrier }) };
  if (rest.startsWith('82')) return { ...known, ...koreanFromAbroad(code, rest.slice(2)) };
  const abroad = writeAbroad(rest);
  if (!abroad)
    return {
      ...known,
      class: 'international',
      display: digits,
      valid: false,
      notes: ['unknown-country-code'],
    };
  return {
    ...known,
    class: 'international',
    ...abroad,
    digits: code + abroad.digits,
    display: `${code} ${abroad.display}`,
  };
}

/** A Korean number that arrives through an international gateway: real ones have no reason to. */
function koreanFromAbroad(code: string, rest: string) {
  const subscriber = rest.replace(/^0/, '');
  const match = matchPlan(`0${subscriber}`) ?? onlyRepresentative(matchPlan(subscriber));
  const written = match ? planDisplay(match).replace(/^0/, '') : writeLoosely(subscriber);
  return {
    class: 'international_kr' as const,
    digits: `${code}82${subscriber}`,
    country: 'KR',
    display: `${code} +82 ${written}`,
    valid: match?.row.valid ?? false,
    notes: ['korean-number-from-abroad'],
  };
}

function onlyRepresentative(match: PlanMatch | undefined): PlanMatch | undefined {
  return match?.row.class === 'representative' ? match : undefined;
}

/** Digits of no valid Korean class, cut as if they were one, so that they can be read. */
function writeLoosely(digits: string): string {
  return digits.replace(/^(2|[1-9]\d)(\d{3,4})(\d{4})$/, '$1-$2-$3');
}

/** A number with its country code, as libphonenumber reads it. */
export interface NumberAbroad {
  country?: string;
  /** Country code and national number. */
  digits: string;
  display: string;
  valid: boolean;
}

/** Country and writing of a number that begins with a country code; undefined if no country has this code. */
export function writeAbroad(digits: string): NumberAbroad | undefined {
  const phone = parsePhoneNumberFromString(`+${digits}`);
  if (!phone) return undefined;
  const country = phone.country ?? phone.getPossibleCountries()[0];
  const valid = phone.isValid();
  return {
    ...(country === undefined ? {} : { country }),
    // A trunk zero kept after the country code is dropped, but only where the rest is a real number.
    digits: valid ? phone.number.slice(1) : digits,
    display: phone.formatInternational(),
    valid,
  };
}
