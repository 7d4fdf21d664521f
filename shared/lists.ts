import { z } from 'zod';
import { LabelKey } from './label.ts';

/** What of a list's numbers is wanted. */
export const ListNumberQuery = z.object({
  /** The beginning of a number in any writing, or part of a name or note. */
  search: z.string().max(200).optional(),
  /** As returned by the page before. */
  cursor: z.string().max(64).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type ListNumberQuery = z.infer<typeof ListNumberQuery>;

/** A number that the owner puts on a list; a `*` at its end stands for every number that begins so. */
export const ListNumberDraft = z.object({
  number: z.string().trim().min(1).max(64),
  category: LabelKey.nullable().default(null),
  note: z.string().trim().max(500).default(''),
});
export type ListNumberDraft = z.infer<typeof ListNumberDraft>;

/** A number of a list as it is shown. */
export const ListNumber = z.object({
  /** As it is compared, '+' and country code for one from abroad, with `*` at the end if it is a beginning; names it in addresses. */
  number: z.string(),
  display: z.string(),
  /** Stands for every number that begins so. */
  prefix: z.boolean(),
  name: z.string(),
  group: z.string(),
  note: z.string(),
  /** Of this number alone; null: the list's. */
  category: z.string().nullable(),
});
export type ListNumber = z.infer<typeof ListNumber>;

/** In order of the digits, beginnings last. `total` counts all that match; `next` is null on the last page. */
export const ListNumberPage = z.object({
  entries: z.array(ListNumber),
  next: z.string().nullable(),
  total: z.number().int(),
});
export type ListNumberPage = z.infer<typeof ListNumberPage>;
