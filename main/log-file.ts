import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Logger } from 'pino';
import { pino } from 'pino';

const largestFileBytes = 1_000_000;
const keptFiles = 3;

/**
 * A log in a file that never grows beyond 1 MB; the three files before it are kept as `.1` to `.3`.
 * Written at once, so that the line before a crash is in it; what cannot be written goes to the terminal.
 */
export function openLogFile(file: string, largestBytes = largestFileBytes): Logger {
  mkdirSync(dirname(file), { recursive: true });
  const write = (line: string): void => {
    try {
      if (existsSync(file) && statSync(file).size + Buffer.byteLength(line) > largestBytes) rotate(file);
      appendFileSync(file, masked(line));
    } catch (error) {
      console.error(error);
      console.error(line);
    }
  };
  return pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, { write });
}

function rotate(file: string): void {
  for (let age = keptFiles; age > 0; age--) {
    const younger = age === 1 ? file : `${file}.${String(age - 1)}`;
    if (existsSync(younger)) renameSync(younger, `${file}.${String(age)}`);
  }
}

/** Telephone numbers lose their middle; a log is made to be shown to others. */
export function masked(text: string): string {
  return text.replace(
    /(?<![\w.:-])(0\d{1,2}|\+\d{1,3}|1\d{3})([- ]?)\d[\d -]{1,9}(\d\d)(?![\w:-])/g,
    '$1$2****$3',
  );
}
