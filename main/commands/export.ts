import { exportCsv, exportJson } from '../book/export.ts';
import { ownTableNames } from '../book/own-tables.ts';
import { UsageError } from './command.ts';
import type { Command } from './command.ts';
import { readOptions } from './options.ts';
import { storedBook, words } from './stored-book.ts';

/** All that is remembered, on stdout; `import` brings it back without loss. */
export const exportCommand: Command = {
  usage: 'export [--csv TABLE] [--data DIR]                   everything as JSON, or one table as CSV',
  async run(args) {
    const { values } = readOptions(args, { data: { type: 'string' }, csv: { type: 'string' } });
    const table = ownTableNames.find(name => name === values.csv);
    if (values.csv !== undefined && table === undefined)
      throw new UsageError(words('console.odd-table', { tables: ownTableNames.join(', ') }));
    const book = storedBook(values.data, 'read');
    try {
      for (const piece of table ? exportCsv(book, table) : exportJson(book, Date.now())) {
        if (!process.stdout.write(piece)) await new Promise(done => process.stdout.once('drain', done));
      }
    } finally {
      book.close();
    }
    return 0;
  },
};
