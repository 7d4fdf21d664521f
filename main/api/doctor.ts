import { Hono } from 'hono';
import { z } from 'zod';
import { ExaminationKind } from '../../shared/doctor.ts';
import type { Finding } from '../../shared/doctor.ts';
import { checked } from './problem.ts';

/** What the doctor's page needs of the house. */
export interface Doctor {
  examine(kind: ExaminationKind, signal: AbortSignal): Promise<Finding[]>;
  transcript(masked: boolean, asLines: boolean): string;
}

const Examination = z.object({ kind: ExaminationKind });
const Wanted = z.object({ masked: z.enum(['yes', 'no']).default('yes') });

/** The modem doctor: examinations, the bytes of the wire to look at, and a file of them to send. */
export function doctorRoutes(doctor: Doctor) {
  return new Hono()
    .post('/', checked('json', Examination), async context =>
      context.json(await doctor.examine(context.req.valid('json').kind, context.req.raw.signal)),
    )
    .get('/wire', checked('query', Wanted), context =>
      context.text(doctor.transcript(context.req.valid('query').masked === 'yes', false)),
    )
    .get('/transcript.jsonl', checked('query', Wanted), context =>
      context.body(doctor.transcript(context.req.valid('query').masked === 'yes', true), 200, {
        'Content-Type': 'application/x-ndjson',
        'Content-Disposition': 'attachment; filename="ringfence-transcript.jsonl"',
      }),
    );
}
