import { isDleEvent } from './caller-id/dle-events.ts';
import { boxProgress, readBoxFrame, stx } from './caller-id/korean-box.ts';
import { hexBytes, packetProgress, readPacket, startsPacket } from './caller-id/packet.ts';
import { hasParity, withoutParity } from './caller-id/parity.ts';
import { latin, maskLine, over } from './mask-line.ts';
import { isDigit, keptDigits, maskHexRest, maskName, maskNumber, maskPacket, zero } from './mask-packet.ts';

/**
 * Makes numbers and names in what a modem says unreadable, in whatever shape they come. Length, shape and checksums stay,
 * so that a masked recording plays back as the calls it holds.
 */
export interface Mask {
  /** Takes the next bytes; gives back, masked and in order, all that is whole by now. */
  push(bytes: Uint8Array): number[];
  /** The rest, when no more comes for a while. */
  flush(): number[];
}

const cr = 0x0d;
const lf = 0x0a;
const dle = 0x10;
/** Longer than any line that tells of a caller. */
const lineLimit = 2048;

/** One byte of an open line; `text`: not an event between the letters, nor noise. */
interface Letter {
  byte: number;
  text: boolean;
}

const isNoise = (byte: number): boolean => (byte < 0x20 && byte !== 0x09) || byte === 0x7f || byte === 0xff;

export function createMask(): Mask {
  let masked: number[] = [];
  let line: Letter[] = [];
  let frame: number[] | null = null;
  let packet: number[] | null = null;
  let afterDle = false;
  let tones = 0;
  let awaitsNumber = false;
  /** The lines so far of a packet in hexadecimal that broke off. */
  let tornHex = '';
  /** The line that is open had its beginning told already, so that nobody can tell what its rest is. */
  let isTorn = false;

  const hasText = (): boolean => line.some(letter => letter.text);

  function endLine(): void {
    const letters = line;
    line = [];
    const places = letters.flatMap(({ text }, at) => (text ? [at] : []));
    const bytes = places.map(at => letters[at]?.byte ?? 0);
    const hidden = hasParity(bytes)
      ? withParityOf(bytes, hide(latin(withoutParity(bytes))))
      : hide(latin(bytes));
    places.forEach((at, index) => {
      const letter = letters[at];
      if (letter) letter.byte = hidden.charCodeAt(index);
    });
    for (const { byte } of letters) masked.push(byte);
  }

  /** What one line means for the next: a number may follow its key, and a packet be broken over lines. */
  function hide(text: string): string {
    if (text.trim() === '') return text;
    const isHex = /^[\da-f ]+$/i.test(text);
    const isRest = isHex && tornHex !== '';
    const isNumber = awaitsNumber && /^\s*\+?\d[\d -]{2,30}\s*$/.test(text);
    awaitsNumber = /(?:NMBR|NBR|NUMBER)\s*[=:]\s*$/i.test(text);
    const before = tornHex;
    const begins = isHex && readPacket(hexBytes(text) ?? [])?.checksum === false;
    tornHex = isRest || begins ? (before + text).slice(0, lineLimit) : '';
    if (isTorn) return over(text, maskName);
    if (isRest) return maskHexRest(before, text);
    return isNumber ? over(text, maskNumber) : maskLine(text);
  }

  function takeText(byte: number): void {
    if (byte === cr || byte === lf || isParityEnd(byte)) {
      endLine();
      tones = 0;
      isTorn = false;
      masked.push(byte);
    } else if (byte === dle) {
      afterDle = true;
      line.push({ byte, text: false });
    } else if (byte === stx) frame = [];
    else if (startsPacket(byte) && line.every(letter => letter.byte === 0x55 || !letter.text))
      packet = [byte];
    else {
      line.push({ byte, text: !isNoise(byte) });
      if (line.length >= lineLimit) endLine();
    }
  }

  /** A line end with its parity bit, on a line that has them. */
  function isParityEnd(byte: number): boolean {
    if (byte !== (cr | 0x80) && byte !== (lf | 0x80)) return false;
    return line.length > 0 && hasParity([...line.map(letter => letter.byte), byte]);
  }

  function takeAfterDle(byte: number): void {
    afterDle = false;
    if (isDigit(byte) && !hasText()) line.push({ byte: ++tones > keptDigits ? zero : byte, text: false });
    else if (byte === dle || byte === 0x03 || isDleEvent(byte, hasText())) line.push({ byte, text: false });
    else take(byte);
  }

  function takeFrame(body: number[], byte: number): void {
    const progress = boxProgress(body, byte);
    if (progress === 'more') {
      body.push(byte);
      return;
    }
    frame = null;
    endFrame(body, progress === 'end');
    if (progress === 'end') masked.push(byte);
    else take(byte);
  }

  function endFrame(body: number[], ended: boolean): void {
    if (readBoxFrame(body, ended)) {
      endLine();
      masked.push(stx, ...body.slice(0, 2), ...maskNumber(body.slice(2)));
      return;
    }
    line.push({ byte: stx, text: false });
    for (const byte of body) take(byte);
  }

  function takePacket(bytes: number[], byte: number): void {
    bytes.push(byte);
    const progress = packetProgress(bytes);
    if (progress !== 'wanting') endPacket(bytes, progress === 'complete');
  }

  function endPacket(bytes: number[], complete: boolean): void {
    packet = null;
    const read = complete ? readPacket(bytes) : null;
    if (read && (read.checksum !== false || read.kind === 'call')) {
      endLine();
      for (const byte of maskPacket(bytes)) masked.push(byte);
      return;
    }
    line.push({ byte: bytes[0] ?? 0, text: false });
    for (const byte of bytes.slice(1)) take(byte);
  }

  function take(byte: number): void {
    if (packet) takePacket(packet, byte);
    else if (frame) takeFrame(frame, byte);
    else if (afterDle) takeAfterDle(byte);
    else takeText(byte);
  }

  function drain(): number[] {
    const ready = masked;
    masked = [];
    return ready;
  }

  return {
    push(bytes) {
      for (const byte of bytes) take(byte);
      return drain();
    },
    flush() {
      const breaks = packet !== null || frame !== null || hasText();
      if (packet) endPacket(packet, packet.length > 3);
      if (frame) {
        const body = frame;
        frame = null;
        endFrame(body, false);
      }
      endLine();
      isTorn ||= breaks;
      return drain();
    },
  };
}

/** Gives a text the parity bits that another line has. */
function withParityOf(line: readonly number[], text: string): string {
  const isMark = line.every(byte => byte >= 0x80);
  const isOdd = ones(line[0] ?? 0) % 2 === 1;
  return latin(
    Array.from(text, letter => {
      const bits = letter.charCodeAt(0) & 0x7f;
      return isMark || (ones(bits) % 2 === 1) !== isOdd ? bits | 0x80 : bits;
    }),
  );
}

const ones = (byte: number): number => byte.toString(2).replaceAll('0', '').length;
