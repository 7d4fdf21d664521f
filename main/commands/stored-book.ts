import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Trouble } from '../../shared/live.ts';
import type { Book } from '../book/book.ts';
import { bookFile, openBook } from '../book/book.ts';
import { dataFolder, makeFolder } from '../data-folder.ts';
import { openSettings } from '../settings/settings.ts';
import type { SettingsStore } from '../settings/settings.ts';
import { troubleLine } from '../terminal.ts';
import { UsageError } from './command.ts';
import { words } from './words.ts';

export { systemLanguage, words } from './words.ts';

export interface StoredBook extends Book {
  folder: string;
  /** By which numbers are read, as the settings beside it say. */
  country: () => string;
}

/**
 * Opens the book of a data folder for one command. Troubles are told on stderr.
 * @param use 'read' refuses a folder without a book, which a slip in its name must not make; 'edit' the same, and also
 * refuses where nothing could be kept; 'make' edits and makes what is not there
 */
export function storedBook(data: string | undefined, use: 'read' | 'edit' | 'make'): StoredBook {
  const folder = data ?? dataFolder();
  if (use !== 'make' && !existsSync(join(folder, bookFile)))
    throw new UsageError(words('console.no-book', { folder }));
  const problem = makeFolder(folder);
  if (problem !== null) throw new UsageError(words('console.unwritable', { folder, error: problem }));
  const unkept: Trouble[] = [];
  let known: string | null = null;
  const country = () => (known ??= settingsOf(folder).get().country);
  const book = openBook(folder, {
    country,
    onTrouble: trouble => {
      if (use !== 'read' && notKept.has(trouble.key)) unkept.push(trouble);
      else console.error(troubleLine(trouble, words));
    },
  });
  if (unkept.length > 0) {
    book.close();
    throw new UsageError(unkept.map(trouble => troubleLine(trouble, words)).join('\n'));
  }
  return { ...book, folder, country };
}

/** The settings of a data folder; one that is named and not there is a slip. Troubles are told on stderr. */
export function storedSettings(data: string | undefined): { settings: SettingsStore; folder: string } {
  const folder = data ?? dataFolder();
  if (data !== undefined && !existsSync(folder)) throw new UsageError(words('console.no-book', { folder }));
  const problem = makeFolder(folder);
  if (problem !== null) throw new UsageError(words('console.unwritable', { folder, error: problem }));
  return { settings: settingsOf(folder), folder };
}

/** The settings beside an open book. */
export function settingsOf(folder: string): SettingsStore {
  return openSettings(folder, { onTrouble: trouble => console.error(troubleLine(trouble, words)) });
}

/** With these the book lives in memory: an edit would be gone with the command. */
const notKept: ReadonlySet<Trouble['key']> = new Set(['data-unwritable', 'disk-full']);
