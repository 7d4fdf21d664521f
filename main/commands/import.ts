import { basename } from 'node:path';
import { Action } from '../../shared/call.ts';
import type { ImportResult } from '../../shared/import.ts';
import { ImportWish, importTargets } from '../../shared/import.ts';
import type { Book } from '../book/book.ts';
import { previewImport } from '../book/import/preview.ts';
import { readFileAt } from '../book/import/read-file.ts';
import { runImport } from '../book/import/run.ts';
import { nudge } from '../single.ts';
import { keepHeapSteady } from '../steady-heap.ts';
import { printLine, UsageError } from './command.ts';
import type { Command } from './command.ts';
import { readOptions } from './options.ts';
import { storedBook, words } from './stored-book.ts';

const destinations: readonly string[] = ['preview', ...importTargets];

/** Files of other blockers, address books, spreadsheets, and Ringfence's own export, which always comes back as what it was. */
export const importCommand: Command = {
  usage:
    'import FILE [--as preview|rules|contacts|list] [--name LIST] [--action allow|flag|block] [--replace] [--data DIR]',
  async run(args) {
    const { values, positionals } = readOptions(args, {
      data: { type: 'string' },
      as: { type: 'string', default: 'preview' },
      name: { type: 'string' },
      action: { type: 'string', default: 'block' },
      replace: { type: 'boolean', default: false },
    });
    const [path] = positionals;
    const action = Action.safeParse(values.action);
    if (path === undefined || !action.success || !destinations.includes(values.as))
      throw new UsageError(`usage: ${importCommand.usage}`);
    keepHeapSteady();
    const book = storedBook(values.data, 'make');
    const name = basename(path);
    const file = await readFileAt(path, name, book.folder);
    try {
      const country = book.country();
      const as = file.own ? 'own' : values.as;
      if (as === 'preview') {
        printLine(await previewImport(file, { country, folder: book.folder }));
        return 0;
      }
      const listName = values.name ?? name;
      const listId = book.lists.list().find(list => list.name === listName)?.id ?? null;
      const mode = values.replace ? 'replace' : 'add';
      const wish = ImportWish.parse({ as, action: action.data, listId, listName, mode });
      const done = await runImport(book, file, wish, { name, country, folder: book.folder });
      if (done === null || typeof done === 'string')
        throw new UsageError(words(`import.problem.${done ?? 'broken'}`));
      printLine(told(done, book));
    } finally {
      file.close();
      book.close();
    }
    await nudge(book.folder);
    return 0;
  },
};

/** As scripts read it: by what it was brought in as. */
function told({ added, merged, skipped, changeId, listId, tables }: ImportResult, book: Book): unknown {
  if (tables) return { added: tables, broken: skipped, changeId };
  const list = listId === null ? {} : { list: listId, count: book.lists.get(listId)?.count };
  return { ...list, added, duplicates: merged, skipped, changeId };
}
