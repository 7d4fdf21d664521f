import type { z } from 'zod';

/** A row as SQLite hands it over. */
export type Row = Record<string, unknown>;

function wrong(column: string, value: unknown): never {
  throw new TypeError(`Column ${column} holds ${value === null ? 'null' : typeof value}`);
}

export function text(row: Row, column: string): string {
  const value = row[column];
  return typeof value === 'string' ? value : wrong(column, value);
}

export function textOrNull(row: Row, column: string): string | null {
  return row[column] === null ? null : text(row, column);
}

export function number(row: Row, column: string): number {
  const value = row[column];
  return typeof value === 'number' ? value : wrong(column, value);
}

export function numberOrNull(row: Row, column: string): number | null {
  return row[column] === null ? null : number(row, column);
}

export function bytes(row: Row, column: string): Uint8Array {
  const value = row[column];
  return value instanceof Uint8Array ? value : wrong(column, value);
}

/** A column that holds JSON of the schema's shape. */
export function parsed<T>(schema: z.ZodType<T>, row: Row, column: string): T {
  return schema.parse(JSON.parse(text(row, column)));
}

export function parsedOrNull<T>(schema: z.ZodType<T>, row: Row, column: string): T | null {
  return row[column] === null ? null : parsed(schema, row, column);
}
