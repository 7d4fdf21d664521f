import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createWords, languageOf } from '../../shared/messages/words.ts';
import type { Book } from '../book/book.ts';
import { bookFile, openBook } from '../book/book.ts';
import { dataFolder } from '../data-folder.ts';
import { troubleLine } from '../terminal.ts';
import { UsageError } from './command.ts';

/** The system's language, for what the command line says to a person. An empty LC_ALL says nothing (POSIX). */
export const systemLanguage = languageOf(
  'auto',
  process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'],
);
export const words = createWords(systemLanguage);

/**
 * Opens the book of a data folder for one command. Troubles are told on stderr.
 * @param make whether to make folder and book where there are none; reading a wrong folder by mistake must not make one
 */
export function storedBook(data: string | undefined, make: boolean): Book & { folder: string } {
  const folder = data ?? dataFolder();
  if (!make && !existsSync(join(folder, bookFile)))
    throw new UsageError(words('console.no-book', { folder }));
  mkdirSync(folder, { recursive: true });
  const book = openBook(folder, {
    onTrouble: trouble => console.error(troubleLine(trouble, words)),
  });
  return { ...book, folder };
}
