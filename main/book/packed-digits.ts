/** 15 digits (the longest number of E.164) behind a leading digit still fit a double exactly. */
const longest = 15;

/** A number as an integer that keeps its leading zeros: '02' → 102, '+44' → 244. null if it is too long or has other signs. */
export function packedDigits(digits: string): number | null {
  const [, plus, bare = ''] = /^(\+?)(\d+)$/.exec(digits) ?? [];
  if (bare === '' || bare.length > longest) return null;
  return Number((plus === '' ? '1' : '2') + bare);
}

export function unpackedDigits(packed: number): string {
  const text = String(packed);
  return (text.startsWith('2') ? '+' : '') + text.slice(1);
}

/** Many packed numbers, 8 bytes each. */
export interface PackedNumbers {
  add(packed: number): void;
  /** Added so far, doubles included. */
  count(): number;
  /** In order, each once. */
  sorted(): Generator<number>;
}

/** Sorted at once; small enough not to hold up a ring. */
const runLength = 65_536;

export function gatherPacked(): PackedNumbers {
  const runs: Float64Array[] = [];
  let used = runLength;

  return {
    add(packed) {
      if (used === runLength) {
        runs.at(-1)?.sort();
        runs.push(new Float64Array(runLength));
        used = 0;
      }
      const run = runs.at(-1);
      if (run) run[used++] = packed;
    },

    count: () => Math.max(0, runs.length - 1) * runLength + (runs.length > 0 ? used : 0),

    *sorted() {
      const heads = runs.map((run, index) => ({
        run: index === runs.length - 1 ? run.slice(0, used).sort() : run,
        at: 0,
      }));
      let last = -1;
      for (;;) {
        let least: (typeof heads)[number] | null = null;
        let value = Infinity;
        for (const head of heads) {
          const own = head.run[head.at] ?? Infinity;
          if (own < value) {
            least = head;
            value = own;
          }
        }
        if (!least) return;
        least.at++;
        if (value !== last) yield value;
        last = value;
      }
    },
  };
}
