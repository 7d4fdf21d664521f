import { z } from 'zod';
import { NumberListDraft } from '../../shared/history.ts';

/** A list without its numbers; those are of an edition, which is never changed by an import but replaced. */
export const ListState = NumberListDraft.extend({
  createdAt: z.number(),
  refreshedAt: z.number().nullable(),
  problem: z.string().nullable(),
  edition: z.number(),
});
export type ListState = z.infer<typeof ListState>;

/** What a list says of one of its numbers besides its being there; empty for most. */
export const ListEntryState = z.object({
  name: z.string().optional(),
  group: z.string().optional(),
  note: z.string().optional(),
  category: z.string().optional(),
});
export type ListEntryState = z.infer<typeof ListEntryState>;
