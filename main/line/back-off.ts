/** Waits between tries to reach a modem: short at first, longer each time, never longer than the limit, for ever. */
export interface BackOff {
  /** How long to wait before the next try, ms. */
  next(): number;
  /** It worked: begin anew. */
  reset(): void;
}

/** `limitMs` at most 5000, so that a modem that returns is watched again within five seconds. */
export function createBackOff(firstMs: number, limitMs: number): BackOff {
  let waitMs = firstMs;
  return {
    next() {
      const now = waitMs;
      waitMs = Math.min(limitMs, waitMs * 2);
      return now;
    },
    reset() {
      waitMs = firstMs;
    },
  };
}
