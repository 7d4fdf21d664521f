import type { Book } from './book.ts';
import { csvLine } from './csv-cells.ts';
import { OwnCall, ownFormat, ownTableNames, ownTables, ownVersion } from './own-tables.ts';
import type { OwnTable } from './own-tables.ts';

const entriesAtOnce = 2000;

function* listNumbers(book: Book, alone: boolean): Generator<Record<string, unknown>> {
  for (const list of book.lists.list()) {
    let page = book.lists.entries(list.id, entriesAtOnce);
    while (page.length > 0) {
      for (const { digits, ...entry } of page)
        yield { list: list.id, ...(alone ? { listName: list.name } : {}), number: digits, ...entry };
      const last = page.at(-1);
      page = last ? book.lists.entries(list.id, entriesAtOnce, last) : [];
    }
  }
}

/** Every record of one table, one at a time. @param alone without the other tables */
function* recordsOf(book: Book, table: OwnTable, alone: boolean): Generator<Record<string, unknown>> {
  switch (table) {
    case 'rules':
      yield* book.rules.list();
      return;
    case 'contacts':
      yield* book.contacts.list();
      return;
    case 'callers':
      for (const { caller, number, label, note, ownName } of book.callers.marked())
        yield { caller, number, label, note, ownName };
      return;
    case 'lists':
      yield* book.lists.list();
      return;
    case 'listNumbers':
      yield* listNumbers(book, alone);
      return;
    case 'calls':
      // Parsing leaves out what belongs to the caller.
      for (const call of book.calls.newestFirst()) yield OwnCall.parse(call);
  }
}

/** All that the book holds as JSON text, in pieces: one record a line, so that it can be read and compared by line. */
export function* exportJson(book: Book, nowMs: number): Generator<string> {
  yield `{"format":"${ownFormat}","version":${ownVersion},"exportedAt":${nowMs}`;
  for (const table of ownTableNames) {
    yield `,\n"${table}":[`;
    let separator = '\n';
    for (const record of recordsOf(book, table, false)) {
      yield separator + JSON.stringify(record);
      separator = ',\n';
    }
    yield '\n]';
  }
  yield '}\n';
}

/** One table as CSV for spreadsheets: with a byte order mark, so that Excel reads Korean, and safe to open. */
export function* exportCsv(book: Book, table: OwnTable): Generator<string> {
  const columns = Object.keys(ownTables[table].shape);
  yield `\ufeff${columns.join(',')}\r\n`;
  for (const record of recordsOf(book, table, true)) yield csvLine(columns.map(column => record[column]));
}
