import type { PhoneNumber } from '../../shared/number.ts';
import { understand } from '../../shared/number-plan/understand.ts';

/** Country code and the trunk digit that replaces it in national writing. Source: ITU-T E.164 assignments. */
const home: Readonly<Record<string, { code: string; trunk: string }>> = {
  KR: { code: '82', trunk: '0' },
  US: { code: '1', trunk: '' },
  CA: { code: '1', trunk: '' },
  GB: { code: '44', trunk: '0' },
  JP: { code: '81', trunk: '0' },
  FR: { code: '33', trunk: '0' },
  DE: { code: '49', trunk: '0' },
  AU: { code: '61', trunk: '0' },
};

/**
 * What a rule's value compares with, from any writing: '1588-12' → '158812', '+82 2 733' → '02733',
 * '０７０' → '070'. A foreign '+86 138' stays '+86138': it means that country through any access code.
 * `*` and `?` are kept. '' where nothing comparable was written.
 */
export function ruleDigits(value: string, country = 'KR'): string {
  const plain = value.normalize('NFKC').trim();
  const digits = plain.replace(/[^\d*?]/g, '');
  if (!plain.startsWith('+') || digits === '') return digits;
  const { code, trunk } = home[country] ?? { code: '', trunk: '' };
  if (code === '' || !digits.startsWith(code)) return `+${digits}`;
  const national = digits.slice(code.length).replace(/^0/, '');
  if (national === '') return `+${digits}`;
  return country === 'KR' && /^1[568]\d\d/.test(national) && national.length <= 8
    ? national
    : trunk + national;
}

/**
 * The digits of a whole number in any writing, artefacts undone as for a caller ('02-1588-1234' → '15881234'); a foreign
 * '+86 138…' stays '+86138…'. '' where the value is not a number: it then means the very text of an odd caller.
 */
export function ruleNumber(value: string, country = 'KR'): string {
  const written = value.normalize('NFKC').trim();
  if (!/\d/.test(written)) return '';
  const number = understand(written, { country });
  if (!number.valid || number.digits === '') return ruleDigits(written, country).replace(/[*?]/g, '');
  return written.startsWith('+') ? (foreignForm(number) ?? number.digits) : number.digits;
}

/** International access codes that Korean carriers put before a foreign number. Source: libphonenumber KR metadata, operators.csv. */
const accessCode = /^00(?:[125689]|3(?:00|21|[46]5|91)|7(?:00|27|3|55|6[126]))/;

/** A foreign caller as '+86138…', without the carrier's access code; null for a domestic one. */
export function foreignForm(number: PhoneNumber): string | null {
  if (number.class !== 'international' && number.class !== 'international_kr') return null;
  return `+${number.digits.replace(accessCode, '')}`;
}
