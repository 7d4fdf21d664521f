import { setImmediate } from 'node:timers/promises';
import type { ImportEntry, ImportPreview, NotUnderstood } from '../../../shared/history.ts';
import { digitsOf, prefixDigits } from '../digits.ts';
import { gatherPacked, packedDigits, unpackedDigits } from '../packed-digits.ts';
import type { ImportItem, ReadFile } from './item.ts';

const shownEntries = 50;
const shownProblems = 200;
const readAtOnce = 1000;

/** The entries of a file, without what could not be understood. */
export function* entriesOf(items: Iterable<ImportItem>): Generator<ImportEntry> {
  for (const item of items) if ('entry' in item) yield item.entry;
}

export interface PreviewOptions {
  country: string;
  isKnown?: (digits: string, prefix: boolean) => boolean;
  signal?: AbortSignal;
}

/** What a file would bring, counted through in pieces; nothing is changed. null: stopped. */
export async function previewImport(
  { format, items }: ReadFile,
  { country, isKnown = () => false, signal }: PreviewOptions,
): Promise<ImportPreview | null> {
  // Numbers are kept packed, as for a list, since there may be a million; other keys are few.
  const numbers = gatherPacked();
  const others = new Set<string>();
  const sampled = new Set<string>();
  const sample: ImportEntry[] = [];
  const problems: NotUnderstood[] = [];
  let notUnderstoodCount = 0;
  let entries = 0;
  let read = 0;

  function takeEntry(entry: ImportEntry) {
    entries++;
    const digits = (entry.prefix ? prefixDigits : digitsOf)(entry.number, country);
    const packed = entry.prefix ? null : packedDigits(digits);
    const key = entry.prefix ? `${digits}*` : digits;
    if (packed === null) others.add(key);
    else numbers.add(packed);
    if (sample.length >= shownEntries || sampled.has(key)) return;
    sampled.add(key);
    sample.push(entry);
  }

  /** Time to let the guard go on? Waiting for each of a million rows would take longer than reading them. */
  const isPause = () => ++read % readAtOnce === 0;

  for (const item of items) {
    if ('entry' in item) takeEntry(item.entry);
    else if (++notUnderstoodCount <= shownProblems) problems.push(item.problem);
    if (isPause()) {
      await setImmediate();
      if (signal?.aborted) return null;
    }
  }
  let count = others.size;
  let known = [...others].filter(key => isKnown(key.replace('*', ''), key.endsWith('*'))).length;
  for (const packed of numbers.sorted()) {
    count++;
    if (isKnown(unpackedDigits(packed), false)) known++;
    if (isPause()) {
      await setImmediate();
      if (signal?.aborted) return null;
    }
  }
  return {
    format,
    count,
    duplicates: entries - count,
    known,
    sample,
    notUnderstoodCount,
    notUnderstood: problems,
    own: null,
  };
}
