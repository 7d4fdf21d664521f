import type { Action } from '../../../shared/call.ts';
import { LabelKey } from '../../../shared/label.ts';
import { columnsByContent, columnsByHeading } from './columns.ts';
import type { Columns, Role } from './columns.ts';
import type { TableRow } from './csv.ts';
import { item, notUnderstood } from './item.ts';
import type { ImportItem } from './item.ts';

/** Rows looked at to find out what the columns are. */
const lookedAt = 200;

const actions: readonly { action: Action; word: RegExp }[] = [
  { action: 'block', word: /^(block|black|deny|reject|refuse|차단|거부|수신거부)/i },
  { action: 'allow', word: /^(allow|white|permit|pass|허용|수신)/i },
  { action: 'flag', word: /^(flag|warn|주의)/i },
];

export function actionOf(text: string): Action | null {
  if (text === '') return null;
  return actions.find(entry => entry.word.test(text.trim()))?.action ?? null;
}

export function categoryOf(text: string): string | null {
  const known = LabelKey.safeParse(text.trim());
  return known.success ? known.data : null;
}

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

/** Several numbers in one cell, as Google writes them and people do. */
const between = /\s*:::\s*|\s*[;\n]\s*|\s+\/\s+/;

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
    group: one('group'),
    note: [one('note'), category === null ? kind : ''].filter(text => text !== '').join(' '),
    category,
    action: actionOf(one('action')),
  };
  const numbers = cellsOf(row, places.number).flatMap(cell =>
    between.test(cell) ? cell.split(between) : cell,
  );
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
  // Korean public tables put a title or two above the headings.
  const titles = head.slice(0, 5).findIndex(row => columnsByHeading(row) !== null);
  const heading = titles === -1 ? undefined : head[titles];
  const places = placesOf((heading && columnsByHeading(heading)) ?? columnsByContent(head));
  for (const row of head.slice(titles + 1)) yield* itemsOf(row, places);
  for (let next = iterator.next(); !next.done; next = iterator.next()) yield* itemsOf(next.value, places);
}
