import { setImmediate } from 'node:timers/promises';
import type { ImportEntry, ImportPreview } from '../../../shared/history.ts';
import { digitsOf, prefixDigits } from '../digits.ts';
import type { ImportItem, ReadFile } from './item.ts';

const shownEntries = 50;
const shownProblems = 200;
const readAtOnce = 1000;

/** The entries of a file, without what could not be understood. */
export function* entriesOf(items: Iterable<ImportItem>): Generator<ImportEntry> {
  for (const item of items) if ('entry' in item) yield item.entry;
}

/** What a file would bring, counted through in pieces; nothing is changed. null: stopped. */
export async function previewImport(
  { format, items }: ReadFile,
  options: { country: string; isKnown?: (digits: string, prefix: boolean) => boolean; signal?: AbortSignal },
): Promise<ImportPreview | null> {
  const seen = new Set<string>();
  const preview: ImportPreview = {
    format,
    count: 0,
    duplicates: 0,
    known: 0,
    sample: [],
    notUnderstoodCount: 0,
    notUnderstood: [],
  };
  let read = 0;
  for (const item of items) {
    if (++read % readAtOnce === 0) {
      await setImmediate();
      if (options.signal?.aborted) return null;
    }
    if ('problem' in item) {
      preview.notUnderstoodCount++;
      if (preview.notUnderstood.length < shownProblems) preview.notUnderstood.push(item.problem);
      continue;
    }
    const { entry } = item;
    const digits = (entry.prefix ? prefixDigits : digitsOf)(entry.number, options.country);
    const key = entry.prefix ? `${digits}*` : digits;
    if (seen.has(key)) {
      preview.duplicates++;
      continue;
    }
    seen.add(key);
    preview.count++;
    if (options.isKnown?.(digits, entry.prefix)) preview.known++;
    if (preview.sample.length < shownEntries) preview.sample.push(entry);
  }
  return preview;
}
