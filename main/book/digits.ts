import { getCountryCallingCode, isSupportedCountry } from 'libphonenumber-js/max';
import type { PhoneNumber } from '../../shared/number.ts';
import { accessCodes } from '../../shared/number-plan/carriers.ts';
import { searchDigits } from '../../shared/number-plan/search-form.ts';
import { understand } from '../../shared/number-plan/understand.ts';

/** A foreign number comes through any of these carriers; it is compared as '+' and country code, without them. */
const fromAbroad = new RegExp(`^(?:${accessCodes.map(({ code }) => code).join('|')})(\\d{5,})$`);

/** Bare digits that may be a country code and a number, where a plus was lost. */
const maybeAbroad = /^[1-9]\d{8,14}$/;

const callingCodes = new Map<string, string>();

function callingCode(country: string): string {
  const known = callingCodes.get(country);
  if (known !== undefined) return known;
  const code = isSupportedCountry(country) ? getCountryCallingCode(country) : '';
  callingCodes.set(country, code);
  return code;
}

/** '+1 212 …' as '+1212…'; null for a number of the line's own country, or one without a plus. */
function foreignWritten(written: string, country: string): string | null {
  if (!/^\s*[+＋]/.test(written)) return null;
  const plain = written.normalize('NFKC').trim();
  if (!plain.startsWith('+')) return null;
  const digits = plain.replace(/\D/g, '');
  const own = callingCode(country);
  return digits === '' || (own !== '' && digits.startsWith(own)) ? null : `+${digits}`;
}

/** Numbers of Korea of which there is no second reading; most of a long list are such, and reading them as any other takes long. */
const plainKorean = /^0[17]0[- ]?\d{4}[- ]?\d{4}$/;

/** A number in any writing as it is compared: national digits, or '+' and country code; '' if it holds none. */
export function digitsOf(written: string, country: string): string {
  if (country === 'KR' && plainKorean.test(written)) return written.replace(/\D/g, '');
  const foreign = foreignWritten(written, country);
  if (foreign !== null) return foreign;
  const { digits, valid } = understand(written, { country });
  return (valid ? digits : searchDigits(written, country) || digits).replace(fromAbroad, '+$1');
}

/** The beginning of a number in any writing, as it is compared: '+82 10' is '010' in Korea. */
export function prefixDigits(written: string, country: string): string {
  return foreignWritten(written, country) ?? searchDigits(written.replace(/\*+$/, ''), country);
}

/** A caller's number as it is compared. */
export function comparedNumber({ class: kind, digits }: PhoneNumber): string {
  const bare = digits.replace(fromAbroad, '+$1');
  return kind === 'international' && maybeAbroad.test(bare) ? `+${bare}` : bare;
}

/** The ways in which PhoneNumber.digits may be kept in contacts and lists. */
export function comparedForms(digits: string): string[] {
  return maybeAbroad.test(digits) ? [digits, `+${digits}`] : [digits.replace(fromAbroad, '+$1')];
}
