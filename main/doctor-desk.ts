import type { Finding } from '../shared/doctor.ts';
import type { Doctor } from './api/doctor.ts';
import { examine } from './line/doctor.ts';
import type { PhoneLine } from './line/line.ts';
import { supportFile } from './line/support-file.ts';
import { createTranscript } from './line/transcript.ts';
import type { Transcript } from './line/transcript.ts';
import { createWireReader } from './line/wire-reader.ts';
import type { Lines } from './lines.ts';

/** How long a test call is waited for, ms. */
const callWithinMs = 60_000;

export interface DoctorDeskParts {
  lines: Lines;
  version: string;
  settings: () => { country: string; holdMs: number };
}

/** What was said on the wires lately, and examinations of the lines that are being watched. */
export function createDoctorDesk() {
  const transcripts = new Map<string, Transcript>();
  const findings = new Map<string, readonly Finding[]>();

  function transcriptOf(line: string): Transcript {
    let transcript = transcripts.get(line);
    if (!transcript) transcripts.set(line, (transcript = createTranscript()));
    return transcript;
  }

  return {
    /** Every piece on a wire, as the line tells it. Only kept: those who look on ask when they have time. */
    wire: (line: string, direction: 'in' | 'out', bytes: Uint8Array, at: number): void =>
      transcriptOf(line).add(direction, bytes, at),

    /** What the page can ask. */
    doctor({ lines, version, settings }: DoctorDeskParts): Doctor {
      const named = (spec: string | undefined): PhoneLine | null =>
        (spec === undefined ? lines.all()[0] : lines.all().find(line => line.spec === spec)) ?? null;
      return {
        async examine(spec, kind, report, signal) {
          const line = named(spec);
          if (!line) return false;
          findings.set(
            line.spec,
            await examine(line, {
              country: settings().country,
              callWithinMs: kind === 'modem' ? 0 : callWithinMs,
              hangUp: kind === 'hang-up',
              report,
              signal,
            }),
          );
          return true;
        },
        watchWire(spec, after, masked) {
          const line = named(spec);
          return line && createWireReader(transcriptOf(line.spec), { after, masked });
        },
        transcript(spec, masked, form) {
          const line = named(spec);
          if (!line) return null;
          const transcript = transcriptOf(line.spec);
          return form === 'text' ? transcript.textLines(masked) : transcript.jsonLines(masked);
        },
        supportFile(spec, masked) {
          const line = named(spec);
          if (!line) return null;
          const { country, holdMs } = settings();
          return supportFile({
            version,
            at: Date.now(),
            country,
            holdMs,
            status: line.status(),
            facts: line.facts(),
            findings: findings.get(line.spec) ?? [],
            transcript: transcriptOf(line.spec),
            masked,
          });
        },
      };
    },
  };
}
export type DoctorDesk = ReturnType<typeof createDoctorDesk>;
