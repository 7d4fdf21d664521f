import type { Call } from '../../shared/call.ts';
import type { PhoneNumber } from '../../shared/number.ts';
import { countryName, shownNumber } from '../../shared/messages/number-words.ts';
import { regionName } from '../../shared/number-plan/region-name.ts';
import type { Text } from './text.ts';

/** The number as a person reads it; a number that was not shown says why. */
export function numberWords({ word }: Text, number: PhoneNumber): string {
  return shownNumber(number, word);
}

/** Who calls, in the words that come first and largest: the owner's name for the caller, else the number. */
export function callerTitle(text: Text, call: Pick<Call, 'number' | 'knownAs'>): string {
  return call.knownAs ?? numberWords(text, call.number);
}

/** What stands beneath: the number where a name stands above, class, place, label. */
export function callerDetails(
  text: Text,
  call: Pick<Call, 'number' | 'knownAs' | 'label'> & { callerId?: Call['callerId'] },
): string[] {
  const { number } = call;
  const sentName = call.callerId?.name ?? null;
  return [
    call.knownAs === null ? '' : numberWords(text, number),
    call.knownAs === null && sentName !== null && sentName !== '' ? sentName : '',
    number.withheld ? '' : text.word(`number.class.${number.class}`),
    placeWords(text, number),
    call.label === null ? '' : text.word(`label.${call.label}`, {}, call.label),
  ].filter(part => part !== '');
}

/** Region of a Korean number, or the country of a foreign one, in the reader's language. */
export function placeWords({ intl }: Text, number: PhoneNumber): string {
  if (number.country !== undefined) return countryName(number.country, intl.locale);
  return number.region === undefined ? '' : regionName(number.region, intl.locale);
}
