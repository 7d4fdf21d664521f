import type { NumberClass } from '../../shared/number.ts';

/**
 * What is known before a line has a history: how likely an unknown caller of a class is unwanted, and how its numbers
 * are handed out. `unwanted` follows the published shares of reported voice spam by route (KISA 스팸 유통현황 2018 H2 to
 * 2022 H2; 후후 2015 to 2016) and what the routes are otherwise used for; it yields to the owner's own calls quickly.
 */
export interface ClassPrior {
  unwanted: number;
  /**
   * Distance of two numbers at which it is half as likely that they belong to one caller; 0: neighbours mean nothing,
   * as with 050 safe numbers, which are handed out in turn to anybody.
   */
  span: number;
  /** How telling several unknown neighbours are by themselves, as log-odds of the first. */
  crowd: number;
  /** Chance of an unrelated neighbour, as the weight of what was believed before one was seen. */
  doubt: number;
}

const usual = { span: 30, crowd: 2.2, doubt: 0.02 };
/** Firms hold short runs of these, and few exist: only close neighbours count. */
const scarce = { span: 12, crowd: 1.2, doubt: 0.03 };
const unrelated = { span: 0, crowd: 0, doubt: 1 };

export const classPriors: Readonly<Record<NumberClass, ClassPrior>> = {
  landline: { unwanted: 0.42, ...usual, crowd: 2.5 },
  landline_local: { unwanted: 0.2, ...usual, crowd: 0.6 },
  mobile: { unwanted: 0.25, ...usual, crowd: 3.4, doubt: 0.025 },
  mobile_unassigned: { unwanted: 0.85, ...usual },
  mobile_legacy: { unwanted: 0.7, ...usual },
  satellite: { unwanted: 0.5, ...usual },
  m2m: { unwanted: 0.4, ...usual },
  special_subscriber: { unwanted: 0.6, ...usual },
  pc_network: { unwanted: 0.8, ...usual },
  pager: { unwanted: 0.7, ...usual },
  ums: { unwanted: 0.5, ...usual },
  personal050: { unwanted: 0.1, ...unrelated },
  premium: { unwanted: 0.95, ...usual },
  voip: { unwanted: 0.65, ...usual },
  toll_free: { unwanted: 0.75, ...usual, doubt: 0.03 },
  representative: { unwanted: 0.5, ...scarce },
  representative_unknown_prefix: { unwanted: 0.7, ...scarce },
  representative_free: { unwanted: 0.3, ...scarce, span: 2 },
  special: { unwanted: 0.03, ...unrelated },
  special_unknown: { unwanted: 0.2, ...unrelated },
  special_with_area: { unwanted: 0.05, ...unrelated },
  carrier_desk: { unwanted: 0.15, ...unrelated },
  international: { unwanted: 0.85, ...usual, span: 100 },
  international_kr: { unwanted: 0.96, ...usual, span: 100 },
  toll_free_intl: { unwanted: 0.8, ...usual },
  withheld: { unwanted: 0.4, ...unrelated },
  unavailable: { unwanted: 0.45, ...unrelated },
  invalid: { unwanted: 0.7, ...unrelated },
};

/**
 * Share of unwanted calls by hour of the day over the share of wanted ones, before anything is learned: reports peak at
 * 10:00 to 15:00 on working days and are rare at night. Source: 후후 2013-08 to 2014-07 (seoul.co.kr 20140901006017).
 */
export function hourPrior(hour: number, dayOff: boolean): number {
  if (hour < 8 || hour >= 21) return 0.6;
  if (dayOff) return 0.6;
  return hour >= 10 && hour < 16 ? 1.25 : 0.95;
}
