import type { CallerFields } from './caller-id.ts';
import { readDump } from './dumps.ts';
import { readFieldLine } from './fields.ts';
import type { Role } from './fields.ts';
import { hexBytes, readPacket } from './packet.ts';
import type { Packet } from './packet.ts';
import { readNumber } from './values.ts';
import { withheldFrom } from './withheld.ts';

/** What has been said so far in the caller ID that is open, if one is. */
export type LineContext = {
  inside: boolean;
  seen: ReadonlySet<Role>;
  awaitsNumber: boolean;
  /** It has just rung, so that a caller ID may be what comes. */
  ringing: boolean;
  /** A packet in hexadecimal that the line before broke off; '' if none. */
  tornHex: string;
};

/** One line of the wire, understood. */
export type Reading =
  | { kind: 'ring'; times: number; distinctive: string | null }
  | { kind: 'cadence'; edge: 'on' | 'off'; ms: number }
  | {
      kind: 'fields';
      /** RINGs that were on the same line before the fields. */
      rings: number;
      fields: CallerFields;
      roles: readonly Role[];
      /** A number key came without a value: the value may be on the next line. */
      emptyNumber: boolean;
      /** Nothing more of this caller ID is to come. */
      whole: boolean;
    }
  | { kind: 'other'; what: string }
  | { kind: 'begin' }
  | { kind: 'end' }
  | { kind: 'reply'; line: string };

const ringWord = '(?:CID[ \\t]+)?RING';
const rings = new RegExp(`^(?:${ringWord}[ \\t]*)+$`, 'i');
/** What joined lines have before their first key. */
const ringsBefore = new RegExp(`^(?:(?:${ringWord}|CALLING MSG)[ \\t]*)+`, 'i');
const distinctive = /^RING[ \t:-]*([A-D1-9])$/i;
const cellularRing = /^\+CRING:/i;
const cadence = /^DR(ON|OF)[ \t]*=[ \t]*(\d{1,4})$/i;
const cadenceUnitMs = 100;

/** Lines round a British modem's caller ID. */
const brackets: readonly { pattern: RegExp; reading: Reading }[] = [
  { pattern: /^CALLING MSG$/i, reading: { kind: 'begin' } },
  { pattern: /^END MSG$/i, reading: { kind: 'end' } },
];

function countRings(text: string): number {
  return text.match(/RING/gi)?.length ?? 0;
}

function readRing(text: string): Reading | null {
  if (rings.test(text)) return { kind: 'ring', times: countRings(text), distinctive: null };
  const which = distinctive.exec(text)?.[1];
  if (which !== undefined) return { kind: 'ring', times: 1, distinctive: which.toUpperCase() };
  if (cellularRing.test(text)) return { kind: 'ring', times: 1, distinctive: null };
  const edge = cadence.exec(text);
  if (!edge) return null;
  return {
    kind: 'cadence',
    edge: edge[1]?.toUpperCase() === 'ON' ? 'on' : 'off',
    ms: Number(edge[2]) * cadenceUnitMs,
  };
}

function fromPacket(packet: Packet): Reading {
  return packet.kind === 'other'
    ? { kind: 'other', what: packet.what }
    : fieldReading(packet.fields, ['number'], true);
}

type FieldReading = Extract<Reading, { kind: 'fields' }>;

function fieldReading(fields: CallerFields, roles: readonly Role[], whole: boolean): FieldReading {
  return { kind: 'fields', rings: 0, fields, roles, emptyNumber: false, whole };
}

function readKeyed(text: string, context: LineContext): Reading | null {
  const line = readFieldLine(text, context);
  if (!line) return null;
  if (line.packet) return fromPacket(line.packet);
  return {
    kind: 'fields',
    rings: 0,
    fields: line.fields,
    roles: line.roles,
    emptyNumber: line.emptyNumber,
    whole: /END MSG\s*$/i.test(text),
  };
}

function packetOf(hex: string): Packet | null {
  const bytes = hexBytes(hex);
  return bytes ? readPacket(bytes) : null;
}

/** A packet in hexadecimal, bare or behind the name of a command or a key ("+VCIDR: 80 27 …"), or broken over lines. */
function readHex(text: string, torn: string): Packet | null {
  const joined = torn !== '' && /^[\da-f ]+$/i.test(text) ? packetOf(torn + text) : null;
  if (joined?.checksum === true) return joined;
  return packetOf(text) ?? packetOf(/^[^=:]{1,12}[=:]\s*(.*)$/.exec(text)?.[1] ?? '');
}

/** RINGs, or torn noise, glued before the first key. */
function readGlued(text: string, context: LineContext): Reading | null {
  const before = ringsBefore.exec(text)?.[0];
  if (before !== undefined) {
    const rest = text.slice(before.length);
    const reading = readKeyed(rest, { ...context, seen: new Set() });
    if (reading) return reading.kind === 'fields' ? { ...reading, rings: countRings(before) } : reading;
  }
  const at = /(?:DDN_)?NMBR[ \t]*=/i.exec(text)?.index ?? 0;
  if (at === 0) return null;
  const reading = readKeyed(text.slice(at), context);
  return reading?.kind === 'fields' && !text.slice(0, at).includes('=') ? reading : null;
}

function readWord(text: string, context: LineContext): Reading | null {
  if (text.length < 2) return null;
  const withheld = withheldFrom(text);
  if (!withheld || (!context.inside && !/^[가-힣 ]+$/.test(text))) return null;
  return fieldReading({ withheld }, ['reason'], false);
}

/** The line that most verdicts wait for, in its commonest form: read without trying everything else first (0.05 ms less). */
const plainNumber = /^NMBR ?= ?(\d{3,20})$/;

/** Understands one whole line, terminator removed. Nothing that arrives makes it throw. */
export function readLine(raw: string, context: LineContext): Reading {
  const text = raw.replace(/^[^\x21-\x7e가-힣]+/, '').trimEnd();
  const plain = plainNumber.exec(text)?.[1];
  if (plain !== undefined) return fieldReading({ number: readNumber(plain) }, ['number'], false);
  if (context.awaitsNumber && /^\+?\d[\d -]{2,30}$/.test(text))
    return fieldReading({ number: readNumber(text) }, ['number'], false);
  // ELINK ISDN adapters: digits and nothing else, once it has rung. Answers to other questions are shorter, or firmware dates.
  if (context.ringing && !context.inside && context.tornHex === '' && /^[+01]\d{6,12}$/.test(text))
    return fieldReading({ number: readNumber(text) }, ['number'], false);
  const ring = readRing(text.replace(/[^\x20-\x7e]/g, '').trim());
  if (ring) return ring;
  const keyed = readKeyed(text, context);
  if (keyed) return keyed;
  const packet = readHex(text, context.tornHex);
  if (packet) return fromPacket(packet);
  const dump = readDump(text);
  if (dump?.kind === 'call')
    return { ...fieldReading(dump.fields, ['number'], true), rings: dump.rings ?? 0 };
  if (dump) return dump;
  const bracket = brackets.find(({ pattern }) => pattern.test(text));
  if (bracket) return bracket.reading;
  return readWord(text, context) ?? readGlued(text, context) ?? { kind: 'reply', line: text };
}
