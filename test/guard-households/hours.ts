import { DAY } from './household.ts';
import type { Chance } from './random.ts';

/** Business hours peak at 10 to 15 on working days; sellers rest at night, families call in the evening. */
export function momentIn(
  chance: Chance,
  from: number,
  days: number,
  kind: 'sales' | 'business' | 'family',
): number {
  for (;;) {
    const date = new Date(from + chance.next() * days * DAY);
    const weekend = date.getDay() === 0 || date.getDay() === 6;
    if (weekend && !chance.yes({ sales: 0.4, business: 0.3, family: 1 }[kind])) continue;
    const hours = {
      sales: [
        [9, 0.7],
        [10, 1.6],
        [11, 1.8],
        [12, 0.8],
        [13, 1.2],
        [14, 1.7],
        [15, 1.4],
        [16, 1.1],
        [17, 0.9],
        [18, 0.5],
        [19, 0.3],
        [20, 0.2],
      ],
      business: [
        [9, 1],
        [10, 1.4],
        [11, 1.3],
        [12, 0.7],
        [13, 1],
        [14, 1.3],
        [15, 1.2],
        [16, 1.2],
        [17, 1],
        [18, 0.5],
        [19, 0.3],
      ],
      family: [
        [8, 0.6],
        [10, 1],
        [12, 1],
        [14, 1],
        [16, 1],
        [18, 1.5],
        [19, 1.6],
        [20, 1.5],
        [21, 1],
        [22, 0.4],
      ],
    }[kind] as [number, number][];
    date.setHours(chance.weighted(hours), chance.below(60), chance.below(60));
    return date.getTime();
  }
}
