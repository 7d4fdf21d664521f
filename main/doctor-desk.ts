import type { ExaminationKind, Finding } from '../shared/doctor.ts';
import { examine } from './line/doctor.ts';
import { createTranscript } from './line/transcript.ts';
import type { Transcript } from './line/transcript.ts';
import type { Lines } from './lines.ts';

/** How long a test call is waited for, ms. */
const callWithinMs = 60_000;

/** What was said on the wires lately, and examinations of the lines that are being watched. */
export function createDoctorDesk(country: () => string) {
  const transcripts = new Map<string, Transcript>();

  return {
    /** Every piece on a wire, as the line tells it. */
    wire: (line: string, direction: 'in' | 'out', bytes: Uint8Array, at: number): void => {
      let transcript = transcripts.get(line);
      if (!transcript) transcripts.set(line, (transcript = createTranscript()));
      transcript.add(direction, bytes, at);
    },

    /** Examines every line; ends early where the asker goes away. */
    async examine(lines: Lines, kind: ExaminationKind, signal: AbortSignal): Promise<Finding[]> {
      const found = await Promise.all(
        lines.all().map(line =>
          examine(line, {
            country: country(),
            callWithinMs: kind === 'modem' ? 0 : callWithinMs,
            hangUp: kind === 'hang-up',
            report: () => undefined,
            signal,
          }),
        ),
      );
      return found.flat();
    },

    /** For a person's eyes, newest last; `asLines`: for playing back with simulated:FILE. */
    transcript: (masked: boolean, asLines: boolean): string =>
      [...transcripts]
        .map(([line, transcript]) =>
          asLines ? transcript.toJsonLines(masked) : `${line}\n${transcript.toText(masked)}`,
        )
        .join('\n'),
  };
}
export type DoctorDesk = ReturnType<typeof createDoctorDesk>;
