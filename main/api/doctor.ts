import type { Context } from 'hono';
import { Hono } from 'hono';
import { stream, streamSSE } from 'hono/streaming';
import { z } from 'zod';
import type { Finding, WireNews } from '../../shared/doctor.ts';
import { ExaminationKind } from '../../shared/doctor.ts';
import { download, today } from './exports.ts';
import { checked, problem } from './problem.ts';

/** What the doctor's page needs of the house. `line`: as configured; undefined: the first. */
export interface Doctor {
  /** Examines a line; each finding is told as it is made. false: there is no such line. */
  examine(
    line: string | undefined,
    kind: ExaminationKind,
    report: (finding: Finding) => void,
    signal: AbortSignal,
  ): Promise<boolean>;
  /** Looks at the wire, from behind the piece `after` on. */
  watchWire(line: string | undefined, after: number, masked: boolean): { read(now: number): WireNews } | null;
  transcript(line: string | undefined, masked: boolean, form: 'text' | 'jsonl'): Iterable<string> | null;
  supportFile(line: string | undefined, masked: boolean): Iterable<string> | null;
}

const Line = z.string().min(1).max(256).optional();
const Examination = z.object({ kind: ExaminationKind, line: Line });
const Wanted = z.object({ masked: z.enum(['yes', 'no']).default('yes'), line: Line });
const Watched = Wanted.extend({ after: z.coerce.number().int().min(0).default(0) });

/** How often those who look at the wire are told of it, ms. */
const newsMs = 150;
const heartbeatMs = 15_000;

/** The modem doctor: examinations, the bytes of the wire to look at, and files of them to keep or send. */
export function doctorRoutes(doctor: Doctor) {
  return new Hono()
    .post('/', checked('json', Examination), context => {
      const { kind, line } = context.req.valid('json');
      context.header('Content-Type', 'application/x-ndjson');
      context.header('X-Accel-Buffering', 'no');
      return stream(context, async findings => {
        const gone = new AbortController();
        findings.onAbort(() => gone.abort());
        let told = Promise.resolve();
        const tell = (finding: Finding): void => {
          told = told.then(() => findings.write(`${JSON.stringify(finding)}\n`)).then(() => undefined);
        };
        await doctor.examine(line, kind, tell, gone.signal);
        await told;
      });
    })
    .get('/wire', checked('query', Watched), context => {
      const { line, masked, after } = context.req.valid('query');
      const resume = Number(context.req.header('last-event-id') ?? after);
      const reader = doctor.watchWire(line, Number.isInteger(resume) ? resume : 0, masked === 'yes');
      if (!reader) return problem(context, 'not-found');
      context.header('X-Accel-Buffering', 'no');
      return streamSSE(context, async news => {
        for (let quietMs = heartbeatMs; !news.aborted; quietMs += newsMs) {
          const said = reader.read(Date.now());
          const last = said.lines.at(-1);
          if (last) await news.writeSSE({ event: 'wire', id: String(last.id), data: JSON.stringify(said) });
          else if (quietMs >= heartbeatMs) await news.writeSSE({ event: 'beat', data: '' });
          if (last || quietMs >= heartbeatMs) quietMs = 0;
          await news.sleep(newsMs);
        }
      });
    })
    .get('/transcript.txt', checked('query', Wanted), context => {
      const { line, masked } = context.req.valid('query');
      return file(context, doctor.transcript(line, masked === 'yes', 'text'), 'transcript', 'txt');
    })
    .get('/transcript.jsonl', checked('query', Wanted), context => {
      const { line, masked } = context.req.valid('query');
      return file(context, doctor.transcript(line, masked === 'yes', 'jsonl'), 'transcript', 'jsonl');
    })
    .get('/support.jsonl', checked('query', Wanted), context => {
      const { line, masked } = context.req.valid('query');
      return file(context, doctor.supportFile(line, masked === 'yes'), 'support', 'jsonl');
    });
}

const contentTypes = { txt: 'text/plain; charset=utf-8', jsonl: 'application/x-ndjson' } as const;

function file(
  context: Context,
  pieces: Iterable<string> | null,
  name: string,
  kind: keyof typeof contentTypes,
) {
  if (!pieces) return problem(context, 'not-found');
  return download(context, pieces, `ringfence-${name}-${today()}.${kind}`, contentTypes[kind]);
}
