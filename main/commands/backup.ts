import { existsSync, renameSync } from 'node:fs';
import { UsageError } from './command.ts';
import type { Command } from './command.ts';
import { printLine } from './command.ts';
import { readOptions } from './options.ts';
import { storedBook, words } from './stored-book.ts';

/** A whole copy of the book in one file, also while Ringfence runs; a file that is there is not written over. */
export const backup: Command = {
  usage:
    'backup FILE [--data DIR]                            a whole copy of ringfence.db, also while it is in use',
  async run(args) {
    const { values, positionals } = readOptions(args, { data: { type: 'string' } });
    const [file] = positionals;
    if (file === undefined) throw new UsageError(`usage: ${backup.usage}`);
    if (existsSync(file)) throw new UsageError(words('console.file-exists', { file }));
    const book = storedBook(values.data, 'read');
    try {
      // A copy that was broken off must not look like a whole one.
      await book.backup(`${file}.part`);
      renameSync(`${file}.part`, file);
    } finally {
      book.close();
    }
    printLine({ backup: file });
    return 0;
  },
};
