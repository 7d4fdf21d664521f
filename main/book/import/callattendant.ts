import type { Action } from '../../../shared/call.ts';
import { readTables } from '../database.ts';
import type { Row } from '../rows.ts';
import { item, notUnderstood } from './item.ts';
import type { ImportItem } from './item.ts';

/** callattendant keeps its lists in SQLite: PhoneNo, Name, Reason, SystemDateTime. */
const tables: readonly { table: string; action: Action }[] = [
  { table: 'Blacklist', action: 'block' },
  { table: 'Whitelist', action: 'allow' },
];

const written = (row: Row, column: string) => {
  const value = row[column];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** Does it begin as every SQLite file does? */
export function isSqlite(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 15)) === 'SQLite format 3';
}

export function callattendantItems(bytes: Uint8Array): ImportItem[] {
  const items: ImportItem[] = [];
  try {
    const found = readTables(
      bytes,
      tables.map(({ table }) => table),
    );
    for (const { table, action } of tables) {
      for (const [index, row] of (found.get(table) ?? []).entries())
        items.push(
          item(index + 1, {
            number: written(row, 'PhoneNo'),
            name: written(row, 'Name'),
            note: written(row, 'Reason'),
            action,
          }),
        );
    }
  } catch {
    items.push(notUnderstood(0, 'SQLite', 'broken'));
  }
  return items;
}
