import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** A file's bytes, wherever they are; taken in pieces, so that a large file never stands in memory. */
export interface Source {
  readonly size: number;
  read(from: number, to: number): Uint8Array;
  /** The same into bytes that are there already; returns how many it were. */
  readInto(bytes: Uint8Array, from: number): number;
}

/** Read at a time. */
const pieceBytes = 16 * 1024;

export function sourceOf(bytes: Uint8Array): Source {
  return {
    size: bytes.length,
    read: (from, to) => bytes.subarray(from, to),
    readInto(into, from) {
      const some = bytes.subarray(from, from + into.length);
      into.set(some);
      return some.length;
    },
  };
}

/** A file on disk. Throws where it cannot be read. */
export function openSource(path: string): Source & { close(): void } {
  const file = openSync(path, 'r');

  function readInto(bytes: Uint8Array, from: number): number {
    let got = 0;
    while (got < bytes.length) {
      const more = readSync(file, bytes, got, bytes.length - got, from + got);
      if (more === 0) break;
      got += more;
    }
    return got;
  }

  return {
    size: fstatSync(file).size,
    read(from, to) {
      const bytes = new Uint8Array(Math.max(0, to - from));
      return bytes.subarray(0, readInto(bytes, from));
    },
    readInto,
    close: () => closeSync(file),
  };
}

/** All of it, piece by piece; each is good until the next is asked for. */
export function* piecesOf(source: Source): Generator<Uint8Array> {
  const piece = new Uint8Array(Math.min(source.size, pieceBytes));
  for (let at = 0; at < source.size;) {
    const got = source.readInto(piece, at);
    if (got === 0) return;
    yield piece.subarray(0, Math.min(got, source.size - at));
    at += got;
  }
}
