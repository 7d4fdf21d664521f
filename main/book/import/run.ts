import type { NumberListDraft } from '../../../shared/history.ts';
import { NumberListDraft as ListDraft } from '../../../shared/history.ts';
import type { ImportResult, ImportWish } from '../../../shared/import.ts';
import type { ImportEntry } from '../../../shared/history.ts';
import type { Book } from '../book.ts';
import type { FillOptions } from '../fill-edition.ts';
import { importOwn } from '../import-own.ts';
import { importContacts, importRules } from './into-book.ts';
import type { ReadFile } from './item.ts';
import { entriesOf } from './preview.ts';

export interface RunOptions extends FillOptions {
  /** What the file is called; a new list's name where the owner gave none. */
  name: string;
  country: string;
  /** Where what is large may be put aside meanwhile. */
  folder: string;
}

/** What was done; or a key of `import.problem.<key>`; null: cancelled, and nothing is changed. */
type Outcome = ImportResult | string | null;

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
  return ListDraft.parse({ name: (wish.listName || plain || '?').slice(0, 200), action: wish.action });
}

/** Does with a file what the owner wants; null: cancelled, and nothing is changed. */
export async function runImport(
  book: Book,
  file: ReadFile,
  wish: ImportWish,
  options: RunOptions,
): Promise<Outcome> {
  if (wish.as === 'own') return runOwn(book, file, options);
  let skipped = 0;
  function* counted(): Generator<ImportEntry | null> {
    for (const entry of entriesOf(file.items)) {
      if (!entry) skipped++;
      yield entry;
    }
  }
  const outcome = await runEntries(book, counted(), wish, options);
  return outcome === null || typeof outcome === 'string'
    ? outcome
    : { ...outcome, skipped: outcome.skipped + skipped };
}

async function runEntries(
  book: Book,
  entries: Iterable<ImportEntry | null>,
  wish: ImportWish,
  options: RunOptions,
): Promise<Outcome> {
  const { country } = options;
  const log = book.changes;
  switch (wish.as) {
    case 'contacts': {
      const done = await importContacts({ contacts: book.contacts, log, country }, entries, options);
      return resultOf(done);
    }
    case 'rules': {
      const done = await importRules({ rules: book.rules, log, country }, entries, wish.action, options);
      return resultOf(done);
    }
    case 'list': {
      const before = wish.mode === 'add' && wish.listId !== null ? book.lists.get(wish.listId)?.count : 0;
      if (before === undefined) return 'no-list';
      const into = wish.listId ?? newList(wish, options.name);
      const done = await book.lists.fill(into, entries, wish.mode, options);
      if (!done) return null;
      const { count, duplicates, unreadable, changeId } = done;
      return {
        ...nothing,
        added: count - before,
        merged: duplicates,
        skipped: unreadable,
        changeId,
        listId: done.list,
      };
    }
    case 'own':
      return 'unknown-format';
  }
}

function resultOf(done: Awaited<ReturnType<typeof importContacts>>): Outcome {
  if (done === 'stopped') return null;
  if (done === 'too-many') return done;
  const { added, duplicates, skipped, changeId } = done;
  return { ...nothing, added, merged: duplicates, skipped, changeId };
}

async function runOwn(book: Book, { own }: ReadFile, options: RunOptions): Promise<Outcome> {
  if (!own) return 'unknown-format';
  if (own.newer) return 'newer';
  const done = await importOwn(book, own, options.folder, options);
  if (!done) return null;
  const added = Object.values(done.added).reduce((sum, count) => sum + count, 0);
  return { ...nothing, added, skipped: done.broken, changeId: done.changeId, tables: done.added };
}
