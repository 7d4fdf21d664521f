import type { Context } from 'hono';
import { Hono } from 'hono';
import { exportTables } from '../../shared/export-tables.ts';
import type { House } from './house.ts';
import { problem } from './problem.ts';

/** Characters sent at a time. */
const pieceLength = 64 * 1024;

/** Everything that is remembered, to take along: all of it as JSON, or a table for a spreadsheet. */
export function exportRoutes(house: Pick<House, 'exportJson' | 'exportCsv'>) {
  return new Hono()
    .get('/export.json', context =>
      download(context, house.exportJson(), `ringfence-${today()}.json`, 'application/json'),
    )
    .get('/export/:file{[A-Za-z]+\\.csv}', context => {
      const table = exportTables.find(name => `${name}.csv` === context.req.param('file'));
      return table
        ? download(
            context,
            house.exportCsv(table),
            `ringfence-${table}-${today()}.csv`,
            'text/csv; charset=utf-8',
          )
        : problem(context, 'not-found');
    });
}

/** Text to keep, sent as it is made. */
export function download(context: Context, pieces: Iterable<string>, name: string, type: string) {
  return context.body(streamed(pieces), 200, {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name}"`,
    'Cache-Control': 'no-store',
  });
}

/** Text as it is asked for: never all of it in memory, and calls are guarded between two pieces. */
function streamed(pieces: Iterable<string>): ReadableStream<Uint8Array> {
  const source = pieces[Symbol.iterator]();
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        await new Promise(done => setTimeout(done));
        let text = '';
        while (text.length < pieceLength) {
          const next = source.next();
          if (next.done === true) {
            if (text !== '') controller.enqueue(encoder.encode(text));
            controller.close();
            return;
          }
          text += next.value;
        }
        controller.enqueue(encoder.encode(text));
      },
      cancel() {
        source.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}

/** The day, local time, as in a file's name. */
export function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map(part => String(part).padStart(2, '0'))
    .join('-');
}
