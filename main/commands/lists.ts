import { nudge } from '../single.ts';
import { printLine, UsageError } from './command.ts';
import type { Command } from './command.ts';
import { readOptions } from './options.ts';
import { storedBook } from './stored-book.ts';

/** Number lists: what there is, and away with one. `import FILE --as list` makes and fills them. */
export const lists: Command = {
  usage: 'lists [list | remove ID …] [--data DIR]             number lists',
  async run(args) {
    const { values, positionals } = readOptions(args, { data: { type: 'string' } });
    const [word = 'list', ...ids] = positionals;
    if (word !== 'list' && (word !== 'remove' || ids.length === 0))
      throw new UsageError(`usage: ${lists.usage}`);
    const book = storedBook(values.data, 'read');
    let missing = 0;
    try {
      if (word === 'list') for (const list of book.lists.list()) printLine(list);
      for (const id of ids) {
        if (book.lists.remove(Number(id))) printLine({ removed: Number(id) });
        else {
          console.error(`There is no list ${id}.`);
          missing++;
        }
      }
    } finally {
      book.close();
    }
    if (word === 'remove') await nudge(book.folder);
    return missing > 0 ? 2 : 0;
  },
};
