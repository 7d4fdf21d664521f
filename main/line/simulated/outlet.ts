import type { Faults } from './faults.ts';
import type { Random } from './random.ts';
import type { Timers } from './timers.ts';

/** The modem's way out: keeps the order of what is said, and tears, delays and dirties it as the faults want. */
export interface Outlet {
  /** Says bytes, at the earliest after `delayMs`. */
  say(bytes: Uint8Array, delayMs?: number): void;
  onOutput(listener: (bytes: Uint8Array) => void): () => void;
  /** Forgets what was not said yet. */
  clear(): void;
}

export function createOutlet(timers: Timers, faults: Faults, random: Random): Outlet {
  const listeners = new Set<(bytes: Uint8Array) => void>();
  /** One queue and one timer: two timers of different lengths may run in the wrong order. */
  const queue: { bytes: Uint8Array; at: number }[] = [];
  let cancel: (() => void) | null = null;
  let pumping = false;
  let freeAt = 0;

  const deliver = (bytes: Uint8Array): void => {
    for (const listener of [...listeners]) listener(bytes);
  };

  /** Says what is due; speaking from a listener only lengthens the queue. */
  const pump = (): void => {
    if (cancel || pumping) return;
    pumping = true;
    for (let head = queue[0]; head && head.at <= timers.now(); head = queue[0]) {
      queue.shift();
      deliver(head.bytes);
    }
    pumping = false;
    const [next] = queue;
    if (!next) return;
    cancel = timers.after(next.at - timers.now(), () => {
      cancel = null;
      pump();
    });
  };

  const deliverAt = (bytes: Uint8Array, at: number): void => {
    const now = timers.now();
    freeAt = Math.max(at, freeAt, now);
    // Nothing to wait for and nothing before it: said at once, so that a measurement sees no timer.
    if (freeAt <= now && queue.length === 0) {
      deliver(bytes);
      return;
    }
    queue.push({ bytes, at: freeAt });
    pump();
  };

  return {
    say(bytes, delayMs = 0) {
      const dirty = faults.noise > 0 ? withNoise(bytes, faults.noise, random) : bytes;
      let at = timers.now() + delayMs;
      for (const piece of torn(dirty, faults.tornBytes, random)) {
        deliverAt(piece, at);
        at = freeAt + faults.tornGapMs;
      }
    },
    onOutput(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    clear() {
      cancel?.();
      cancel = null;
      queue.length = 0;
    },
  };
}

function torn(bytes: Uint8Array, largest: number, random: Random): Uint8Array[] {
  if (largest <= 0) return [bytes];
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = at + random.between(1, largest);
    pieces.push(bytes.subarray(at, end));
    at = end;
  }
  return pieces;
}

/** Stray bytes between what is said, never inside a line: a broken digit would be another fault. */
function withNoise(bytes: Uint8Array, share: number, random: Random): Uint8Array {
  const stray: number[] = [];
  for (let at = 0; at < bytes.length; at++)
    if (random.chance(share)) stray.push(random.pick([0x00, 0x7f, 0xff, 0xfe, 0x80, 0x1b, 0x0a]));
  return Uint8Array.of(...stray, ...bytes);
}
