import { callRecord } from './call-record.ts';
import { printLine, UsageError } from './command.ts';
import type { Command } from './command.ts';
import { readOptions } from './options.ts';
import { storedBook } from './stored-book.ts';

const usualLimit = 50;

/** The history, newest first. */
export const calls: Command = {
  usage: 'calls [--data DIR] [--limit N]                      the history, newest first',
  run(args) {
    const { values } = readOptions(args, { data: { type: 'string' }, limit: { type: 'string' } });
    const limit = Number(values.limit ?? usualLimit);
    if (!Number.isInteger(limit) || limit < 1)
      throw new UsageError(`--limit wants a whole number, not "${String(values.limit)}".`);
    const book = storedBook(values.data, 'read');
    try {
      let left = limit;
      for (const call of book.calls.newestFirst()) {
        if (left-- <= 0) break;
        printLine(callRecord(call));
      }
    } finally {
      book.close();
    }
    return Promise.resolve(0);
  },
};
