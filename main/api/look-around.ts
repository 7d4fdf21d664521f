import type { House } from './house.ts';

/** Looking around in a made-up household, with data of its own, while one's own line stays guarded. */
export interface LookAround {
  /** The made-up house while it is looked at, else null. */
  house(): House | null;
  /** Enters it or leaves it; what happened in it is gone then. */
  set(on: boolean): Promise<void>;
}
