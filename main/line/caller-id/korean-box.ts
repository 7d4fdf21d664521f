import type { CallerFields } from './caller-id.ts';
import { readNumber } from './values.ts';

/**
 * Korean shop "CID 단말기": 19200 8N1, frames of STX, line digit, opcode, padded payload, ETX; the body has 20 bytes
 * in some boxes and 21 in others. They report calls and cannot refuse them.
 */
export type BoxEvent = 'device' | 'incoming' | 'lifted' | 'hung-up' | 'dial' | 'dialled' | 'force-end';

const opcodes = new Map<number, BoxEvent>(
  (
    [
      ['P', 'device'],
      ['I', 'incoming'],
      ['S', 'lifted'],
      ['E', 'hung-up'],
      ['O', 'dial'],
      ['K', 'dialled'],
      ['F', 'force-end'],
    ] as const
  ).map(([letter, event]) => [letter.charCodeAt(0), event]),
);

export const stx = 0x02;
const etx = 0x03;
/** Line digit, opcode and payload of the longest frame. */
export const boxBodyLimit = 21;

export type BoxFrame = { event: BoxEvent; line: string; payload: string };

/** Of a frame's body so far (after STX), given the next byte: goes on, has ended, broke off, or was none at all. */
export function boxProgress(body: readonly number[], next: number): 'more' | 'end' | 'broken' | 'none' {
  if (body.length === 0) return next >= 0x31 && next <= 0x39 ? 'more' : 'none';
  if (body.length === 1) return opcodes.has(next) ? 'more' : 'none';
  if (next === etx) return 'end';
  const printable = next === 0 || (next >= 0x20 && next <= 0x7e);
  return printable && body.length < boxBodyLimit ? 'more' : 'broken';
}

/** Reads a frame's body. One whose ETX was lost counts only if padding shows that its payload is whole. */
export function readBoxFrame(body: readonly number[], ended: boolean): BoxFrame | null {
  const event = opcodes.get(body[1] ?? -1);
  if (event === undefined) return null;
  const text = String.fromCharCode(...body.slice(2)).replaceAll('\0', ' ');
  if (!ended && !/^[0-9A-Z]*\s+$/.test(text)) return null;
  // Real frames are padded: one that ends at once is noise.
  if (event === 'incoming' && text === '') return null;
  return { event, line: String.fromCharCode(body[0] ?? 0x31), payload: text.trim() };
}

/** What an incoming frame tells of the caller: digits, or P, C, O. */
export function boxFields(frame: BoxFrame): CallerFields {
  return { number: readNumber(frame.payload) };
}
