import { z } from 'zod';

/** What a step of the modem doctor found; worded by `doctor.<step>.<key>`. `ok` null: left out, or nothing to say. */
export const Finding = z.object({
  step: z.string(),
  ok: z.boolean().nullable(),
  key: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Finding = z.infer<typeof Finding>;

/** `modem`: what can be seen at once; `call`: wait for a test call as well; `hang-up`: and hang up on it. */
export const ExaminationKind = z.enum(['modem', 'call', 'hang-up']);
export type ExaminationKind = z.infer<typeof ExaminationKind>;
