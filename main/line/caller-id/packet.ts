import type { CallerFields } from './caller-id.ts';
import { decodeText } from './text.ts';
import { readMoment, readName, readNumber } from './values.ts';
import type { Withheld } from './withheld.ts';

/**
 * Caller-ID packets as the exchange sends them: SDMF (Bellcore GR-30), MDMF (GR-31), and the parameters that
 * ETSI EN 300 659-3 adds. Layout: type, length, body, checksum (two's complement of the sum of all before it).
 */
export type Packet = { checksum: boolean | null } & (
  { kind: 'call'; fields: CallerFields } | { kind: 'other'; what: string }
);

type Layout = 'single' | 'multiple';

/** Message types. `call`: it announces a call; else what it is instead. */
const messages = new Map<number, { layout: Layout; call: boolean; what: string }>([
  [0x04, { layout: 'single', call: true, what: 'call' }],
  [0x06, { layout: 'single', call: false, what: 'message-waiting' }],
  [0x80, { layout: 'multiple', call: true, what: 'call' }],
  [0x82, { layout: 'multiple', call: false, what: 'message-waiting' }],
  [0x86, { layout: 'multiple', call: false, what: 'charge' }],
  [0x89, { layout: 'multiple', call: false, what: 'text-message' }],
]);

type Content = 'date' | 'text' | 'bytes';
type Parameter = { content: Content; read?: (body: readonly number[]) => CallerFields };

/** Reasons for the absence of a number, as letters: Bellcore P and O, Korea C. */
function reason(body: readonly number[]): Withheld | null {
  return readNumber(decodeText(body)).withheld;
}

function readDate(body: readonly number[]): CallerFields {
  const { date, time } = readMoment(decodeText(body), 'both');
  return { date, time };
}

/** ETSI EN 300 659-3 §5.4.16: the kind of caller, of which one explains a missing number. */
const payphoneCaller = 0x07;

/** Parameters of multiple-data messages by type. Those without `read` are known, and tell nothing of the caller. */
const parameters = new Map<number, Parameter>([
  [0x01, { content: 'date', read: readDate }],
  [0x02, { content: 'text', read: body => ({ number: readNumber(decodeText(body)) }) }],
  // Bellcore: dialable number; ETSI: the number that was called. Neither is surely the caller's.
  [0x03, { content: 'text' }],
  [0x04, { content: 'text', read: body => withheldFields(reason(body)) }],
  [0x05, { content: 'bytes' }],
  [0x06, { content: 'bytes' }],
  [0x07, { content: 'text', read: body => ({ name: readName(decodeText(body)) }) }],
  [0x08, { content: 'text', read: body => ({ name: { name: null, reason: reason(body) } }) }],
  [0x0a, { content: 'bytes' }],
  [0x0b, { content: 'bytes' }],
  [0x0c, { content: 'bytes' }],
  [0x0d, { content: 'bytes' }],
  [0x0e, { content: 'text' }],
  [0x0f, { content: 'date' }],
  [0x10, { content: 'text', read: body => ({ dialable: readNumber(decodeText(body)) }) }],
  [0x11, { content: 'bytes' }],
  [0x12, { content: 'text' }],
  [0x13, { content: 'bytes' }],
  [0x15, { content: 'bytes' }],
  [
    0x16,
    {
      content: 'bytes',
      read: body => (body[0] === payphoneCaller ? withheldFields({ kind: 'payphone', soft: false }) : {}),
    },
  ],
  [0x1a, { content: 'text' }],
  [0x20, { content: 'bytes' }],
  [0x21, { content: 'bytes' }],
  [0x22, { content: 'bytes' }],
  [0x23, { content: 'bytes' }],
  [0x30, { content: 'bytes' }],
  [0x31, { content: 'bytes' }],
  [0x40, { content: 'bytes' }],
  [0x50, { content: 'bytes' }],
  [0x55, { content: 'bytes' }],
  [0xe0, { content: 'bytes' }],
]);

/** ETSI call type (parameter 0x11): this and above announce no call. 0x81 is message waiting. */
const callTypeParameter = 0x11;
const firstTypeWithoutCall = 0x80;
const dialableParameter = 0x03;

function withheldFields(withheld: Withheld | null): CallerFields {
  return withheld ? { withheld } : {};
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function fits(content: Content, byte: number): boolean {
  switch (content) {
    case 'date':
      return isDigit(byte);
    case 'text':
      return byte >= 0x20;
    case 'bytes':
      return true;
  }
}

const dateLength = 8;
/** SDMF: 8 of date and time, then the number. */
const singleLengths = { least: dateLength, most: 48 };
const leastMultiple = 3;
/**
 * Raw packets stand in the stream between lines of text, whose letters must not pass for the length of a parameter
 * that may hold any byte: a misread one would swallow a call.
 */
const liveBytesLimit = 0x1f;
/** Type, length, 255 of body, one parameter that runs over the end, checksum. */
export const packetLimit = 2 + 255 + 255 + 1;

/**
 * How far a packet reaches. `end`: index of the checksum (parameters that overrun the stated length count: printed
 * examples and cheap modems have wrong outer lengths); `wanting`: it is a packet so far; `strange`: it has parameters
 * that no table knows, which a reader shall pass over (GR-30), but which noise has as well; null: it is none.
 */
type Extent = { wanting: boolean; end: number; statedEnd: number; strange: boolean };

function extentOf(bytes: readonly number[], live: boolean): Extent | null {
  const message = messages.get(bytes[0] ?? -1);
  if (!message) return null;
  const length = bytes[1];
  if (length === undefined) return { wanting: true, end: 2, statedEnd: 2, strange: false };
  const statedEnd = 2 + length;
  const reach =
    message.layout === 'single'
      ? { end: singleEnd(bytes, length), strange: false }
      : multipleEnd(bytes, length, live);
  return reach.end === null
    ? null
    : { ...reach, end: reach.end, wanting: bytes.length < reach.end, statedEnd };
}

function singleEnd(bytes: readonly number[], length: number): number | null {
  if (length < singleLengths.least || length > singleLengths.most) return null;
  const end = 2 + length;
  for (let at = 2; at < Math.min(end, bytes.length); at++) {
    const content = at < 2 + dateLength ? 'date' : 'text';
    // A message-waiting packet has a marker of three bytes in place of the number.
    if (!fits(content, bytes[at] ?? 0)) return null;
  }
  return end;
}

type Reach = { end: number | null; strange: boolean };

function multipleEnd(bytes: readonly number[], length: number, live: boolean): Reach {
  const none = { end: null, strange: false };
  if (length < leastMultiple) return none;
  const statedEnd = 2 + length;
  let strange = false;
  let at = 2;
  while (at < statedEnd) {
    const type = bytes[at];
    if (type === undefined) return { end: statedEnd, strange };
    const parameter = parameters.get(type);
    const size = bytes[at + 1];
    // In a live stream, one that nobody knows is believed only behind one that everybody does.
    if (!parameter && live && at === 2) return none;
    if (size === undefined) return { end: Math.max(statedEnd, at + 2), strange };
    const content = parameter?.content ?? 'bytes';
    strange ||= !parameter;
    if (!parameter && at + 2 + size > statedEnd) return none;
    if (content === 'date' && size !== dateLength) return none;
    if (live && content === 'bytes' && size > liveBytesLimit) return none;
    for (let inner = at + 2; inner < Math.min(at + 2 + size, bytes.length); inner++)
      if (!fits(content, bytes[inner] ?? 0)) return none;
    at += 2 + size;
  }
  return { end: at, strange };
}

/** Can a packet begin with this byte? */
export function startsPacket(byte: number): boolean {
  return messages.has(byte);
}

/** Of a packet that arrives byte by byte: is it one, does it want more, has it ended (checksum included)? */
export function packetProgress(bytes: readonly number[]): 'none' | 'wanting' | 'complete' {
  const extent = extentOf(bytes, true);
  if (!extent) return 'none';
  return extent.wanting || bytes.length === extent.end ? 'wanting' : 'complete';
}

/** Does the two's complement checksum at `end` hold? null: there is none. */
function checksumAt(bytes: readonly number[], end: number): boolean | null {
  if (bytes.length <= end) return null;
  let sum = 0;
  for (let at = 0; at <= end; at++) sum += bytes[at] ?? 0;
  return (sum & 0xff) === 0;
}

/**
 * Decodes a whole packet; null: the bytes are none. A packet that breaks off, or whose lengths contradict each
 * other, is never trusted (`checksum` false), and a field that broke off is left out.
 */
export function readPacket(bytes: readonly number[]): Packet | null {
  const extent = extentOf(bytes, false);
  const message = messages.get(bytes[0] ?? -1);
  if (!extent || !message || bytes.length < 2 + leastMultiple) return null;
  const broken = extent.wanting || extent.end !== extent.statedEnd;
  const checksum = broken ? false : checksumAt(bytes, extent.end);
  if (extent.strange && checksum === false) return null;
  if (!message.call) return { kind: 'other', what: message.what, checksum };
  const fields =
    message.layout === 'single' ? readSingle(bytes, extent.end) : readMultiple(bytes, extent.end);
  return fields === null
    ? { kind: 'other', what: 'message-waiting', checksum }
    : { kind: 'call', fields: { ...fields, checksum }, checksum };
}

function readSingle(bytes: readonly number[], end: number): CallerFields {
  const fields = bytes.length >= 2 + dateLength ? readDate(bytes.slice(2, 2 + dateLength)) : {};
  return bytes.length >= end
    ? { ...fields, number: readNumber(decodeText(bytes.slice(2 + dateLength, end))) }
    : fields;
}

function readMultiple(bytes: readonly number[], end: number): CallerFields | null {
  let fields: CallerFields = {};
  for (let at = 2; at + 1 < end; at += 2 + (bytes[at + 1] ?? 0)) {
    const body = bytes.slice(at + 2, at + 2 + (bytes[at + 1] ?? 0));
    if (body.length < (bytes[at + 1] ?? 0)) break;
    if (bytes[at] === callTypeParameter && (body[0] ?? 0) >= firstTypeWithoutCall) return null;
    fields = { ...fields, ...parameters.get(bytes[at] ?? -1)?.read?.(body) };
  }
  return fields;
}

/**
 * Decodes the parameters of a `MESG` line, which modems print for what they do not know themselves: one or more of
 * type, length, body, with or without a checksum behind. null: they are none.
 */
export function readParameters(bytes: readonly number[]): CallerFields | null {
  let fields: CallerFields = {};
  let at = 0;
  while (at + 1 < bytes.length) {
    const size = bytes[at + 1] ?? 0;
    const parameter = parameters.get(bytes[at] ?? -1);
    const body = bytes.slice(at + 2, at + 2 + size);
    if (!parameter || body.length < size || !body.every(byte => fits(parameter.content, byte))) return null;
    // In a MESG line, 0x03 is the number to call back (Bell Canada through Rockwell chips, which say DDN as well).
    if (bytes[at] === dialableParameter) fields = { ...fields, dialable: readNumber(decodeText(body)) };
    fields = { ...fields, ...parameter.read?.(body) };
    at += 2 + size;
  }
  return at === 0 ? null : fields;
}

/** What the exchange sends ahead of a packet, as bytes. */
const channelSeizure = 0x55;
const mark = 0xff;

/**
 * Bytes of hexadecimal text, in either case, spaced, quoted, with 0x or not; null: it is none. A torn last digit is
 * left out, and so are the U's and marks that the exchange sends ahead.
 */
export function hexBytes(text: string): number[] | null {
  const digits = text.replace(/(?:\s+(?:OK|RING))+\s*$/i, '').replace(/\b0x|[\s:,"'<>[\]()-]+/gi, '');
  if (digits.length < 4 || digits.length > packetLimit * 2 + 1 || !/^[0-9a-f]+$/i.test(digits)) return null;
  const bytes: number[] = [];
  for (let at = 0; at + 1 < digits.length; at += 2) bytes.push(Number.parseInt(digits.slice(at, at + 2), 16));
  const first = bytes.findIndex(byte => byte !== channelSeizure && byte !== mark);
  return bytes.slice(Math.max(first, 0));
}
