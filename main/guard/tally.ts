/** Weighted counts of unwanted and wanted callers. */
export interface Tally {
  bad: number;
  good: number;
}

/** Counts by key, from which a share is read that leans on what was believed before. */
export class Tallies {
  readonly #counts = new Map<string, Tally>();

  add(key: string, bad: number, good: number): void {
    const tally = this.#counts.get(key);
    if (!tally) this.#counts.set(key, { bad: Math.max(0, bad), good: Math.max(0, good) });
    else {
      tally.bad = Math.max(0, tally.bad + bad);
      tally.good = Math.max(0, tally.good + good);
      if (tally.bad + tally.good < 1e-6) this.#counts.delete(key);
    }
  }

  of(key: string): Tally {
    return this.#counts.get(key) ?? none;
  }

  entries(): [string, number, number][] {
    return [...this.#counts].map(([key, { bad, good }]) => [key, round(bad), round(good)]);
  }
}

const none: Tally = { bad: 0, good: 0 };

/** Mean of a Beta distribution with `before` as its mean and `strength` as its weight, after these counts. */
export function smoothed({ bad, good }: Tally, before: number, strength: number): number {
  return (bad + strength * before) / (bad + good + strength);
}

export function logit(p: number): number {
  const held = Math.min(Math.max(p, 1e-6), 1 - 1e-6);
  return Math.log(held / (1 - held));
}

export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

function round(count: number): number {
  return Math.round(count * 1000) / 1000;
}
