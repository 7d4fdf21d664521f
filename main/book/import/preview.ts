import { tmpdir } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import type { ImportEntry, ImportPreview, NotUnderstood } from '../../../shared/history.ts';
import { digitsOf, prefixDigits } from '../digits.ts';
import { countOwn } from '../import-own.ts';
import type { OwnFile } from '../own-file.ts';
import { packedDigits, unpackedDigits } from '../packed-digits.ts';
import { gatherPacked } from '../packed-numbers.ts';
import type { PackedNumbers } from '../packed-numbers.ts';
import type { ImportItem, ReadFile } from './item.ts';

const shownEntries = 50;
const shownProblems = 200;
const readAtOnce = 1000;

/** The entries of a file; null for what could not be understood, so that going past it holds nothing up. */
export function* entriesOf(items: Iterable<ImportItem>): Generator<ImportEntry | null> {
  for (const item of items) yield 'entry' in item ? item.entry : null;
}

export interface PreviewOptions {
  country: string;
  /** Where what is much is put aside while it is counted. */
  folder?: string;
  isKnown?: (digits: string, prefix: boolean) => boolean;
  signal?: AbortSignal;
}

/** What a file would bring, counted through in pieces; nothing is changed. null: stopped. */
export async function previewImport(
  file: Omit<ReadFile, 'close'>,
  options: PreviewOptions,
): Promise<ImportPreview | null> {
  if (file.own) return previewOwn(file.own, options.signal);
  const numbers = gatherPacked(options.folder ?? tmpdir());
  try {
    return await previewItems(file, numbers, options);
  } finally {
    numbers.close();
  }
}

async function previewItems(
  { format, items }: Omit<ReadFile, 'close'>,
  numbers: PackedNumbers,
  { country, isKnown, signal }: PreviewOptions,
): Promise<ImportPreview | null> {
  // Numbers are kept packed, as for a list, since there may be a million; other keys are few.
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
  let known = [...others].filter(key => isKnown?.(key.replace('*', ''), key.endsWith('*'))).length;
  for (const { packed } of numbers.sorted()) {
    count++;
    if (isKnown?.(unpackedDigits(packed), false)) known++;
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

async function previewOwn(file: OwnFile, signal?: AbortSignal): Promise<ImportPreview | null> {
  const own = await countOwn(file, signal);
  if (!own) return null;
  const newer: NotUnderstood[] = file.newer ? [{ line: 0, text: '', problem: 'newer' }] : [];
  return {
    format: 'ringfence',
    count: Object.values(own).reduce((sum, count) => sum + count, 0),
    duplicates: 0,
    known: 0,
    sample: [],
    notUnderstoodCount: newer.length,
    notUnderstood: newer,
    own: Object.fromEntries(Object.entries(own).filter(([, count]) => count > 0)),
  };
}
