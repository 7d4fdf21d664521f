import { callRecord } from './call-record.ts';
import { printLine, readerReady, UsageError } from './command.ts';
import type { Command } from './command.ts';
import { readOptions } from './options.ts';
import { storedBook } from './stored-book.ts';
import { words } from './words.ts';

const usualLimit = 50;

/** The history, newest first. */
export const calls: Command = {
  usage: 'calls [--data DIR] [--limit N]                      the history, newest first',
  async run(args) {
    const { values } = readOptions(args, { data: { type: 'string' }, limit: { type: 'string' } }, 0);
    const limit = Number(values.limit ?? usualLimit);
    if (!Number.isInteger(limit) || limit < 1)
      throw new UsageError(words('console.odd-limit', { limit: String(values.limit) }));
    const book = storedBook(values.data, 'read');
    try {
      let left = limit;
      for (const call of book.calls.newestFirst()) {
        if (left-- <= 0) break;
        printLine(callRecord(call));
        await readerReady();
      }
    } finally {
      book.close();
    }
    return 0;
  },
};
