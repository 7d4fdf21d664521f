import type { PhoneNumber } from '../../shared/number.ts';
import type { Place } from './number-ranges.ts';
import { chanceOfOneRange } from './number-ranges.ts';
import { foreignForm } from './rule-digits.ts';
import { logit, smoothed } from './tally.ts';
import type { Tallies, Tally } from './tally.ts';

/** One thing that was weighed, in log-odds: positive speaks for "unwanted". */
export interface Step {
  key: string;
  weight: number;
  values: Record<string, string | number>;
}

/** Callers counted by place, and how crowded the places are. */
export interface Places {
  /** Unwanted and wanted callers by class, area, range and thousand. */
  shares: Tallies;
  /** Wanted callers: by range how many (as `good`); by area how many, and (as `bad`) in how many pairs they share a range. */
  crowding: Tallies;
}

/** Weight of what is believed of a class or area by its wider level, in callers. */
const WIDE = 5;
/** Weight of the number plan's spread against the owner's own callers, in pairs of callers. */
const PAIRS = 20;
/** How likely a campaign's numbers are to be spread over a whole range or thousand rather than beside each other. */
const spread = { range: 0.1, thousand: 0.15 };

/**
 * Counts a caller in its places, or takes back as much. `alone`, 0 to 1, is its weight in class and area: of fifty
 * numbers of one campaign, the first tells what a stranger of that class is like, the others only of the campaign.
 */
export function countIn(
  { shares, crowding }: Places,
  place: Place,
  alone: number,
  by: Tally,
  before: Tally,
): void {
  const bad = by.bad - before.bad;
  const good = by.good - before.good;
  for (const key of [place.class, place.area]) if (key !== '') shares.add(key, alone * bad, alone * good);
  for (const key of [place.range, place.thousand]) if (key !== '') shares.add(key, bad, good);
  if (place.range === '') return;
  const had = firmlyGood(before);
  const more = firmlyGood(by) - had;
  if (more === 0) return;
  const others = crowding.of(place.range).good - had;
  crowding.add(place.area || place.class, more * Math.max(0, others), more);
  crowding.add(place.range, 0, more);
}

/** Callers that are only half believed to be wanted do not tell where wanted callers live. */
function firmlyGood({ bad, good }: Tally): number {
  return Math.max(0, good - 1.5 * bad);
}

export interface ShareOfPlace {
  share: number;
  /** Unrelated callers to be expected in one range, by how many callers there are and how they crowd together. */
  expected: number;
  /** Several callers of its range or thousand were unwanted and none wanted. */
  certain: boolean;
}

/**
 * Share of unwanted callers where this number lies, from the widest level to the narrowest, each leaning on the one
 * before. A narrow level counts by how unlikely it is that unrelated callers meet there: two of ten thousand numbers
 * on a line that few of those call are no chance, two neighbours in the owner's own exchange are.
 * `own` is what the caller itself adds, `near` what its near neighbours add: those are weighed by themselves.
 */
export function shareOfPlace(
  number: PhoneNumber,
  place: Place,
  { own, alone, near }: { own: Tally; alone: number; near: Tally },
  { shares, crowding }: Places,
  before: number,
  step: (key: string, weight: number, values: Step['values']) => void,
): ShareOfPlace {
  const wide = place.hidden || place.class;
  const ownAlone = { bad: alone * own.bad, good: alone * own.good };
  const ofClass = without(shares.of(wide), ownAlone);
  let share = smoothed(ofClass, before, WIDE);
  step(share >= 0.5 ? 'class-bad' : 'class-good', logit(share), {
    class: number.class,
    percent: Math.round(share * 100),
  });
  if (place.hidden !== '') return { share, expected: 0, certain: false };

  const lean = (counted: Tally, strength: number, range: string): void => {
    const next = smoothed(counted, share, strength);
    step(next >= share ? 'range-bad' : 'range-good', logit(next) - logit(share), {
      range,
      bad: Math.round(counted.bad),
      calls: Math.round(counted.bad + counted.good),
    });
    share = next;
  };
  const ofArea = place.area === '' ? ofClass : without(shares.of(place.area), ownAlone);
  if (place.area !== '') {
    const next = smoothed(ofArea, share, WIDE);
    step(next >= share ? 'area-bad' : 'area-good', logit(next) - logit(share), {
      range: areaWritten(number),
      percent: Math.round(next * 100),
    });
    share = next;
  }
  if (place.range === '') return { share, expected: 0, certain: false };

  const { bad: pairs, good: wanted } = crowding.of(place.area || place.class);
  const together = (pairs + PAIRS * chanceOfOneRange(number.class)) / ((wanted * wanted) / 2 + PAIRS);
  const expected = (ofArea.bad + ofArea.good + 1) * together;
  const ofThousand = without(shares.of(place.thousand), own);
  const ofRange = without(without(shares.of(place.range), own), ofThousand);
  lean(ofRange, floor + expected / spread.range, number.digits.slice(0, -4));
  const farther = without(ofThousand, near);
  lean(farther, floor + expected / 10 / spread.thousand, number.digits.slice(0, -3));
  const bad = ofRange.bad + farther.bad;
  return { share, expected, certain: bad >= 2.2 && share >= 0.93 };
}

const floor = 0.05;

function without(whole: Tally, part: Tally): Tally {
  return { bad: Math.max(0, whole.bad - part.bad), good: Math.max(0, whole.good - part.good) };
}

function areaWritten(number: PhoneNumber): string {
  return foreignForm(number)?.slice(0, 3) ?? number.digits.slice(0, number.digits.startsWith('02') ? 2 : 3);
}
