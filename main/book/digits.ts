import { understand } from '../../shared/number-plan/understand.ts';

/** A number in any writing as the digits by which it is compared; '' if it holds none. */
export function digitsOf(written: string, country: string): string {
  return understand(written, { country }).digits;
}
