import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { LiveEvent } from '../../shared/live.ts';
import type { House } from './house.ts';

/** How many past events a page that reconnects may still be given; beyond them it is told to fetch everything anew. */
const remembered = 500;
const heartbeatMs = 15_000;

interface Numbered {
  id: number;
  event: LiveEvent;
}

/** Numbers the house's events and remembers the last ones, so that a reconnecting page misses nothing. */
export function createLiveLog(house: Pick<House, 'listen'>, firstId = Date.now()) {
  const log: Numbered[] = [];
  const readers = new Set<(entry: Numbered | null) => void>();
  let lastId = firstId;
  const stop = house.listen(event => {
    const entry = { id: ++lastId, event };
    log.push(entry);
    if (log.length > remembered) log.shift();
    for (const read of readers) read(entry);
  });
  const cut = (): void => {
    for (const read of readers) read(null);
  };
  return {
    /** Sends the readers away; a page that comes back is told what it missed. */
    cut,
    stop() {
      stop();
      cut();
    },
    lastId: () => lastId,
    /** Events after `id`; null when some of them are no longer remembered (or belong to an earlier run). */
    since(id: number): Numbered[] | null {
      const first = log[0]?.id ?? lastId + 1;
      if (!Number.isInteger(id) || id > lastId || id < first - 1) return null;
      return log.filter(entry => entry.id > id);
    },
    /** `read` is given null when the log sends its readers away. */
    follow(read: (entry: Numbered | null) => void): () => void {
      readers.add(read);
      return () => readers.delete(read);
    },
  };
}
export type LiveLog = ReturnType<typeof createLiveLog>;

/**
 * Server-sent events: `live` frames carry a LiveEvent, `anew` tells the page to fetch everything again.
 * Resume by Last-Event-ID (WHATWG HTML §9.2), or by `?after=ID` where the page itself opens the stream again.
 */
export function liveRoutes(log: LiveLog) {
  return new Hono().get('/', context => {
    const resume = context.req.header('last-event-id') ?? context.req.query('after');
    context.header('X-Accel-Buffering', 'no');
    return streamSSE(context, async stream => {
      const waiting: (Numbered | null)[] = [];
      let wake = (): void => undefined;
      const unfollow = log.follow(entry => {
        waiting.push(entry);
        wake();
      });
      stream.onAbort(() => {
        unfollow();
        wake();
      });
      const missed = resume === undefined ? [] : log.since(Number(resume));
      const send = ({ id, event }: Numbered) =>
        stream.writeSSE({ event: 'live', id: String(id), data: JSON.stringify(event) });
      // The greeting counts as seen what was seen before: a page cut off right after it still misses nothing.
      const seenId = (missed?.[0]?.id ?? log.lastId() + 1) - 1;
      await stream.writeSSE({ event: missed ? 'hello' : 'anew', id: String(seenId), data: '' });
      for (const entry of missed ?? []) await send(entry);
      while (!stream.aborted) {
        const next = waiting.shift();
        if (next === null) break;
        if (next) {
          await send(next);
          continue;
        }
        const beat = await new Promise<boolean>(resolve => {
          const timer = setTimeout(() => resolve(true), heartbeatMs);
          wake = () => {
            clearTimeout(timer);
            resolve(false);
          };
        });
        if (beat) await stream.writeSSE({ event: 'beat', data: '' });
      }
      unfollow();
    });
  });
}
