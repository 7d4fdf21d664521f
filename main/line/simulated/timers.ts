/** Time as the simulated line sees it, so that tests can turn the clock by hand. */
export interface Timers {
  /** Epoch milliseconds. */
  now(): number;
  /** Runs once after `delayMs`; the returned function cancels it. */
  after(delayMs: number, run: () => void): () => void;
}

/** The PC's clock. */
export const realTimers: Timers = {
  now: () => Date.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};

export interface FakeTimers extends Timers {
  /** Lets `ms` pass, running what falls due in order, also what is set on the way. */
  advance(ms: number): void;
  /** How many timers wait. */
  pending(): number;
}

/** A clock that stands still until it is advanced. */
export function fakeTimers(startAt = 0): FakeTimers {
  let now = startAt;
  let serial = 0;
  const waiting = new Map<number, { at: number; run: () => void }>();

  const nextDue = (until: number): [number, { at: number; run: () => void }] | undefined =>
    [...waiting].filter(([, timer]) => timer.at <= until).sort(([a, x], [b, y]) => x.at - y.at || a - b)[0];

  return {
    now: () => now,
    after: (delayMs, run) => {
      const id = serial++;
      waiting.set(id, { at: now + Math.max(0, delayMs), run });
      return () => void waiting.delete(id);
    },
    advance: ms => {
      const until = now + ms;
      for (let due = nextDue(until); due; due = nextDue(until)) {
        const [id, timer] = due;
        waiting.delete(id);
        now = timer.at;
        timer.run();
      }
      now = until;
    },
    pending: () => waiting.size,
  };
}
