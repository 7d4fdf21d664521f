/** Timers with one end: after `stop()` none runs, and every sleeper wakes at once. */
export interface Timers {
  now(): number;
  /** Runs once after `delayMs`; the returned function cancels it. */
  after(delayMs: number, run: () => void): () => void;
  /** Resolves true when the time has passed, false when it was cut short by `stop()`. */
  sleep(delayMs: number): Promise<boolean>;
  /** The same, but can be woken: then `over` resolves true at once and no timer is left. */
  doze(delayMs: number): { over: Promise<boolean>; wake(): void };
  stop(): void;
}

export function createTimers(): Timers {
  const cancels = new Set<(stopped: boolean) => void>();
  let stopped = false;
  const start = (delayMs: number, run: () => void, whenStopped: () => void): (() => void) => {
    if (stopped) {
      whenStopped();
      return () => undefined;
    }
    const cancel = (byStop: boolean): void => {
      clearTimeout(timer);
      cancels.delete(cancel);
      if (byStop) whenStopped();
    };
    const timer = setTimeout(() => {
      cancels.delete(cancel);
      run();
    }, delayMs);
    cancels.add(cancel);
    return () => cancel(false);
  };
  return {
    now: () => Date.now(),
    after: (delayMs, run) => start(delayMs, run, () => undefined),
    sleep: delayMs =>
      new Promise(resolve => {
        start(
          delayMs,
          () => resolve(true),
          () => resolve(false),
        );
      }),
    doze(delayMs) {
      let wake = (): void => undefined;
      const over = new Promise<boolean>(resolve => {
        const cancel = start(
          delayMs,
          () => resolve(true),
          () => resolve(false),
        );
        wake = () => {
          cancel();
          resolve(true);
        };
      });
      return { over, wake: () => wake() };
    },
    stop() {
      stopped = true;
      for (const cancel of [...cancels]) cancel(true);
    },
  };
}
