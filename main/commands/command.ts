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

/** All of stdin, as bytes. */
export async function readStdin(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}
