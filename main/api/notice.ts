import { Hono } from 'hono';
import { z } from 'zod';
import type { NoticeRefusal, NoticeState } from '../../shared/notice.ts';
import { NoticeVoice } from '../../shared/notice.ts';
import { checked, problem } from './problem.ts';

/** What the page needs of the house for the spoken refusal. */
export interface Notice {
  state(): Promise<NoticeState>;
  /** The recording as callers hear it, a WAV file; null: there is none. */
  heard(voice: NoticeVoice): Promise<Uint8Array | null>;
  /** Keeps the owner's own recording; the one of before stays until this one is proven good. */
  save(file: Uint8Array): Promise<NoticeRefusal | null>;
  remove(): Promise<void>;
}

const Voice = z.object({ voice: NoticeVoice });
/** A minute of the finest recording that people make. */
const mostBytes = 48 * 1024 * 1024;

/** The spoken refusal: which there are, how they sound on a telephone, and the owner's own, in and out. */
export function noticeRoutes(notice: Notice) {
  return new Hono()
    .get('/', async context => context.json(await notice.state()))
    .put('/', async context => {
      const file = await wholeBody(context.req.raw.body, mostBytes);
      if (!file) return context.json<NoticeRefusal, 422>({ why: 'too-large', kind: null }, 422);
      const refusal = await notice.save(file);
      return refusal ? context.json(refusal, 422) : context.json(await notice.state());
    })
    .delete('/', async context => {
      await notice.remove();
      return context.json(await notice.state());
    })
    .get('/:voice', checked('param', Voice), async context => {
      const wav = await notice.heard(context.req.valid('param').voice);
      if (!wav) return problem(context, 'not-found');
      return context.body(Uint8Array.from(wav), 200, {
        'Content-Type': 'audio/wav',
        'Content-Length': String(wav.length),
        'Cache-Control': 'no-cache',
      });
    });
}

/** null: it is larger than that. */
async function wholeBody(body: ReadableStream<Uint8Array> | null, limit: number): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body ?? []) {
    size += piece.length;
    if (size > limit) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
