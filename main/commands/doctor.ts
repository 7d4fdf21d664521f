import { writeFileSync } from 'node:fs';
import { defaultHoldMs } from '../../shared/settings.ts';
import { examineAddress } from '../line/doctor.ts';
import { parseAddress } from '../line/port.ts';
import { supportFile } from '../line/support-file.ts';
import { createTranscript } from '../line/transcript.ts';
import { version } from '../version.ts';
import { printLine, UsageError } from './command.ts';
import type { Command } from './command.ts';
import { readOptions } from './options.ts';
import { words } from './stored-book.ts';

const callWithinMs = 60_000;

/** Walks through port, answer, identity, country, caller ID, a call and the hang-up; each finding in words and as a line. */
export const doctor: Command = {
  usage:
    'doctor --line LINE [--call] [--hang-up] [--save FILE [--unmasked]] [--country KR]  is my modem working',
  async run(args) {
    const { values } = readOptions(args, {
      line: { type: 'string', default: 'auto' },
      country: { type: 'string', default: 'KR' },
      call: { type: 'boolean', default: false },
      'hang-up': { type: 'boolean', default: false },
      save: { type: 'string' },
      unmasked: { type: 'boolean', default: false },
      // As it is anyway; scripts of before name it.
      mask: { type: 'boolean', default: true },
    });
    if (!parseAddress(values.line))
      throw new UsageError(words('console.unknown-line', { line: values.line }));
    // Said at once, not after a minute of waiting for a call.
    if (values.save !== undefined) save(values.save, []);
    const transcript = createTranscript();
    const { country } = values;
    const { findings, status, facts } = await examineAddress(
      values.line,
      { country, holdMs: defaultHoldMs },
      {
        country,
        callWithinMs: values.call || values['hang-up'] ? callWithinMs : 0,
        hangUp: values['hang-up'],
        report: finding => {
          const mark = finding.ok === null ? '·' : finding.ok ? '✓' : '✗';
          console.error(`${mark} ${words(`doctor.${finding.step}.${finding.key}`, finding.values)}`);
          if (finding.key !== 'waiting') printLine(finding);
        },
      },
      (direction, bytes, at) => transcript.add(direction, bytes, at),
    );
    if (values.save !== undefined) {
      const holdMs = defaultHoldMs;
      const masked = !values.unmasked;
      const at = Date.now();
      save(
        values.save,
        supportFile({ version, at, country, holdMs, status, facts, findings, transcript, masked }),
      );
    }
    return findings.some(finding => finding.ok === false) ? 1 : 0;
  },
};

function save(file: string, text: Iterable<string>): void {
  try {
    writeFileSync(file, [...text].join(''));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(words('doctor.unsaved', { file, error: why }), { cause: error });
  }
}
