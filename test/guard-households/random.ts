/** A seeded source of chance (mulberry32), so that every household can be made again. */
export interface Chance {
  next(): number;
  below(limit: number): number;
  between(from: number, to: number): number;
  yes(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** By weight. */
  weighted<T>(items: readonly (readonly [T, number])[]): T;
  exponential(mean: number): number;
  poisson(mean: number): number;
  digits(count: number): string;
}

export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const at = <T>(items: readonly T[], index: number): T => {
    const item = items[index];
    if (item === undefined) throw new Error('Nothing to pick from.');
    return item;
  };
  return {
    next,
    below,
    between: (from, to) => from + below(to - from + 1),
    yes: probability => next() < probability,
    pick: items => at(items, below(items.length)),
    weighted: items => {
      let left = next() * items.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of items) if ((left -= weight) < 0) return item;
      return at(items, items.length - 1)[0];
    },
    exponential: mean => -mean * Math.log(1 - next()),
    poisson: mean => {
      let count = 0;
      for (let product = next(); product > Math.exp(-Math.min(mean, 500)); product *= next()) count++;
      return count;
    },
    digits: count => String(below(10 ** count)).padStart(count, '0'),
  };
}
