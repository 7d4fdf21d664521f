import type { z } from 'zod';
import { cellBack } from './csv-cells.ts';
import { csvRows } from './import/csv.ts';
import { jsonPieces } from './import/json-pieces.ts';
import { ownFormat, ownTableNames, ownTables, ownVersion } from './own-tables.ts';
import type { OwnTable } from './own-tables.ts';

/** A record of an export as it stands there, not yet checked. */
export interface OwnRecord {
  table: OwnTable;
  record: unknown;
}

/** An export of Ringfence, to be gone through as often as is needed. */
export interface OwnFile {
  /** Exported by a newer Ringfence? Then it is not to be brought in. */
  newer: boolean;
  records(): Iterable<OwnRecord>;
}

const hasFormat = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && 'format' in value && value.format === ownFormat;

/** null: not an export as JSON. */
export function ownJson(text: Iterable<string>): OwnFile | null {
  const first = jsonPieces(text).next();
  const head: unknown = first.done ? null : first.value;
  if (!hasFormat(head)) return null;
  const newer = typeof head['version'] !== 'number' || head['version'] > ownVersion;
  return {
    newer,
    *records() {
      for (const piece of jsonPieces(text)) {
        if (!hasFormat(piece)) continue;
        for (const table of ownTableNames) {
          const records = piece[table];
          if (Array.isArray(records)) for (const record of records) yield { table, record };
        }
      }
    },
  };
}

/** A cell as what it was: JSON where it is that and the schema wants it, text otherwise. */
function recordOfCells(table: OwnTable, columns: string[], cells: string[]): unknown {
  const { shape } = ownTables[table];
  const schemas: Record<string, z.ZodType> = shape;
  return Object.fromEntries(
    columns.flatMap((column, index) => {
      const text = cellBack(cells[index] ?? '');
      const candidates: unknown[] = text === '' ? [null, undefined, ''] : [text];
      try {
        candidates.push(JSON.parse(text));
      } catch {
        // Plain text.
      }
      const fitting = candidates.find(candidate => schemas[column]?.safeParse(candidate).success);
      return fitting === undefined ? [] : [[column, fitting]];
    }),
  );
}

/** The table whose columns these are. */
function tableOf(columns: readonly string[]): OwnTable | undefined {
  return ownTableNames.find(table => Object.keys(ownTables[table].shape).join() === columns.join());
}

/** null: not a table that was exported as CSV. */
export function ownCsv(text: Iterable<string>): OwnFile | null {
  const [heading] = csvRows(text, ',');
  const columns = heading?.cells ?? [];
  const table = tableOf(columns);
  if (!table) return null;
  return {
    newer: false,
    *records() {
      let isHeading = true;
      for (const { cells } of csvRows(text, ',')) {
        if (!isHeading) yield { table, record: recordOfCells(table, columns, cells) };
        isHeading = false;
      }
    },
  };
}
