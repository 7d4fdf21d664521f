import type { WireListener } from './wire.ts';

/** A write that is not taken in this time means a dead wire: after a port closed, its callback would never come. */
const writeLimitMs = 3000;
/** How long closing a wire may take, ms. */
export const closeLimitMs = 1500;

/** Passes data on, tells a loss once and closes the rest, and keeps what comes before anyone listens. */
export function createLossGuard(whenLost: () => void) {
  let listener: WireListener | null = null;
  let early: Uint8Array[] = [];
  let lostBy: string | null = null;
  let silent = false;
  return {
    listen(next: WireListener): void {
      listener = next;
      const kept = early;
      early = [];
      for (const bytes of kept) next.data(bytes);
      if (lostBy !== null) next.lost(lostBy);
    },
    data(bytes: Uint8Array): void {
      if (silent || lostBy !== null) return;
      if (listener) listener.data(bytes);
      else if (early.length < 64) early.push(bytes);
    },
    lost(error: string): void {
      if (silent || lostBy !== null) return;
      lostBy = error;
      // In a turn of its own: a write that fails must not change the world under the one who writes.
      if (listener) queueMicrotask(() => listener?.lost(error));
      whenLost();
    },
    silence(): void {
      silent = true;
    },
    isLost: () => lostBy !== null,
  };
}

/** Counts the bytes that were given and not yet taken, and says so when nothing moves for too long. */
export function createWriteWatch(whenStuck: () => void) {
  let waiting = 0;
  let timer: NodeJS.Timeout | null = null;
  const stop = (): void => {
    if (timer) clearTimeout(timer);
    timer = null;
  };
  const start = (): void => {
    stop();
    timer = setTimeout(whenStuck, writeLimitMs);
  };
  return {
    given(length: number): void {
      waiting += length;
      if (!timer) start();
    },
    taken(length: number): void {
      waiting -= length;
      if (timer) {
        if (waiting > 0) start();
        else stop();
      }
    },
    waiting: () => waiting,
    stop,
  };
}

/** Runs something that calls back, but never waits for it longer than the limit. */
export function withLimit(limitMs: number, run: (done: () => void) => void): Promise<void> {
  return new Promise(resolve => {
    const limit = setTimeout(resolve, limitMs);
    run(() => {
      clearTimeout(limit);
      resolve();
    });
  });
}
