import { z } from 'zod';
import { Call } from './call.ts';
import { LineStatus } from './line-status.ts';

/** What the event stream carries. `changed` tells which remembered thing to fetch anew. */
export const LiveEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('call'), call: Call }),
  z.object({ type: z.literal('line'), status: LineStatus }),
  z.object({ type: z.literal('trouble'), trouble: z.lazy(() => Trouble) }),
  z.object({
    type: z.literal('changed'),
    what: z.enum(['rules', 'numbers', 'settings', 'contacts', 'lists', 'history']),
  }),
]);
export type LiveEvent = z.infer<typeof LiveEvent>;

/** Something the owner should know about the guard itself; worded by `trouble.<key>` and `trouble.<key>.advice`. */
export const Trouble = z.object({
  key: z.enum(['database-damaged', 'settings-damaged', 'disk-full', 'database-locked', 'data-unwritable']),
  at: z.number(),
  values: z.record(z.string(), z.string()),
});
export type Trouble = z.infer<typeof Trouble>;
