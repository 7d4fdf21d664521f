import { z } from 'zod';
import { Reason } from './call.ts';

/** Why a caller may have had this number: ordinary marketing, a number that was passed on, or a relation that exists. */
export const Purpose = z.enum(['marketing', 'leaked', 'customer']);

/** What can be read from one caller's calls, beyond counting them. */
export const CallerReading = z.object({
  /** What its calls are likely about, worded by `label.<category>` and `guess.<purpose>`; null: nothing to go by. */
  guess: z
    .object({ category: z.string().nullable(), purpose: Purpose.nullable(), evidence: z.array(Reason) })
    .nullable(),
  /** What it did when its calls were refused; null: none was. */
  refused: z
    .object({
      times: z.number().int(),
      /** Of those, how often it called again within a day. */
      again: z.number().int(),
      /** Epoch ms of the last refusal. */
      lastAt: z.number(),
      /** Calls since then. */
      since: z.number().int(),
    })
    .nullable(),
});
export type CallerReading = z.infer<typeof CallerReading>;
