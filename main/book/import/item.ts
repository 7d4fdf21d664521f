import { readDigits, tidy } from '../../../shared/number-plan/read-digits.ts';
import type { OwnFile } from '../own-file.ts';
import type { ImportEntry, ImportFormat, NotUnderstood } from '../../../shared/history.ts';

/** One thing found in a foreign file: a number, or something that could not be understood. */
export type ImportItem = { entry: ImportEntry; line: number } | { problem: NotUnderstood };

/** A file as it is read: lazily, so that a million lines never stand in memory at once. */
export interface ReadFile {
  format: ImportFormat;
  /** From the beginning each time that it is gone through. */
  items: Iterable<ImportItem>;
  /** Ringfence's own export, where it is one. */
  own?: OwnFile;
  /** Gives up what was unpacked for reading. */
  close: () => void;
}

export type EntryDraft = Partial<ImportEntry> & { number: string };

/** Digits of a number, and of a beginning of numbers; the longest comes from abroad through a carrier of five digits. */
const fewest = { number: 3, prefix: 2 };
const most = 20;
const longestShown = 200;

export function notUnderstood(line: number, text: string, problem: string): ImportItem {
  return { problem: { line, text: text.trim().slice(0, longestShown), problem } };
}

/** An entry if its number can be one, else why not. A `*` at the end stands for every number that begins so. */
export function item(line: number, draft: EntryDraft): ImportItem {
  const written = draft.number.trim().replace(/^'/, '');
  if (written === '') return notUnderstood(line, draft.name ?? '', 'no-number');
  const prefix = draft.prefix ?? /(?:[*%]|[-\d][xX]+)$/.test(written);
  const number = prefix ? written.replace(/[-*%xX]+$/, '') : written;
  const digits = readDigits(tidy(number))?.digits ?? '';
  if (digits.length < (prefix ? fewest.prefix : fewest.number) || digits.length > most)
    return notUnderstood(line, draft.number, 'not-a-number');
  return {
    line,
    entry: {
      number,
      prefix,
      name: (draft.name ?? '').trim(),
      group: (draft.group ?? '').trim(),
      note: (draft.note ?? '').trim(),
      category: draft.category ?? null,
      action: draft.action ?? null,
    },
  };
}
