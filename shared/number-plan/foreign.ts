import {
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
  type PhoneNumberType,
} from 'libphonenumber-js/max';
import type { NumberClass, PhoneNumber } from '../number.ts';
import { isForeignEmergency } from './foreign-emergency.ts';
import type { WrittenDigits } from './read-digits.ts';

const classes: Readonly<Record<PhoneNumberType, NumberClass>> = {
  FIXED_LINE: 'landline',
  FIXED_LINE_OR_MOBILE: 'landline',
  MOBILE: 'mobile',
  PREMIUM_RATE: 'premium',
  SHARED_COST: 'premium',
  TOLL_FREE: 'toll_free',
  VOIP: 'voip',
  PERSONAL_NUMBER: 'personal050',
  PAGER: 'pager',
  UAN: 'representative',
  VOICEMAIL: 'landline',
};

/** A number on a line outside Korea, by libphonenumber; undefined if it is none that can be dialled there. */
export function understandForeign(
  { digits, plus }: WrittenDigits,
  country: string,
): Omit<PhoneNumber, 'raw'> | undefined {
  if (!plus && isForeignEmergency(digits, country))
    return { class: 'special', digits, display: digits, valid: true };
  const home = isSupportedCountry(country) ? country : undefined;
  const phone = parsePhoneNumberFromString(
    plus ? `+${digits}` : digits,
    home === undefined ? undefined : { defaultCountry: home },
  );
  if (!phone?.isPossible()) return undefined;
  const from = phone.country ?? phone.getPossibleCountries()[0];
  const valid = phone.isValid();
  // One numbering plan can serve several countries (+1, +7, +44): within it a call is written as at home.
  const atHome = home !== undefined && phone.countryCallingCode === getCountryCallingCode(home);
  if (!atHome)
    return {
      class: 'international',
      digits: phone.number.slice(1),
      display: phone.formatInternational(),
      valid,
      overseas: true,
      ...(from === undefined ? {} : { country: from }),
    };
  if (!valid) return undefined;
  const display = phone.formatNational();
  return {
    class: classes[phone.getType() ?? 'FIXED_LINE'],
    digits: display.replace(/\D/g, ''),
    display,
    valid,
    ...(from === undefined || from === home ? {} : { country: from }),
  };
}
