import { z } from 'zod';

/**
 * The classes of number that a Korean landline can show, and the two ways of showing none.
 * Source: 전기통신번호관리세칙 (과기정통부고시 제2021-93호), libphonenumber KR metadata, carriers' notices.
 */
export const numberClasses = [
  'landline',
  'landline_local',
  'mobile',
  'mobile_unassigned',
  'mobile_legacy',
  'satellite',
  'm2m',
  'special_subscriber',
  'pc_network',
  'pager',
  'ums',
  'personal050',
  'premium',
  'voip',
  'toll_free',
  'representative',
  'representative_unknown_prefix',
  'representative_free',
  'special',
  'special_unknown',
  'special_with_area',
  'carrier_desk',
  'international',
  'international_kr',
  'toll_free_intl',
  'withheld',
  'unavailable',
  'invalid',
] as const;
export const NumberClass = z.enum(numberClasses);
export type NumberClass = z.infer<typeof NumberClass>;

/** Why no number was shown: the caller hid it, the network had none, or (Korea) a pay phone. */
export const withheldKinds = ['private', 'unavailable', 'payphone'] as const;
export const WithheldKind = z.enum(withheldKinds);
export type WithheldKind = z.infer<typeof WithheldKind>;

/** A number as received and as understood. `display` is what a person reads; `digits` is what is compared and copied. */
export const PhoneNumber = z.object({
  /** As received from the wire, control characters stripped. */
  raw: z.string(),
  class: NumberClass,
  /** National form, digits only; international calls keep their 00X access code. '' when no number was shown. */
  digits: z.string(),
  display: z.string(),
  valid: z.boolean(),
  /** Korean region name (서울, 경기 …) or service owner (국민콜, 경찰청 …), as data; English by `regionNames`. */
  region: z.string().optional(),
  /** Operator of the number range; weak information, for 대표번호 and international access codes only. */
  carrier: z.string().optional(),
  /** ISO 3166-1 alpha-2 of the calling country, international calls only. */
  country: z.string().optional(),
  overseas: z.boolean().optional(),
  withheld: WithheldKind.optional(),
  /** What was repaired or is odd: 'area-code-stripped', 'leading-zero-restored', 'full-width', 'country-code' … */
  notes: z.array(z.string()).optional(),
});
export type PhoneNumber = z.infer<typeof PhoneNumber>;

/** What calls of the same caller share: the digits, or the kind of withholding (`withheld:private`), or the odd text itself. */
export function callerKey(number: PhoneNumber): string {
  if (number.withheld) return `withheld:${number.withheld}`;
  return number.digits || number.raw || 'withheld:unavailable';
}
