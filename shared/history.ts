import { z } from 'zod';
import { Action, Call, CallOutcome, CallWord } from './call.ts';
import { exportTables } from './export-tables.ts';
import { LabelKey } from './label.ts';
import { NumberClass, PhoneNumber } from './number.ts';

/** What of the history is wanted. Numbers are coerced, so that a query string can be parsed as it is. */
export const CallQuery = z.object({
  /** Part of a number in any writing, of a name, of a note, or a label key; every word must be found. */
  search: z.string().max(200).optional(),
  word: CallWord.optional(),
  class: NumberClass.optional(),
  /** Epoch ms, included. */
  from: z.coerce.number().optional(),
  /** Epoch ms, excluded. */
  to: z.coerce.number().optional(),
  label: z.string().max(64).optional(),
  caller: z.string().max(256).optional(),
  /** Calls that this rule decided. */
  rule: z.coerce.number().int().optional(),
  line: z.string().max(256).optional(),
  /** As returned by the page before. */
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type CallQuery = z.infer<typeof CallQuery>;
/** A query as a caller writes it: everything optional. */
export type CallQueryInput = Partial<CallQuery>;

/** Newest first. `total` counts all calls that match, `next` is null on the last page. */
export const CallPage = z.object({
  calls: z.array(Call),
  next: z.string().nullable(),
  total: z.number().int(),
});
export type CallPage = z.infer<typeof CallPage>;

/** Everything about one caller. */
export const CallerStory = z.object({
  caller: z.string(),
  number: PhoneNumber,
  knownAs: z.string().nullable(),
  ownName: z.string().nullable(),
  label: z.string().nullable(),
  note: z.string(),
  contact: z.object({ id: z.number().int(), name: z.string(), group: z.string() }).nullable(),
  firstAt: z.number().nullable(),
  lastAt: z.number().nullable(),
  count: z.number().int(),
  words: z.record(CallWord, z.number().int()),
  /** How its calls ended; calls still under way are not in it. */
  outcomes: z.record(CallOutcome, z.number().int()),
  /** From the first week with a call to the last, empty weeks included, newest 104 at most; a week starts on Monday, local time. */
  perWeek: z.array(z.object({ weekStart: z.number(), count: z.number().int() })),
  /** Calls per hour of the day, local time, 24 counts. */
  hours: z.array(z.number().int()).length(24),
  /** Other callers whose digits differ in the last two only. */
  siblings: z.array(
    z.object({
      caller: z.string(),
      display: z.string(),
      count: z.number().int(),
      label: z.string().nullable(),
    }),
  ),
});
export type CallerStory = z.infer<typeof CallerStory>;

/** What the owner says of a caller; what is absent stays as it is. */
export const CallerChange = z.object({
  label: LabelKey.nullable().optional(),
  note: z.string().max(2000).optional(),
  ownName: z.string().trim().max(100).nullable().optional(),
});
export type CallerChange = z.infer<typeof CallerChange>;

export const Today = z.object({
  calls: z.number().int(),
  blocked: z.number().int(),
  flagged: z.number().int(),
  missed: z.number().int(),
});
export type Today = z.infer<typeof Today>;

/** One edit by the owner, worded by `change.<key>`. */
export const Change = z.object({
  id: z.number().int(),
  at: z.number(),
  what: z.enum(['rule', 'caller', 'contact', 'list', 'settings']),
  key: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  undone: z.boolean(),
});
export type Change = z.infer<typeof Change>;

/** A person or firm that the owner knows. */
export const ContactDraft = z.object({
  name: z.string().trim().min(1).max(200),
  /** As written by the owner; compared by digits. */
  numbers: z.array(z.string().trim().min(1).max(64)).max(50),
  group: z.string().trim().max(64).default(''),
  note: z.string().max(2000).default(''),
});
export type ContactDraft = z.infer<typeof ContactDraft>;
export const Contact = ContactDraft.extend({ id: z.number().int(), createdAt: z.number() });
export type Contact = z.infer<typeof Contact>;

/** Where a list comes from: written by hand, a file on this computer, or an https address. */
export const ListSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('own') }),
  z.object({ kind: z.literal('file'), path: z.string().min(1).max(1024) }),
  z.object({ kind: z.literal('url'), url: z.url({ protocol: /^https$/ }).max(2048) }),
]);
export type ListSource = z.infer<typeof ListSource>;

export const NumberListDraft = z.object({
  name: z.string().trim().min(1).max(200),
  action: Action.default('flag'),
  /** Category of its numbers where an entry says none. */
  category: LabelKey.nullable().default(null),
  source: ListSource.default({ kind: 'own' }),
  enabled: z.boolean().default(true),
});
export type NumberListDraft = z.infer<typeof NumberListDraft>;
export const NumberList = NumberListDraft.extend({
  id: z.number().int(),
  createdAt: z.number(),
  refreshedAt: z.number().nullable(),
  /** Key of `import.problem.<key>` if the last refresh failed; the entries are then the last good ones. */
  problem: z.string().nullable(),
  count: z.number().int(),
});
export type NumberList = z.infer<typeof NumberList>;

/** One number of a foreign file. `prefix`: stands for every number that begins so. */
export const ImportEntry = z.object({
  number: z.string(),
  prefix: z.boolean(),
  name: z.string(),
  group: z.string(),
  note: z.string(),
  category: z.string().nullable(),
  action: Action.nullable(),
});
export type ImportEntry = z.infer<typeof ImportEntry>;

/** A line that could not be understood and why, worded by `import.problem.<problem>`. */
export const NotUnderstood = z.object({ line: z.number().int(), text: z.string(), problem: z.string() });
export type NotUnderstood = z.infer<typeof NotUnderstood>;

export const importFormats = [
  'csv',
  'txt',
  'xlsx',
  'json',
  'vcf',
  'ncid',
  'callattendant',
  'callblocker',
  'spamblocker',
  'phoneblock',
  'ringfence',
  'unknown',
] as const;
export const ImportFormat = z.enum(importFormats);
export type ImportFormat = z.infer<typeof ImportFormat>;

/** What a file would bring, before anything is changed. */
export const ImportPreview = z.object({
  format: ImportFormat,
  /** Entries understood, duplicates within the file merged. */
  count: z.number().int(),
  duplicates: z.number().int(),
  /** Of `count`, those that the target holds already. */
  known: z.number().int(),
  /** The first of them. */
  sample: z.array(ImportEntry),
  notUnderstoodCount: z.number().int(),
  notUnderstood: z.array(NotUnderstood),
  /** Of Ringfence's own export: records by table. null: another's file. */
  own: z.partialRecord(z.enum(exportTables), z.number().int()).nullable().default(null),
});
export type ImportPreview = z.infer<typeof ImportPreview>;
