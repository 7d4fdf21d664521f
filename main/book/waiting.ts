import type { Trouble } from '../../shared/live.ts';
import { StorageError } from './storage-error.ts';
import type { StorageProblem } from './storage-error.ts';

/** Where troubles are told to begin and to be over. */
export interface TroubleTeller {
  onTrouble: (trouble: Trouble) => void;
  onTroubleOver: (key: Trouble['key']) => void;
  now: () => number;
}

/** Things that could not be written yet, the newest state of each. */
export interface Waiting<T> {
  /** Writes it, or keeps it for later where the storage does not let it be written. */
  write(thing: T): void;
  /** Tries now; true if nothing waits any more. */
  flush(): boolean;
  get(id: string): T | undefined;
  all(): T[];
  /** One last try; what still waits is returned. */
  stop(): T[];
}

const firstRetryMs = 500;
const longestRetryMs = 30_000;
/** A line rings a few dozen times a day: this is years. */
const mostWaiting = 20_000;

/** Keeps what a full or locked disk refuses, in memory, and tries again for ever. */
export function openWaiting<T extends { id: string }>(
  attempt: (thing: T) => void,
  teller: TroubleTeller,
): Waiting<T> {
  const waiting = new Map<string, T>();
  let told: StorageProblem | null = null;
  let timer: NodeJS.Timeout | null = null;
  let delayMs = firstRetryMs;

  function tell(error: StorageError) {
    if (told === error.problem) return;
    if (told) teller.onTroubleOver(told);
    told = error.problem;
    teller.onTrouble({ key: told, at: teller.now(), values: { detail: error.message } });
  }

  function over() {
    if (told) teller.onTroubleOver(told);
    told = null;
    delayMs = firstRetryMs;
  }

  function retryLater() {
    timer ??= setTimeout(() => {
      timer = null;
      if (!flush()) retryLater();
    }, delayMs).unref();
    delayMs = Math.min(delayMs * 2, longestRetryMs);
  }

  function flush(): boolean {
    for (const [id, thing] of waiting) {
      try {
        attempt(thing);
      } catch (error) {
        if (!(error instanceof StorageError)) throw error;
        tell(error);
        return false;
      }
      waiting.delete(id);
    }
    over();
    return true;
  }

  return {
    write(thing) {
      waiting.delete(thing.id);
      waiting.set(thing.id, thing);
      const oldest = waiting.keys().next();
      if (waiting.size > mostWaiting && !oldest.done) waiting.delete(oldest.value);
      if (!flush()) retryLater();
    },
    flush,
    get: id => waiting.get(id),
    all: () => [...waiting.values()],
    stop() {
      if (timer) clearTimeout(timer);
      timer = null;
      flush();
      return [...waiting.values()];
    },
  };
}
