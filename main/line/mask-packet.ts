import { hexBytes, readPacket, readParameters } from './caller-id/packet.ts';
import { decodeText } from './caller-id/text.ts';
import { readNumber } from './caller-id/values.ts';
import { withheldFrom } from './caller-id/withheld.ts';

/** How much of a number stays readable: enough to see its kind. */
export const keptDigits = 3;

export const zero = 0x30;
const letterX = 0x58;

export const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
const isLetter = (byte: number): boolean =>
  (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x80 && byte < 0xff);

/** Does the text say why there is no name ("P", "OUT OF AREA")? That tells nothing of a person. */
const saysWhy = (bytes: readonly number[]): boolean => withheldFrom(decodeText(bytes).trim()) !== null;
const saysWhyNoNumber = (bytes: readonly number[]): boolean =>
  readNumber(unquoted(decodeText(bytes).trim())).withheld !== null;
const unquoted = (text: string): string => text.replace(/^(["'])(.*)\1$/, '$2');

/** Letters that stand before or behind the digits of a number and are read as part of it: touch tones, call centres. */
const isPartOfNumber = (byte: number | undefined): boolean =>
  byte !== undefined && /[A-DV]/i.test(String.fromCharCode(byte));

/** Digits of a number behind the first few become zeros, letters X; what stands between them, and the length, stay. */
export function maskNumber(bytes: readonly number[]): number[] {
  if (saysWhyNoNumber(bytes)) return [...bytes];
  const tail = /(?:RING|OK)\s*$/i.exec(String.fromCharCode(...bytes))?.index ?? bytes.length;
  const last = bytes.findLastIndex(isDigit);
  let digits = 0;
  // A line number of companies (1588-…) is told from others by its fourth digit, and is nobody's own.
  let kept = keptDigits;
  return bytes.map((byte, at) => {
    if (isDigit(byte)) {
      if (digits === 0 && byte === 0x31) kept = keptDigits + 1;
      return ++digits > kept ? zero : byte;
    }
    const isEnd = (digits === 0 && isDigit(bytes[at + 1] ?? 0)) || at === last + 1;
    return isLetter(byte) && at < tail && !(isEnd && isPartOfNumber(byte)) ? letterX : byte;
  });
}

/** Every letter of a name becomes X, every digit 0. */
export function maskName(bytes: readonly number[]): number[] {
  if (saysWhy(bytes)) return [...bytes];
  return bytes.map(byte => (isLetter(byte) ? letterX : isDigit(byte) ? zero : byte));
}

/** Messages with a date and a number and nothing else: a call (SDMF), message waiting. */
const singleMessages: readonly number[] = [0x04, 0x06];
const singleNumberAt = 10;

/** Parameters that name a number, and those that tell nothing of a person; every other one is masked as a name. */
const numberParameters: ReadonlySet<number> = new Set([0x02, 0x03, 0x10]);
const plainParameters: ReadonlySet<number> = new Set([
  0x01, 0x04, 0x05, 0x06, 0x08, 0x0b, 0x0d, 0x0f, 0x11, 0x13, 0x15, 0x16,
]);

const sum = (bytes: readonly number[], end: number): number =>
  bytes.slice(0, end).reduce((total, byte) => total + byte, 0);

/** Masks parameters (type, length, body) from `from` on; how far they reach. */
function maskParameters(bytes: number[], from: number, end: number): number {
  let at = from;
  while (at < end && at + 1 < bytes.length) {
    const type = bytes[at] ?? 0;
    const bodyAt = at + 2;
    const body = bytes.slice(bodyAt, bodyAt + (bytes[at + 1] ?? 0));
    if (!plainParameters.has(type))
      bytes.splice(bodyAt, body.length, ...(numberParameters.has(type) ? maskNumber(body) : maskName(body)));
    at = bodyAt + (bytes[at + 1] ?? 0);
  }
  return at;
}

/**
 * Masks a caller-ID packet. Its checksum moves with what was masked: right where it was right, and wrong by as much where
 * it was wrong, so that the packet decodes as before.
 */
export function maskPacket(packet: readonly number[]): number[] {
  const masked = [...packet];
  const statedEnd = 2 + (packet[1] ?? 0);
  let end = statedEnd;
  if (singleMessages.includes(packet[0] ?? 0))
    masked.splice(
      singleNumberAt,
      statedEnd - singleNumberAt,
      ...maskNumber(packet.slice(singleNumberAt, statedEnd)),
    );
  else end = maskParameters(masked, 2, statedEnd);
  const checksum = packet[end];
  if (checksum !== undefined) masked[end] = (checksum + sum(packet, end) - sum(masked, end)) & 0xff;
  return masked;
}

/** A packet, or parameters, written in hexadecimal; null: the text is none. How its digits are written stays. */
export function maskHex(text: string): string | null {
  const bytes = hexBytes(text);
  if (!bytes) return null;
  if (readPacket(bytes)) return rewritten(text, maskPacket(bytes));
  if (!readParameters(bytes)) return null;
  const masked = [...bytes];
  maskParameters(masked, 0, masked.length);
  return rewritten(text, masked);
}

/** The next line of a packet in hexadecimal that is broken over several: `before` are those that were. */
export function maskHexRest(before: string, text: string): string {
  const bytes = hexBytes(before + text);
  return bytes ? rewritten(before + text, maskPacket(bytes)).slice(before.length) : maskLooseHex(text);
}

/** Hexadecimal text of which nobody knows where it begins: what can be a digit or a letter is hidden. */
export function maskLooseHex(text: string): string {
  const bytes = hexBytes(text);
  if (!bytes) return text;
  return rewritten(
    text,
    bytes.map(byte => (byte >= 0x40 && byte < 0x80 ? letterX : isDigit(byte) ? zero : byte)),
  );
}

/** Puts other bytes in the place of those that are written in a text. */
function rewritten(text: string, bytes: readonly number[]): string {
  const digits = bytes.map(byte => byte.toString(16).padStart(2, '0')).join('');
  const isLower = /[a-f]/.test(text.replaceAll('0x', ''));
  const written = text.replace(/\b0x|[^0-9a-f]/gi, '').length;
  // Filled from behind the preamble of U's, which hexBytes leaves out.
  let at = digits.length - (written - (written % 2));
  return text.replace(/\b0x|[0-9a-f]/gi, old => {
    if (old.length > 1) return old;
    const digit = at < 0 ? old : (digits[at] ?? '0');
    at++;
    return isLower ? digit : digit.toUpperCase();
  });
}
