import type { NumberListDraft } from '../../../shared/history.ts';
import { NumberListDraft as ListDraft } from '../../../shared/history.ts';
import type { ImportResult, ImportWish } from '../../../shared/import.ts';
import type { Book } from '../book.ts';
import type { FillOptions } from '../fill-edition.ts';
import { importContacts, importRules } from './into-book.ts';
import type { ReadFile } from './item.ts';
import { entriesOf } from './preview.ts';

export interface RunOptions extends FillOptions {
  /** What the file is called; a new list's name where the owner gave none. */
  name: string;
  country: string;
}

const nothing: ImportResult = {
  added: 0,
  merged: 0,
  skipped: 0,
  changeId: null,
  listId: null,
  tables: null,
};

function newList(wish: ImportWish, name: string): NumberListDraft {
  const plain = name.replace(/\.[a-z0-9]{1,5}$/i, '').trim();
  return ListDraft.parse({ name: wish.listName || plain || '?', action: wish.action });
}

/** Does with a file what the owner wants. A text: the problem that it failed of; null: cancelled, and nothing is changed. */
export async function runImport(
  book: Book,
  read: ReadFile,
  wish: ImportWish,
  { name, country, ...options }: RunOptions,
): Promise<ImportResult | string | null> {
  const entries = entriesOf(read.items);
  const log = book.changes;
  switch (wish.as) {
    case 'contacts': {
      const done = importContacts({ contacts: book.contacts, log, country }, entries);
      return { ...nothing, added: done.added, merged: done.duplicates, changeId: done.changeId };
    }
    case 'rules': {
      const done = importRules({ rules: book.rules, log, country }, entries, wish.action);
      return { ...nothing, added: done.added, merged: done.duplicates, changeId: done.changeId };
    }
    case 'list': {
      const listId = wish.listId ?? book.lists.add(newList(wish, name)).list.id;
      const before = book.lists.get(listId)?.count ?? 0;
      const done = await book.lists.fill(listId, entries, wish.mode, options);
      if (!done) return null;
      const { count, duplicates, unreadable, changeId } = done;
      const added = wish.mode === 'add' ? count - before : count;
      return { ...nothing, added, merged: duplicates, skipped: unreadable, changeId, listId };
    }
    case 'own':
      return 'unknown-format';
  }
}
