import { open } from 'node:fs/promises';
import { mostBytes } from './read-file.ts';

/** Writes what comes to a file of its own; false if it is too large. What was written is left for the asker to remove. */
export async function spool(
  pieces: AsyncIterable<Uint8Array>,
  path: string,
  signal: AbortSignal,
): Promise<boolean> {
  const file = await open(path, 'wx', 0o600);
  let size = 0;
  try {
    for await (const piece of pieces) {
      signal.throwIfAborted();
      size += piece.length;
      if (size > mostBytes) return false;
      await file.writeFile(piece);
    }
    return true;
  } finally {
    await file.close();
  }
}
