import { isUtf8 } from 'node:buffer';
import { setImmediate } from 'node:timers/promises';
import { piecesOf } from './source.ts';
import type { Source } from './source.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'euc-kr';

/** Pieces looked through before the guard goes on. */
const piecesAtOnce = 32;
/** Bytes looked at for UTF-16 without a byte order mark. */
const headBytes = 1000;

/** Where the last whole character of UTF-8 ends. */
function wholeUntil(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc0)
      return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

async function isAllUtf8(source: Source): Promise<boolean> {
  let rest: Uint8Array = new Uint8Array(0);
  let count = 0;
  for (const piece of piecesOf(source)) {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    const end = wholeUntil(bytes);
    if (!isUtf8(bytes.subarray(0, end))) return false;
    rest = Uint8Array.from(bytes.subarray(end));
    if (++count % piecesAtOnce === 0) await setImmediate();
  }
  return rest.length === 0;
}

/** UTF-16 of mostly Western text or digits has a zero in every second byte. */
function unmarkedUtf16(head: Uint8Array): Encoding | null {
  const zeros = [0, 0];
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (even + odd < Math.max(4, head.length / 5)) return null;
  if (even === 0) return 'utf-16le';
  return odd === 0 ? 'utf-16be' : null;
}

/**
 * The encoding of a text that nobody tells: by its byte order mark, else UTF-8 where it is that without fault,
 * else EUC-KR (as Windows writes it), which is what older Korean programs save.
 */
export async function encodingOf(source: Source): Promise<Encoding> {
  const head = source.read(0, Math.min(source.size, headBytes));
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return unmarkedUtf16(head) ?? ((await isAllUtf8(source)) ? 'utf-8' : 'euc-kr');
}

/** The text in pieces, without a byte order mark; from the beginning each time that it is asked for. */
export function textOf(source: Source, encoding: Encoding): Iterable<string> {
  return {
    *[Symbol.iterator]() {
      const decoder = new TextDecoder(encoding);
      for (const piece of piecesOf(source)) {
        const text = decoder.decode(piece, { stream: true });
        if (text !== '') yield text;
      }
      const rest = decoder.decode();
      if (rest !== '') yield rest;
    },
  };
}

/** Its first characters, up to `atMost`. */
export function headOf(text: Iterable<string>, atMost: number): string {
  let head = '';
  for (const piece of text) {
    head += piece;
    if (head.length >= atMost) break;
  }
  return head.slice(0, atMost);
}
