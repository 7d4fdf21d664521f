/** A call with what only the generator knows. */
export interface TrueCall {
  t: number;
  number: string | null;
  withheld?: string;
  /** Absent where the household's modem does not tell. */
  rings?: number;
  answered?: boolean;
  /** What the owner said after the call: a key of shared/label.ts. */
  label?: string;
  truth: {
    unwanted: boolean;
    /** Calls of one campaign share this; null where nothing ties the call to others. */
    campaign: string | null;
    /** What the call was about, whether or not the owner said so: a key of shared/label.ts. */
    category: string;
  };
}

/** One household's calls over some weeks, in time order. */
export interface Household {
  kind: string;
  seed: number;
  /** Epoch ms of the first week. */
  start: number;
  calls: TrueCall[];
}

/** A way to make households, with the kinds it knows; each is made anew from kind and seed. */
export interface Generator {
  name: string;
  kinds: readonly string[];
  make: (kind: string, seed: number) => Household;
}

export const DAY = 86_400_000;
export const HOUR = 3_600_000;

/** Week of a call, the first being 0. */
export function weekOf({ start }: Pick<Household, 'start'>, t: number): number {
  return Math.floor((t - start) / (7 * DAY));
}
