import { z } from 'zod';
import { CallerId, CallOutcome, CallState, HangUp, Verdict } from '../../shared/call.ts';
import { exportTables } from '../../shared/export-tables.ts';
import { Contact, NumberList } from '../../shared/history.ts';
import { PhoneNumber } from '../../shared/number.ts';
import { Rule } from '../../shared/rule.ts';

/** A caller as it is exported: only those of whom the owner said something. */
export const OwnCaller = z.object({
  caller: z.string(),
  number: PhoneNumber,
  label: z.string().nullable(),
  note: z.string(),
  ownName: z.string().nullable(),
});
export type OwnCaller = z.infer<typeof OwnCaller>;

export const OwnListNumber = z.object({
  list: z.number().int(),
  /** In a table that stands alone, so that its numbers find their list in another book. */
  listName: z.string().optional(),
  number: z.string(),
  prefix: z.boolean(),
  name: z.string().optional(),
  group: z.string().optional(),
  note: z.string().optional(),
  category: z.string().optional(),
});
export type OwnListNumber = z.infer<typeof OwnListNumber>;

export const OwnCall = z.object({
  id: z.string(),
  line: z.string(),
  startedAt: z.number(),
  endedAt: z.number().nullable(),
  rings: z.number().int(),
  caller: z.string(),
  number: PhoneNumber,
  state: CallState,
  outcome: CallOutcome.nullable(),
  callerId: CallerId.nullable(),
  hangUp: HangUp.nullable(),
  verdict: Verdict.nullable(),
});
export type OwnCall = z.infer<typeof OwnCall>;

/** What is exported, in the order in which it is brought back in. */
export const ownTables = {
  rules: Rule,
  contacts: Contact,
  callers: OwnCaller,
  lists: NumberList,
  listNumbers: OwnListNumber,
  calls: OwnCall,
} as const;
export type OwnTable = keyof typeof ownTables;
export const ownTableNames = exportTables satisfies readonly OwnTable[];

export const ownFormat = 'ringfence';
export const ownVersion = 1;
