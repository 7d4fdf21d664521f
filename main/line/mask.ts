import { readDump } from './caller-id/dumps.ts';
import { segmentsOf } from './caller-id/fields.ts';
import type { Segment } from './caller-id/fields.ts';
import { boxProgress, readBoxFrame, stx } from './caller-id/korean-box.ts';
import { packetProgress, readPacket, startsPacket } from './caller-id/packet.ts';
import { decodeText } from './caller-id/text.ts';
import { isDleEvent } from './caller-id/wire-decoder.ts';
import {
  isDigit,
  keptDigits,
  maskHex,
  maskName,
  maskNumber,
  maskPacket,
  saysWhy,
  zero,
} from './mask-packet.ts';

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
  /** The line that is open had its beginning told already, so that nobody can tell what its rest is. */
  let isTorn = false;

  const hasText = (): boolean => line.some(letter => letter.text);

  function endLine(): void {
    const letters = line;
    line = [];
    const places = letters.flatMap(({ text }, at) => (text ? [at] : []));
    const text = latin(places.map(at => letters[at]?.byte ?? 0));
    const answer = awaitsNumber && /^\s*\+?\d[\d -]{2,30}\s*$/.test(text);
    const hidden = isTorn ? over(text, maskName) : answer ? over(text, maskNumber) : maskLine(text);
    if (text.trim() !== '') awaitsNumber = /(?:NMBR|NBR|NUMBER)\s*[=:]\s*$/i.test(text);
    places.forEach((at, index) => {
      const letter = letters[at];
      if (letter) letter.byte = hidden.charCodeAt(index);
    });
    for (const { byte } of letters) masked.push(byte);
  }

  function takeText(byte: number): void {
    if (byte === cr || byte === lf) {
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

const latin = (bytes: Iterable<number>): string => String.fromCharCode(...bytes);
const bytesOf = (text: string): number[] => Array.from(text, letter => letter.charCodeAt(0));
const over = (text: string, mask: (bytes: readonly number[]) => number[]): string =>
  latin(mask(bytesOf(text)));

type Shape = (text: string) => string | null;

/** Masks a line; each shape gives null where the line has another. */
function maskLine(text: string): string {
  for (const shape of shapes) {
    const masked = shape(text);
    if (masked !== null) return masked;
  }
  return maskLongNumbers(text);
}

const shapes: readonly Shape[] = [maskFields, maskHexLine, maskDump];

/** What may stand before the first key of a line: RINGs, and a torn tail of the line before. */
const before = /^(?:[^\x21-\x7e]|(?:CID[ \t]+)?RING[ \t]*|CALLING MSG[ \t]*)*/i;
const gluedKey = /(?:DDN_)?NMBR[ \t]*=/i;

function maskFields(text: string): string | null {
  const start = before.exec(text)?.[0].length ?? 0;
  const at =
    segmentsOf(text.slice(start), true, new Set()).length > 0 ? start : (gluedKey.exec(text)?.index ?? -1);
  if (at < 0) return null;
  const rest = text.slice(at);
  const segments = segmentsOf(rest, true, new Set());
  let masked = text.slice(0, start) + over(text.slice(start, at), maskName);
  let done = 0;
  for (const segment of segments) {
    masked += rest.slice(done, segment.from) + maskSegment(segment, rest.slice(segment.from, segment.to));
    done = segment.to;
  }
  return masked;
}

/** A date or a time has no letters, and fewer digits than a number. */
const moment = /^(?:\D*\d){0,8}[^\dA-Z]*(?:[AP]\.?M\.?)?[^\dA-Z]*$/i;
const longMoment = /^(?:\D*\d){0,12}[^\dA-Z]*(?:[AP]\.?M\.?)?[^\dA-Z]*$/i;
const endMark = /\s*END MSG\s*$/i;

function maskSegment({ role }: Segment, value: string): string {
  const end = endMark.exec(value)?.index ?? value.length;
  const [body, mark] = [value.slice(0, end), value.slice(end)];
  return maskValue(role, body) + mark;
}

function maskValue(role: Segment['role'], value: string): string {
  switch (role) {
    case 'number':
    case 'dialable':
    case 'called':
      return over(value, maskNumber);
    case 'name':
    case 'reason':
      return over(value, maskName);
    case 'raw':
      return maskHex(value) ?? maskLongNumbers(value);
    case 'date':
    case 'time':
      return moment.test(value) && !/[A-Z]{3}/i.test(value) ? value : over(value, maskName);
    case 'moment':
      return longMoment.test(value) && !/[A-Z]{3}/i.test(value) ? value : over(value, maskName);
  }
}

function maskHexLine(text: string): string | null {
  const [, head = '', body = ''] = /^([^=:]{0,12}[=:]\s*)?([^=:]*)$/.exec(text) ?? [];
  const masked = maskHex(body);
  return masked === null ? null : head + masked;
}

/** Cells of a line that tells of a whole call, by what stands between them. */
const cells = /[^",;*]+?(?=\s{2,}|[",;*]|$)/g;
const maskCells = (text: string): string =>
  text.replace(cells, cell => (saysWhy(bytesOf(cell)) ? cell : over(cell, maskNumber)));

/** One-line shapes: what is put before the call stays, and what follows is masked cell by cell. */
const dumps: readonly RegExp[] = [
  /^(?<head>#*DATE\d{0,8}\.{3}NMBR)(?<call>.*?)(?<key>\.{3}NAME)(?<name>.*?)(?<tail>\+*)$/i,
  /^(?<head>.*?\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AP]M)?)(?<call>\s.*)$/i,
  /^(?<head>RING;|FM:)(?<call>.*?)(?<key>\s+\/?TO:)(?<name>.*)$/i,
  /^(?<head>RING;|FM:|\+CLIP:\s*)(?<call>.*)$/i,
];

function maskDump(text: string): string | null {
  if (/^CID(?:INFO)?:?\s*\*/i.test(text)) return maskStarred(text);
  const read = readDump(decodeText(bytesOf(text)));
  if (!read) return null;
  if (read.kind === 'other' && read.what === 'message-waiting') return maskLongNumbers(text);
  for (const dump of dumps) {
    const { head = '', call = '', key = '', name = '', tail = '' } = dump.exec(text)?.groups ?? {};
    if (head !== '') return head + maskCells(call) + key + maskCells(name) + tail;
  }
  return over(text, maskName);
}

/** `*KEY*value*KEY*value*`: date, time and line stay. */
function maskStarred(text: string): string {
  const parts = text.split('*');
  return parts
    .map((part, at) => {
      const key = at > 1 ? parts[at - 1]?.toUpperCase() : undefined;
      if (at % 2 === 1 || key === undefined) return part;
      if (key === 'NMBR' || key === 'NU') return over(part, maskNumber);
      return (key === 'DATE' || key === 'TIME') && moment.test(part) ? part : over(part, maskName);
    })
    .join('*');
}

/** More digits together than any identity or code of a modem has. */
const longNumber = /\+?\d(?:[-. ()]{0,2}\d){6,}/g;
export const maskLongNumbers = (text: string): string =>
  text.replace(longNumber, number => over(number, maskNumber));
