import { start } from './001-start.ts';
import { comparedCallers } from './002-compared-callers.ts';
import type { Migration } from './migration.ts';

/** Every step from an empty file to today's form, in order. */
export const migrations: readonly Migration[] = [start, comparedCallers];
