import type { Migration } from './migration.ts';

/** Callers from abroad are compared with contacts without the carrier's access code; see digits.ts. */
export const comparedCallers: Migration = {
  version: 2,
  name: 'compared-callers',
  sql: `
    ALTER TABLE callers ADD COLUMN compared TEXT NOT NULL DEFAULT '';
    UPDATE callers SET compared = digits;
  `,
};
