import { once } from 'node:events';

/** A mistake in how a command was called: its words go to stderr, and the exit code is 2. */
export class UsageError extends Error {}

/** One word of the command line. Returns the exit code. */
export interface Command {
  usage: string;
  run(args: string[]): Promise<number>;
}

/** One JSON value per line on stdout. */
export function printLine(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

/** Waits until the reader of stdout has caught up, so that endless input needs no endless memory. */
export async function readerReady(): Promise<void> {
  if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
}

/** stdin as it comes. */
export async function* stdinBytes(): AsyncGenerator<Buffer> {
  for await (const chunk of process.stdin) yield Buffer.from(chunk as Uint8Array);
}

/** Longer lines are cut: nothing that a command reads by line is near it. */
const lineLimit = 64 * 1024;

/** The lines of stdin, ended as on Unix or on Windows; the last one may lack its end. */
export async function* stdinLines(): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let line = '';
  for await (const chunk of stdinBytes()) {
    const [more = '', ...next] = decoder.decode(chunk, { stream: true }).split('\n');
    line = (line + more).slice(0, lineLimit);
    for (const text of next) {
      yield line.replace(/\r$/, '');
      line = text.slice(0, lineLimit);
    }
  }
  line += decoder.decode();
  if (line !== '') yield line.replace(/\r$/, '');
}
