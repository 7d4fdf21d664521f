/** One figure on one line of stdout. `floor` is the same thing done in the barest way in the same run; `ratio` tells how far from it we are. */
export function figure(name: string, unit: string, values: Record<string, number>): void {
  const rounded = Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, Number(value.toPrecision(4))]),
  );
  process.stdout.write(`${JSON.stringify({ bench: name, unit, ...rounded })}\n`);
}

/** @param share 0.5 for the median, 0.99 for p99 */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function spread(values: number[]): { median: number; p99: number; max: number } {
  const sorted = values.toSorted((one, other) => one - other);
  return { median: quantile(sorted, 0.5), p99: quantile(sorted, 0.99), max: sorted.at(-1) ?? Number.NaN };
}
