import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openBook } from '../../../main/book/book.ts';
import type { BookOptions } from '../../../main/book/book.ts';
import type { Trouble } from '../../../shared/live.ts';

/** A folder that goes with the test. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ringfence-book-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A book in a folder of its own, closed with the test, and the troubles it tells. */
export function aBook(folder = aFolder(), options: Partial<BookOptions> = {}) {
  const troubles: Trouble[] = [];
  const over: Trouble['key'][] = [];
  const book = openBook(folder, {
    onTrouble: trouble => troubles.push(trouble),
    onTroubleOver: key => over.push(key),
    ...options,
  });
  onTestFinished(() => {
    try {
      book.close();
    } catch {
      // The test closed it.
    }
  });
  return { book, folder, troubles, over };
}

export { aCall, aRule, start } from './a-call.ts';
