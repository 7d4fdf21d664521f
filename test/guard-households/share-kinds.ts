import type { NumberMaker } from './number-makers.ts';

/** How a kind of household is called. Rates are per week. */
export interface HouseholdKind {
  name: string;
  /** Callers that come back: family, clinics, schools, banks … */
  regulars: number;
  regularCalls: number;
  /** Wanted callers that call once or twice: customers, couriers, offices. */
  strangers: number;
  campaigns: number;
  /** Unwanted calls that belong to no campaign. */
  single: number;
  /** Share of unwanted and wanted calls that the owner labels. */
  labels: { bad: number; good: number };
  answers: { bad: number; good: number };
  /** How strangers' numbers are spread over classes. */
  strangerClasses: readonly (readonly [NumberMaker, number])[];
}

/**
 * Kinds of household. Orders of size: 2.1 voice spam calls a month reach a mobile phone (KISA, 2025 H1), and the
 * landlines that this is made for are called by 대표번호 and the like every day.
 */
export const householdKinds: readonly HouseholdKind[] = [
  {
    name: 'family',
    regulars: 25,
    regularCalls: 30,
    strangers: 12,
    campaigns: 1.6,
    single: 3,
    labels: { bad: 0.4, good: 0.15 },
    answers: { bad: 0.5, good: 0.75 },
    strangerClasses: [
      ['mobile', 4],
      ['safe', 3],
      ['region', 2],
      ['seoul', 1],
      ['representative', 2],
      ['voip', 0.5],
      ['public', 0.3],
      ['hidden', 0.2],
    ],
  },
  {
    name: 'elderly couple',
    regulars: 12,
    regularCalls: 16,
    strangers: 4,
    campaigns: 2.5,
    single: 4.5,
    labels: { bad: 0.3, good: 0.1 },
    answers: { bad: 0.75, good: 0.9 },
    strangerClasses: [
      ['region', 4],
      ['mobile', 2],
      ['safe', 1],
      ['representative', 1],
      ['public', 0.6],
      ['hidden', 0.4],
    ],
  },
  {
    name: 'small shop',
    regulars: 30,
    regularCalls: 40,
    strangers: 60,
    campaigns: 2.5,
    single: 6,
    labels: { bad: 0.5, good: 0.2 },
    answers: { bad: 0.8, good: 0.95 },
    strangerClasses: [
      ['mobile', 8],
      ['seoul', 1],
      ['region', 2],
      ['safe', 2],
      ['voip', 1],
      ['representative', 0.7],
      ['hidden', 0.5],
    ],
  },
  {
    name: 'home office',
    regulars: 20,
    regularCalls: 25,
    strangers: 14,
    campaigns: 1.2,
    single: 3,
    labels: { bad: 0.7, good: 0.5 },
    answers: { bad: 0.4, good: 0.8 },
    strangerClasses: [
      ['seoul', 3],
      ['mobile', 3],
      ['voip', 2],
      ['foreign', 0.7],
      ['representative', 2],
      ['safe', 1],
    ],
  },
  {
    name: 'quiet home',
    regulars: 8,
    regularCalls: 8,
    strangers: 3,
    campaigns: 0.8,
    single: 2,
    labels: { bad: 0.6, good: 0.3 },
    answers: { bad: 0.3, good: 0.6 },
    strangerClasses: [
      ['region', 2],
      ['mobile', 2],
      ['safe', 1],
      ['representative', 1],
    ],
  },
];
