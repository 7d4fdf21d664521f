import type { NumberClass, PhoneNumber } from '../number.ts';
import { understand } from './understand.ts';

/** What scripts read about a number; absent facts have no key. */
export interface NumberRecord {
  input: string;
  class: NumberClass;
  display: string;
  valid: boolean;
  digits: string;
  region?: string;
  country?: string;
  overseas?: true;
  withheld?: NonNullable<PhoneNumber['withheld']>;
}

/** A number as one record of the command line's output. */
export function numberRecord(input: string): NumberRecord {
  const {
    class: numberClass,
    display,
    valid,
    digits,
    region,
    country,
    overseas,
    withheld,
  } = understand(input);
  return {
    input,
    class: numberClass,
    display,
    valid,
    digits,
    ...(region === undefined ? {} : { region }),
    ...(country === undefined ? {} : { country }),
    ...(overseas ? { overseas } : {}),
    ...(withheld === undefined ? {} : { withheld }),
  };
}
