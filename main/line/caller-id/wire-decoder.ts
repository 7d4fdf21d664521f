import { isDleEvent } from './dle-events.ts';
import { boxFields, boxProgress, readBoxFrame, stx } from './korean-box.ts';
import { callerIdOf } from './caller-id.ts';
import type { CallerFields } from './caller-id.ts';
import type { Role } from './fields.ts';
import { createLineReader } from './line-reader.ts';
import { hasParity } from './parity.ts';
import { packetProgress, readPacket, startsPacket } from './packet.ts';
import type { Packet } from './packet.ts';
import type { Reading } from './read-line.ts';
import type { WireDecoder, WireEvent } from './wire-event.ts';

export type { WireDecoder, WireEvent } from './wire-event.ts';
export { isDleEvent } from './dle-events.ts';

/** A spaced hexadecimal packet of the greatest length fits; what is longer is cut. */
const lineLimit = 1024;
/** The most bytes that a decoder ever holds. */
export const wireBufferLimit = lineLimit + 1024;

const cr = 0x0d;
const lf = 0x0a;
const dle = 0x10;
const etx = 0x03;
const dleRing = 'R';

function tellsOfCaller(packet: Packet): boolean {
  return packet.kind === 'call' && (packet.fields.number !== undefined || packet.fields.date != null);
}

type Block = { id: number; fields: CallerFields; seen: Set<Role>; known: boolean };

/** One call in each of the common shapes, with a name that needs the large table. */
const rehearsal = [
  '\r\nRING\r\n\r\nNMBR=0\r\nDATE=0101\r\nTIME=0000\r\nNAME=\x8c\x63\xb0\xa1\r\n',
  '\x10R\r\nDATE = 0101\r\nTIME = 0000\r\nNMBR = P\r\nNAME = O\r\nMESG = 110101\r\nOK\r\n',
  '801601083131323530393031020a38303035353531323132c5\r\n\x021I0                  \x03\r\n',
];
let rehearsed = false;

/** The first call after a start would wait 5 ms for expressions to compile and tables to be built: that is done here. */
function rehearse(): void {
  if (rehearsed) return;
  rehearsed = true;
  const decoder = makeDecoder();
  for (const text of rehearsal) decoder.push(Uint8Array.from(text, letter => letter.charCodeAt(0)));
  decoder.flush();
}

/** Makes a decoder for one line. It is pure: no timers, no ports; state is what has not been finished yet. */
export function createWireDecoder(): WireDecoder {
  rehearse();
  return makeDecoder();
}

function makeDecoder(): WireDecoder {
  let events: WireEvent[] = [];
  let line: number[] = [];
  let frame: number[] | null = null;
  let packet: number[] | null = null;
  let afterDle = false;
  let block: Block | null = null;
  let blocks = 0;
  let awaitsNumber = false;
  const lines = createLineReader();

  function tell(complete: boolean): void {
    if (!block) return;
    const { id, fields, known } = block;
    const callerId = callerIdOf(fields, complete);
    events.push({
      type: 'caller-id',
      block: id,
      callerId,
      known: known || callerId.withheld !== null,
      complete,
    });
  }

  function closeBlock(): void {
    tell(true);
    block = null;
    awaitsNumber = false;
  }

  function openBlock(): Block {
    block ??= { id: ++blocks, fields: {}, seen: new Set(), known: false };
    return block;
  }

  function ring(which: string | null): void {
    closeBlock();
    lines.rang();
    events.push({ type: 'ring', distinctive: which });
  }

  /** Does this line belong to another caller ID than the open one? Then date, time or another number came again. */
  function beginsAnew(reading: Extract<Reading, { kind: 'fields' }>): boolean {
    if (!block || reading.whole) return block !== null;
    const { seen, fields } = block;
    if (
      reading.roles.some(role => (role === 'date' || role === 'time' || role === 'moment') && seen.has(role))
    )
      return true;
    const now = reading.fields.number?.number ?? null;
    const before = fields.number?.number ?? null;
    return now !== null && before !== null && now !== before;
  }

  function takeFields(reading: Extract<Reading, { kind: 'fields' }>): void {
    for (let count = 0; count < reading.rings; count++) ring(null);
    if (beginsAnew(reading)) closeBlock();
    const { fields, seen } = openBlock();
    const next = reading.fields;
    const keepsNumber =
      fields.number !== undefined && next.number?.number == null && fields.number.number !== null;
    const keepsName = fields.name !== undefined && fields.name.name !== null;
    Object.assign(
      fields,
      next,
      keepsNumber ? { number: fields.number } : {},
      keepsName ? { name: fields.name } : {},
    );
    for (const role of reading.roles) seen.add(role);
    awaitsNumber = reading.emptyNumber;
    const current = openBlock();
    if (reading.whole || (fields.number !== undefined && !awaitsNumber) || fields.dialable != null)
      current.known = true;
    if (reading.whole) closeBlock();
    else tell(false);
  }

  function takeReading(reading: Reading): void {
    switch (reading.kind) {
      case 'ring':
        for (let count = 0; count < reading.times; count++) ring(reading.distinctive);
        break;
      case 'cadence':
        events.push({ type: 'cadence', edge: reading.edge, ms: reading.ms });
        break;
      case 'fields':
        takeFields(reading);
        break;
      case 'other':
        events.push({ type: 'other', what: reading.what });
        break;
      case 'begin':
      case 'end':
        closeBlock();
        break;
      case 'reply':
        if (reading.line !== '') events.push({ type: 'reply', line: reading.line });
        break;
    }
  }

  function endLine(): void {
    if (line.length === 0) return;
    const bytes = line;
    line = [];
    const reading = lines.read(bytes, {
      inside: block !== null,
      seen: block?.seen ?? new Set<Role>(),
      awaitsNumber,
    });
    if (reading) takeReading(reading);
  }

  /** Only exchange preambles (`U`, marks) may stand before a raw packet on its line. */
  function atLineStart(): boolean {
    return line.every(byte => byte === 0x55 || byte === 0xff || byte < 0x20);
  }

  function takeText(byte: number): void {
    if (byte === cr || byte === lf) endLine();
    else if (isParityEnd(byte)) endLine();
    else if (byte === dle) afterDle = true;
    else if (byte === stx) frame = [];
    else if (startsPacket(byte) && atLineStart()) packet = [byte];
    else if (line.length < lineLimit) line.push(byte);
  }

  /** A line end with its parity bit, on a line that has them. */
  function isParityEnd(byte: number): boolean {
    return (byte === (cr | 0x80) || byte === (lf | 0x80)) && line.length > 0 && hasParity([...line, byte]);
  }

  function takeAfterDle(byte: number): void {
    afterDle = false;
    const letter = String.fromCharCode(byte);
    if (byte === dle) return;
    if (byte === etx) events.push({ type: 'dle', code: 'ETX' });
    else if (letter === dleRing) ring(null);
    else if (isDleEvent(byte, line.length > 0)) events.push({ type: 'dle', code: letter });
    // Digits are touch tones; inside a line they are the line's own, and the DLE was noise.
    else if (byte >= 0x30 && byte <= 0x39 && line.length === 0) events.push({ type: 'dle', code: letter });
    else take(byte);
  }

  function takeFrame(body: number[], byte: number): void {
    const progress = boxProgress(body, byte);
    if (progress === 'more') {
      body.push(byte);
      return;
    }
    frame = null;
    if (progress === 'none') {
      replay(body);
      take(byte);
      return;
    }
    endFrame(body, progress === 'end');
    if (progress === 'broken') take(byte);
  }

  function endFrame(body: number[], ended: boolean): void {
    const read = readBoxFrame(body, ended);
    if (!read) {
      replay(body);
      return;
    }
    line = [];
    closeBlock();
    events.push({ type: 'box', ...read });
    if (read.event !== 'incoming') return;
    const opened = openBlock();
    opened.fields = boxFields(read);
    opened.known = true;
    closeBlock();
  }

  function takePacket(bytes: number[], byte: number): void {
    bytes.push(byte);
    const progress = packetProgress(bytes);
    if (progress === 'wanting') return;
    packet = null;
    if (progress === 'complete' && endPacket(bytes)) return;
    replay(bytes.slice(1));
  }

  function replay(bytes: readonly number[]): void {
    for (const byte of bytes) take(byte);
  }

  /** Takes a raw packet for one if its checksum holds or it tells of a caller; else it was noise before text. */
  function endPacket(bytes: readonly number[]): boolean {
    const read = readPacket(bytes);
    if (!read || (read.checksum === false && !tellsOfCaller(read))) return false;
    line = [];
    if (read.kind === 'other') events.push({ type: 'other', what: read.what });
    else
      takeFields({
        kind: 'fields',
        rings: 0,
        fields: read.fields,
        roles: ['number'],
        emptyNumber: false,
        whole: true,
      });
    return true;
  }

  function take(byte: number): void {
    if (packet) takePacket(packet, byte);
    else if (frame) takeFrame(frame, byte);
    else if (afterDle) takeAfterDle(byte);
    else takeText(byte);
  }

  function drain(): WireEvent[] {
    const told = events;
    events = [];
    return told;
  }

  return {
    push(bytes) {
      for (const byte of bytes) take(byte);
      return drain();
    },
    flush() {
      if (packet) {
        const bytes = packet;
        packet = null;
        if (!endPacket(bytes)) replay(bytes.slice(1));
      }
      if (frame) {
        const body = frame;
        frame = null;
        endFrame(body, false);
      }
      packet = null;
      afterDle = false;
      endLine();
      closeBlock();
      return drain();
    },
    buffered: () => line.length + (frame?.length ?? 0) + (packet?.length ?? 0),
  };
}
