import { createWords, languageOf } from '../../shared/messages/words.ts';

/** The system's language, for what the command line says to a person. An empty LC_ALL says nothing (POSIX). */
export const systemLanguage = languageOf(
  'auto',
  process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'],
);
export const words = createWords(systemLanguage);
