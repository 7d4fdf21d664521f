import { z } from 'zod';

/** Calls by what the owner said of their callers. */
export const ShadowCount = z.object({
  all: z.number().int(),
  refused: z.number().int(),
  wanted: z.number().int(),
});
export type ShadowCount = z.infer<typeof ShadowCount>;

/** How learning has done so far on this owner's calls, on or off. What it would have done is counted at the careful setting. */
export const LearningRecord = z.object({
  /** Epoch ms of the first call. */
  since: z.number().nullable(),
  calls: z.number().int(),
  wouldBlock: ShadowCount,
  wouldFlag: ShadowCount,
  /** Enough calls, and no wanted one among those it would have blocked. */
  ready: z.boolean(),
});
export type LearningRecord = z.infer<typeof LearningRecord>;

/** The record is worth showing as a reason to trust it from so many calls on, and so many that it would have blocked. */
export const readyFrom = { calls: 100, wouldBlock: 10 } as const;
