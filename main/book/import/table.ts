import { columnsByContent, headingsOf } from './columns.ts';
import type { Columns, Role } from './columns.ts';
import type { TableRow } from './csv.ts';
import { item, notUnderstood } from './item.ts';
import type { ImportItem } from './item.ts';
import { numbersIn } from './numbers-in.ts';
import { actionOf, categoryOf, isCategoryKey } from './words.ts';

/** Rows looked at to find out what the columns are. */
const lookedAt = 200;

/** Where each role's cells are. */
type Places = Record<Role, number[]>;

function placesOf(columns: Columns): Places {
  const places: Places = {
    number: [],
    name: [],
    family: [],
    given: [],
    group: [],
    note: [],
    category: [],
    action: [],
  };
  columns.forEach((role, column) => {
    if (role) places[role].push(column);
  });
  return places;
}

function cellsOf(row: TableRow, columns: number[]): string[] {
  return columns.map(column => row.cells[column]?.trim() ?? '').filter(cell => cell !== '');
}

/** Google's own labels, such as '* myContacts', say nothing. */
const groupOf = (labels: string) => labels.split(/\s*:::\s*/).find(label => !label.startsWith('*')) ?? '';

function* itemsOf(row: TableRow, places: Places): Generator<ImportItem> {
  const one = (role: Role) => (places[role].length === 0 ? '' : cellsOf(row, places[role]).join(' '));
  const family = one('family');
  const given = one('given');
  // Korean names are written together, family name first.
  const korean = family !== '' && /^\p{Script=Hangul}+$/u.test(family + given);
  const built = korean ? family + given : `${given} ${family}`.trim();
  const kind = one('category');
  const category = kind === '' ? null : categoryOf(kind);
  const draft = {
    name: one('name') || built,
    group: groupOf(one('group')),
    note: [one('note'), isCategoryKey(kind) ? '' : kind].filter(text => text !== '').join(' '),
    category,
    action: actionOf(one('action')),
  };
  const numbers = cellsOf(row, places.number).flatMap(numbersIn);
  if (numbers.length === 0) yield notUnderstood(row.line, row.cells.join(' '), 'no-number');
  for (const number of numbers) yield item(row.line, { ...draft, number });
}

/** Entries of a table whose columns are found out by their headings, or by what is in them. */
export function* tableItems(rows: Iterable<TableRow>): Generator<ImportItem> {
  const iterator = rows[Symbol.iterator]();
  const head: TableRow[] = [];
  while (head.length < lookedAt) {
    const next = iterator.next();
    if (next.done) break;
    head.push(next.value);
  }
  const heading = headingsOf(head);
  const places = placesOf(heading?.columns ?? columnsByContent(head));
  for (const row of head.slice(heading ? heading.at + 1 : 0)) yield* itemsOf(row, places);
  for (let next = iterator.next(); !next.done; next = iterator.next()) yield* itemsOf(next.value, places);
}
