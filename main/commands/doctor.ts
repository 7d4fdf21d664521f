import { writeFileSync } from 'node:fs';
import { defaultHoldMs } from '../../shared/settings.ts';
import { examineAddress } from '../line/doctor.ts';
import { parseAddress } from '../line/port.ts';
import { createTranscript } from '../line/transcript.ts';
import { printLine, UsageError } from './command.ts';
import type { Command } from './command.ts';
import { readOptions } from './options.ts';
import { words } from './stored-book.ts';

const callWithinMs = 60_000;

/** Walks through port, answer, identity, country, caller ID, a call and the hang-up; each finding in words and as a line. */
export const doctor: Command = {
  usage: 'doctor --line LINE [--call] [--hang-up] [--save FILE] [--mask] [--country KR]  is my modem working',
  async run(args) {
    const { values } = readOptions(args, {
      line: { type: 'string', default: 'auto' },
      country: { type: 'string', default: 'KR' },
      call: { type: 'boolean', default: false },
      'hang-up': { type: 'boolean', default: false },
      save: { type: 'string' },
      mask: { type: 'boolean', default: false },
    });
    if (!parseAddress(values.line))
      throw new UsageError(words('console.unknown-line', { line: values.line }));
    const transcript = createTranscript();
    const findings = await examineAddress(
      values.line,
      { country: values.country, holdMs: defaultHoldMs },
      {
        country: values.country,
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
    if (values.save !== undefined) writeFileSync(values.save, transcript.toJsonLines(values.mask));
    return findings.some(finding => finding.ok === false) ? 1 : 0;
  },
};
