import { open } from 'node:fs/promises';
import { mostBytes } from './read-file.ts';

/**
 * Gives the memory of a piece back at once, where it holds nothing else: of a fast upload the collector would let all of
 * it gather first.
 */
function letGo({ buffer, byteLength }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0);
}

/** Writes what comes to a file of its own; false if it is too large. What was written is left for the asker to remove, and the pieces are used up. */
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
      letGo(piece);
    }
    return true;
  } finally {
    await file.close();
  }
}
