import { Hono } from 'hono';
import { z } from 'zod';
import type { ImportJob, ImportUpload } from '../../shared/import.ts';
import { ImportWish } from '../../shared/import.ts';
import { checked, problem } from './problem.ts';

/** What the import page needs of the house. null: there is no such import (any more). */
export interface Imports {
  /** Takes a file in, in pieces, and looks through it; nothing is changed. 'busy': two others are being imported. */
  look(
    name: string,
    body: AsyncIterable<Uint8Array>,
    signal: AbortSignal,
  ): Promise<ImportUpload | 'too-large' | 'busy'>;
  /** Starts, or starts over, what the owner wants of the file. */
  start(id: string, wish: ImportWish): ImportJob | 'busy' | null;
  job(id: string): ImportJob | null;
  /** Cancels one that runs; forgets any other. */
  drop(id: string): ImportJob | null;
}

const FileName = z.object({ name: z.string().max(255).default('') });
const ImportId = z.object({ id: z.string().max(64) });

/** Files of other blockers, address books and spreadsheets: looked at first, brought in after the owner's word. */
export function importRoutes(imports: Imports) {
  return new Hono()
    .post('/', checked('query', FileName), async context => {
      const { body, signal } = context.req.raw;
      if (!body) return problem(context, 'bad-request', 'The body is the file.');
      const upload = await imports.look(context.req.valid('query').name, body, signal);
      return typeof upload === 'string' ? problem(context, upload) : context.json(upload, 201);
    })
    .post('/:id', checked('param', ImportId), checked('json', ImportWish), context => {
      const job = imports.start(context.req.valid('param').id, context.req.valid('json'));
      if (job === 'busy') return problem(context, job);
      return job ? context.json(job, 202) : problem(context, 'not-found');
    })
    .get('/:id', checked('param', ImportId), context => {
      const job = imports.job(context.req.valid('param').id);
      return job ? context.json(job) : problem(context, 'not-found');
    })
    .delete('/:id', checked('param', ImportId), context => {
      const job = imports.drop(context.req.valid('param').id);
      return job ? context.json(job) : problem(context, 'not-found');
    });
}
