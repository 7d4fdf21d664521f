import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportJob, ImportResult, ImportWish } from '../shared/import.ts';
import type { Imports } from './api/imports.ts';
import type { Book } from './book/book.ts';
import { previewImport } from './book/import/preview.ts';
import type { ReadFile } from './book/import/item.ts';
import { readFileAt } from './book/import/read-file.ts';
import { runImport } from './book/import/run.ts';
import { spool } from './book/import/spool.ts';
import type { Remembered } from './editing.ts';

export interface ImportDeskParts {
  book: Book;
  country: () => string;
  changed: (what: Remembered) => void;
  /** The data folder; files wait in a folder of their own in it. */
  folder: string;
}

interface Held {
  job: ImportJob;
  name: string;
  path: string;
  /** While it is looked through or brought in. */
  busy: AbortController | null;
  forget: NodeJS.Timeout | null;
}

/** A file waits this long for the owner's word. */
const heldMs = 30 * 60_000;
const mostHeld = 2;

/** What changes with each kind of import. */
const remembered: Record<ImportWish['as'], readonly Remembered[]> = {
  contacts: ['contacts'],
  rules: ['rules'],
  list: ['lists'],
  own: ['rules', 'contacts', 'numbers', 'lists', 'history'],
};

/** Where files wait between being looked at and being brought in. */
export function createImportDesk({ book, country, changed, folder }: ImportDeskParts) {
  const waiting = join(folder, 'imports');
  const held = new Map<string, Held>();
  const running = new Set<Promise<void>>();
  // What a crash left behind.
  rmSync(waiting, { recursive: true, force: true });

  function forget(id: string): void {
    const one = held.get(id);
    if (!one) return;
    held.delete(id);
    if (one.forget) clearTimeout(one.forget);
    one.busy?.abort();
    rmSync(one.path, { force: true });
  }

  function keepFor(one: Held): void {
    if (one.forget) clearTimeout(one.forget);
    one.forget = setTimeout(() => forget(one.job.id), heldMs).unref();
  }

  /** Makes room for one more; false where none of those held may be forgotten. */
  function makeRoom(): boolean {
    if (held.size < mostHeld) return true;
    const idle = [...held.values()].find(one => one.busy === null);
    if (idle) forget(idle.job.id);
    return idle !== undefined;
  }

  async function run(one: Held, wish: ImportWish, busy: AbortController): Promise<void> {
    const { job } = one;
    let read: ReadFile | null = null;
    try {
      read = await readFileAt(one.path, one.name, waiting);
      const result: ImportResult | string | null = await runImport(book, read, wish, {
        name: one.name,
        country: country(),
        signal: busy.signal,
        onProgress: (done, total) => Object.assign(job, { done, total }),
        folder: waiting,
      });
      if (result === null) job.state = 'cancelled';
      else if (typeof result === 'string') Object.assign(job, { state: 'failed', problem: result });
      else Object.assign(job, { state: 'done', result });
    } catch (error) {
      console.error(error);
      Object.assign(job, { state: 'failed', problem: 'no-space' });
    } finally {
      read?.close();
    }
    one.busy = null;
    if (job.state === 'done') remembered[wish.as].forEach(changed);
  }

  const desk: Imports = {
    async look(name, body, signal) {
      if (!makeRoom()) return 'busy';
      const busy = new AbortController();
      const id = randomUUID();
      const job: ImportJob = { id, state: 'ready', done: 0, total: null, result: null, problem: null };
      const one: Held = { job, name, path: join(waiting, id), busy, forget: null };
      held.set(id, one);
      const either = AbortSignal.any([signal, busy.signal]);
      try {
        mkdirSync(waiting, { recursive: true });
        if (!(await spool(body, one.path, either))) {
          forget(id);
          return 'too-large';
        }
        const read = await readFileAt(one.path, name, waiting);
        const preview = await previewImport(read, {
          country: country(),
          folder: waiting,
          signal: either,
        }).finally(read.close);
        if (!preview) throw new Error('Broken off.');
        one.busy = null;
        keepFor(one);
        return { id, preview };
      } catch (error) {
        forget(id);
        throw error;
      }
    },

    start(id, wish) {
      const one = held.get(id);
      if (!one) return null;
      if (one.busy) return 'busy';
      const busy = new AbortController();
      one.busy = busy;
      Object.assign(one.job, { state: 'running', done: 0, total: null, result: null, problem: null });
      keepFor(one);
      const work = run(one, wish, busy);
      running.add(work);
      void work.finally(() => running.delete(work));
      return { ...one.job };
    },

    job(id) {
      const one = held.get(id);
      return one ? { ...one.job } : null;
    },

    drop(id) {
      const one = held.get(id);
      if (!one) return null;
      if (one.busy) one.busy.abort();
      else forget(id);
      return { ...one.job, state: one.busy ? 'cancelled' : one.job.state };
    },
  };

  return {
    ...desk,
    async close(): Promise<void> {
      for (const id of [...held.keys()]) forget(id);
      await Promise.allSettled(running);
      rmSync(waiting, { recursive: true, force: true });
    },
  };
}
export type ImportDesk = ReturnType<typeof createImportDesk>;
