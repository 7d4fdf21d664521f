import type { NumberClass, PhoneNumber } from '../../shared/number.ts';

/** Keys under which a caller's number is counted, from the widest on. */
export function shareKeys({
  class: numberClass,
  range,
  digits,
}: {
  class: NumberClass;
  range: string;
  digits: string;
}): string[] {
  // Hidden callers are counted per call and apart: they are many people under one name.
  if (digits === '') return [`hidden:${numberClass}`];
  const keys = [`class:${numberClass}`];
  if (range !== '') keys.push(`range:${range}`);
  if (digits.length >= 8) keys.push(`thousand:${digits.slice(0, -3)}`);
  return keys;
}

/** The wider range of a number: its country, or all but the last four digits. */
export function rangeOf(number: PhoneNumber): string {
  if (number.country !== undefined && number.overseas) return `${number.class} ${number.country}`;
  return number.digits.length >= 8 ? number.digits.slice(0, -4) : '';
}
