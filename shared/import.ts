import { z } from 'zod';
import { Action } from './call.ts';
import { exportTables } from './export-tables.ts';
import { ImportPreview } from './history.ts';

/** What a file's numbers become; 'own' brings Ringfence's own export back in. */
export const importTargets = ['contacts', 'rules', 'list', 'own'] as const;
export const ImportTarget = z.enum(importTargets);
export type ImportTarget = z.infer<typeof ImportTarget>;

/** What is to be done with a file that was looked at. */
export const ImportWish = z.object({
  as: ImportTarget,
  /** Of rules and of a new list, where an entry says nothing else. */
  action: Action.default('block'),
  /** The list that takes the numbers; null: a new one called `listName` (or as the file is called). */
  listId: z.number().int().nullable().default(null),
  listName: z.string().trim().max(200).default(''),
  /** 'replace': the list then holds the file's numbers only. Of lists alone; everything else is added to. */
  mode: z.enum(['add', 'replace']).default('add'),
});
export type ImportWish = z.infer<typeof ImportWish>;

/** A file that was looked at, and is kept for a while for the owner's word. */
export const ImportUpload = z.object({ id: z.string(), preview: ImportPreview });
export type ImportUpload = z.infer<typeof ImportUpload>;

/** What an import did. */
export const ImportResult = z.object({
  /** Contacts, rules, or numbers that were not there before. */
  added: z.number().int(),
  /** Numbers that were there already, or twice in the file. */
  merged: z.number().int(),
  /** What could not be understood, or has no place there. */
  skipped: z.number().int(),
  /** With which it is undone; null: nothing to undo. */
  changeId: z.number().int().nullable(),
  /** The list that took the numbers. */
  listId: z.number().int().nullable(),
  /** Of Ringfence's own export: records brought in, by table. */
  tables: z.partialRecord(z.enum(exportTables), z.number().int()).nullable(),
});
export type ImportResult = z.infer<typeof ImportResult>;

export const importStates = ['ready', 'running', 'done', 'cancelled', 'failed'] as const;

/** How an import stands. */
export const ImportJob = z.object({
  id: z.string(),
  state: z.enum(importStates),
  /** Numbers done; of `total`, null while the file is still being read. */
  done: z.number().int(),
  total: z.number().int().nullable(),
  result: ImportResult.nullable(),
  /** Key of `import.problem.<key>` if it failed. */
  problem: z.string().nullable(),
});
export type ImportJob = z.infer<typeof ImportJob>;
