import { resolve } from 'node:path';
import type { ListSource, NumberList } from '../../shared/history.ts';
import { NumberListDraft } from '../../shared/history.ts';
import type { Book } from '../book/book.ts';
import { refreshList } from '../book/subscribe.ts';
import { nudge } from '../single.ts';
import { keepHeapSteady } from '../steady-heap.ts';
import { printLine, UsageError } from './command.ts';
import type { Command } from './command.ts';
import { readOptions } from './options.ts';
import type { StoredBook } from './stored-book.ts';
import { storedBook, words } from './stored-book.ts';

/** Number lists: what there is, new ones from elsewhere, fetching them anew, and away with one. */
export const lists: Command = {
  usage: `lists [list | remove ID … | refresh [ID …] | add --name NAME [--url URL | --file PATH] [--action allow|flag|block]
      [--category LABEL]] [--data DIR]                number lists; \`import FILE --as list\` fills one of your own`,
  async run(args) {
    const { values, positionals } = readOptions(args, {
      data: { type: 'string' },
      name: { type: 'string' },
      url: { type: 'string' },
      file: { type: 'string' },
      action: { type: 'string' },
      category: { type: 'string' },
    });
    const [word = 'list', ...ids] = positionals;
    const known = ['list', 'remove', 'refresh', 'add'].includes(word);
    if (!known || (word === 'remove' && ids.length === 0)) throw new UsageError(`usage: ${lists.usage}`);
    const draft = word === 'add' ? draftOf(values) : null;
    const book = storedBook(values.data, word === 'list' ? 'read' : word === 'add' ? 'make' : 'edit');
    try {
      switch (word) {
        case 'remove':
          return remove(book, ids);
        case 'refresh':
          return await refresh(book, ids);
        case 'add':
          return draft ? await refreshAll(book, [book.lists.add(draft).list]) : 2;
        default:
          book.lists.list().forEach(printLine);
          return 0;
      }
    } finally {
      book.close();
      if (word !== 'list') await nudge(book.folder);
    }
  },
};

interface Wishes {
  name?: string | undefined;
  url?: string | undefined;
  file?: string | undefined;
  action?: string | undefined;
  category?: string | undefined;
}

function draftOf({ name, url, file, action, category }: Wishes): NumberListDraft {
  const source: ListSource =
    url !== undefined
      ? { kind: 'url', url }
      : file !== undefined
        ? { kind: 'file', path: resolve(file) }
        : { kind: 'own' };
  const draft = NumberListDraft.safeParse({ name, source, action, category });
  if (draft.success && (url === undefined || file === undefined)) return draft.data;
  const wrong =
    draft.error?.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`).join('\n') ?? '';
  throw new UsageError(`${wrong}\nusage: ${lists.usage}`.trim());
}

function remove(book: Book, ids: string[]): number {
  const missing = ids.filter(id => !book.lists.remove(Number(id)));
  for (const id of ids) if (!missing.includes(id)) printLine({ removed: Number(id) });
  return toldMissing(missing);
}

function toldMissing(ids: string[]): number {
  for (const id of ids) console.error(words('console.no-list', { id }));
  return ids.length > 0 ? 2 : 0;
}

/** Those named, or all that come from elsewhere. */
async function refresh(book: StoredBook, ids: string[]): Promise<number> {
  const all = book.lists.list().filter(list => list.source.kind !== 'own');
  const wanted = ids.length === 0 ? all : all.filter(list => ids.includes(String(list.id)));
  const code = await refreshAll(book, wanted);
  const missing = ids.filter(id => !wanted.some(list => String(list.id) === id));
  return Math.max(code, toldMissing(missing));
}

/** Prints each as it is afterwards; 2 where one could not be fetched, which keeps its last good numbers. */
async function refreshAll(book: StoredBook, wanted: NumberList[]): Promise<number> {
  keepHeapSteady();
  let code = 0;
  for (const list of wanted) {
    await refreshList(book.lists, list, { folder: book.folder });
    const after = book.lists.get(list.id);
    printLine(after);
    if (!after?.problem) continue;
    console.error(`${after.name}: ${words(`import.problem.${after.problem}`)}`);
    code = 2;
  }
  return code;
}
