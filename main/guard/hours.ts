import { hourPrior } from './priors.ts';
import type { Tallies } from './tally.ts';

export interface Hour {
  key: string;
  hour: number;
  /** Likelihood ratio before anything was learned. */
  prior: number;
}

/** Hours are counted by three, apart for working days and days off. */
export function hourKeyOf(at: number, isHoliday: (at: number) => boolean): Hour {
  const date = new Date(at);
  const dayOff = date.getDay() === 0 || date.getDay() === 6 || isHoliday(at);
  const hour = date.getHours();
  return { key: `${dayOff ? 'off' : 'work'}:${Math.floor(hour / 3)}`, hour, prior: hourPrior(hour, dayOff) };
}

/** Weight of what is published about hours, in calls. */
const STRENGTH = 12;

/** Log likelihood ratio of the hour, from the published picture towards the owner's own; bounded, as an hour proves little. */
export function weightOfHour(hours: Tallies, { key, prior }: Hour): number {
  const all = hours.of('all');
  const share = (all.bad + 1) / (all.bad + all.good + 2);
  const here = hours.of(key);
  const odds = (here.bad + STRENGTH * share * prior) / (here.good + STRENGTH * (1 - share));
  return Math.min(0.6, Math.max(-0.6, Math.log((odds * (1 - share)) / share)));
}
