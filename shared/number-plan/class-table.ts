import type { NumberClass } from '../number.ts';
import { areas } from './areas.ts';
import { representativePrefixes } from './carriers.ts';
import type { NumberNote } from './notes.ts';
import { specialLines } from './special-lines.ts';

/** One class of the Korean plan: which digits, how they are written, whether such a number can be real. */
export interface ClassRule {
  class: NumberClass;
  rule: RegExp;
  /** Replacement pattern over the groups of `rule`. */
  display: string;
  valid: boolean;
  /** Which group names the region ('area': area code, 'owner': special number) and which the carrier. */
  region?: { by: 'area' | 'owner'; group: number };
  carrierGroup?: number;
  notes?: readonly NumberNote[];
}

const area = `(${areas.map(({ code }) => code).join('|')})`;
const special = `(${specialLines.map(({ digits }) => digits).join('|')})`;
export const representative = `(${representativePrefixes.map(({ prefix }) => prefix).join('|')})(\\d{4})`;

const areaFirst = { by: 'area', group: 1 } as const;

/**
 * The Korean numbering plan over national digits (trunk zero included); the first matching row wins. International calls
 * have their own table. Sources: 전기통신번호관리세칙 (2021-93) as quoted, libphonenumber KR metadata (2026-07-17) with its
 * faults set right: no exchange begins with 0 or 1, 010 has 11 digits and goes on with 2-9, 050X is a code of four digits.
 */
export const classTable: readonly ClassRule[] = [
  { class: 'mobile', rule: /^010([2-9]\d{3})(\d{4})$/, display: '010-$1-$2', valid: true },
  {
    class: 'landline',
    rule: new RegExp(`^${area}([2-9]\\d{2,3})(\\d{4})$`),
    display: '$1-$2-$3',
    valid: true,
    region: areaFirst,
  },
  { class: 'voip', rule: /^070(\d{4})(\d{4})$/, display: '070-$1-$2', valid: true },
  {
    class: 'representative',
    rule: new RegExp(`^${representative}$`),
    display: '$1-$2',
    valid: true,
    carrierGroup: 1,
    notes: ['receiving-number'],
  },
  {
    class: 'representative_unknown_prefix',
    rule: /^(1[568]\d{2})(\d{4})$/,
    display: '$1-$2',
    valid: false,
    notes: ['unknown-prefix'],
  },
  { class: 'personal050', rule: /^(050\d)(\d{3,4})(\d{4})$/, display: '$1-$2-$3', valid: true },
  {
    class: 'toll_free',
    rule: /^080(\d{3})(\d{4})$/,
    display: '080-$1-$2',
    valid: true,
    notes: ['receiving-number'],
  },
  { class: 'premium', rule: /^060([2-9]\d{2})(\d{4})$/, display: '060-$1-$2', valid: true },
  { class: 'ums', rule: /^030(\d{3})(\d{4})$/, display: '030-$1-$2', valid: true },
  { class: 'satellite', rule: /^010(0\d{3})(\d{4})$/, display: '010-$1-$2', valid: true },
  {
    class: 'mobile_unassigned',
    rule: /^010(1\d{3})(\d{4})$/,
    display: '010-$1-$2',
    valid: false,
    notes: ['unassigned-block'],
  },
  {
    class: 'mobile_legacy',
    rule: /^(01[16789])(\d{3,4})(\d{4})$/,
    display: '$1-$2-$3',
    valid: true,
    notes: ['legacy'],
  },
  { class: 'm2m', rule: /^012(\d{4})(\d{4})$/, display: '012-$1-$2', valid: true },
  { class: 'special_subscriber', rule: /^013(\d{4})(\d{4})$/, display: '013-$1-$2', valid: true },
  { class: 'pc_network', rule: /^014(\d{2})$/, display: '014$1', valid: false, notes: ['never-a-caller'] },
  {
    class: 'pc_network',
    rule: /^014(\d{3,4})(\d{4})$/,
    display: '014-$1-$2',
    valid: false,
    notes: ['never-a-caller'],
  },
  { class: 'pager', rule: /^015(\d{3,4})(\d{4})$/, display: '015-$1-$2', valid: true },
  {
    class: 'special',
    rule: new RegExp(`^${special}$`),
    display: '$1',
    valid: true,
    region: { by: 'owner', group: 1 },
  },
  { class: 'special_unknown', rule: /^(1\d{2}|13\d{2})$/, display: '$1', valid: false },
  {
    class: 'special_with_area',
    rule: new RegExp(`^${area}${special}$`),
    display: '$1-$2',
    valid: true,
    region: areaFirst,
  },
  {
    class: 'special_with_area',
    rule: new RegExp(`^${area}(1\\d{2,3})$`),
    display: '$1-$2',
    valid: false,
    region: areaFirst,
  },
  {
    class: 'representative_free',
    rule: /^(14\d{4})$/,
    display: '$1',
    valid: true,
    notes: ['receiving-number'],
  },
  { class: 'carrier_desk', rule: /^(1[016-9]114)$/, display: '$1', valid: true },
  { class: 'landline_local', rule: /^([2-9]\d{2,3})(\d{4})$/, display: '$1-$2', valid: true },
  // Receive-only numbers of other countries, by length: 00308 has 6-7 digits behind it, 00368 has 7, 00798 has 7-9.
  ...[
    { rule: /^(00308)(\d{3})(\d{3,4})$/, display: '$1 $2 $3' },
    { rule: /^(00368|00798)(\d{3})(\d{4})$/, display: '$1 $2 $3' },
    { rule: /^(00798)(\d{4})(\d{4})$/, display: '$1 $2 $3' },
    { rule: /^(00798)(\d{3})(\d{3})(\d{3})$/, display: '$1 $2 $3 $4' },
  ].map(({ rule, display }): ClassRule => ({
    class: 'toll_free_intl',
    rule,
    display,
    valid: true,
    notes: ['receiving-number'],
  })),
];

/** A class of the plan found for some digits, with the parts that its rule cut them into. */
export interface PlanMatch {
  row: ClassRule;
  parts: RegExpExecArray;
  digits: string;
}

/** The first row of the plan that these national digits fit. */
export function matchPlan(digits: string): PlanMatch | undefined {
  for (const row of classTable) {
    const parts = row.rule.exec(digits);
    if (parts) return { row, parts, digits };
  }
  return undefined;
}

/** The Korean way of writing a matched number. */
export function planDisplay({ row, digits }: PlanMatch): string {
  return digits.replace(row.rule, row.display);
}
