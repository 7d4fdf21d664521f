import type { CallerFields } from './caller-id.ts';
import { hexBytes, readPacket, readParameters } from './packet.ts';
import type { Packet } from './packet.ts';
import { readMoment, readName, readNumber } from './values.ts';
import { withheldFrom } from './withheld.ts';

/** What a key of a formatted caller ID speaks of. */
export type Role = 'number' | 'dialable' | 'name' | 'date' | 'time' | 'moment' | 'reason' | 'raw' | 'called';

type Key = { key: string; role: Role; colon?: true; joins?: true };

/**
 * Keys of formatted caller ID; blanks and underscores in them may be missing. `colon`: this dialect writes `KEY:`,
 * which elsewhere is read only inside a caller ID, because identity answers of modems look like it
 * ("DATE: 2003/01/02"). `joins`: seen behind another field on the same line.
 */
const keys: readonly Key[] = [
  // Bellcore-style modems (V.253, Rockwell, Conexant, USR, Lucent); the same without spaces on Korean lines.
  { key: 'NMBR', role: 'number', colon: true, joins: true },
  { key: 'NAME', role: 'name', joins: true },
  { key: 'DATE', role: 'date', joins: true },
  { key: 'TIME', role: 'time', colon: true, joins: true },
  { key: 'MESG', role: 'raw', colon: true, joins: true },
  // Bell Canada: the dialable directory number.
  { key: 'DDN_NMBR', role: 'dialable', joins: true },
  { key: 'DDN', role: 'dialable', joins: true },
  // British modems; Kortex.
  { key: 'DATE TIME', role: 'moment', joins: true },
  { key: 'NBR', role: 'number', joins: true },
  { key: 'NO MESSAGE REASON', role: 'reason', joins: true },
  { key: 'NO NUMBER REASON', role: 'reason' },
  { key: 'REASON', role: 'reason' },
  // ZyXEL, Motorola, isdn4linux, Telia, Courier.
  { key: 'CALLER NUMBER', role: 'number', colon: true },
  { key: "CALLER'S NUMBER", role: 'number', colon: true },
  { key: 'CALLING NUMBER', role: 'number', colon: true },
  { key: 'CALLING PARTY NUMBER', role: 'number', colon: true },
  { key: 'CALLER NAME', role: 'name', colon: true },
  { key: "CALLER'S NAME", role: 'name', colon: true },
  { key: 'CALLING NAME', role: 'name', colon: true },
  { key: 'CALLING PARTY NAME', role: 'name', colon: true },
  { key: 'REASON FOR NO CALLER NUMBER', role: 'reason', colon: true },
  { key: 'REASON FOR NO CALLER NAME', role: 'name', colon: true },
  // Telenetics, MultiTech (#CID=3): what else the exchange said.
  { key: 'REASON NO NAME', role: 'name' },
  { key: 'LOOKUP NAME', role: 'name' },
  { key: 'CALLBACK NMBR', role: 'dialable' },
  { key: 'CALLER ID', role: 'number', colon: true },
  { key: 'CALLER', role: 'number', colon: true },
  { key: 'CLID', role: 'number', colon: true },
  { key: 'CALLED NUMBER', role: 'called', colon: true },
  { key: 'DIVERTING NUMBER', role: 'called', colon: true },
  { key: 'NDID', role: 'called' },
  // Plain words, of programs and boxes.
  { key: 'NUMBER', role: 'number' },
  { key: 'NUM', role: 'number' },
  { key: 'ANI', role: 'number', colon: true },
  { key: 'INCOMING CALL', role: 'number', colon: true },
  { key: 'CALL FROM', role: 'number', colon: true },
  { key: 'PHONE NUMBER', role: 'number' },
  { key: 'PHONE', role: 'number' },
  { key: 'TEL', role: 'number' },
  { key: '발신번호', role: 'number', colon: true },
  { key: '전화번호', role: 'number', colon: true },
];

const plainKey = (key: string) => key.toUpperCase().replace(/[ _]+/g, '');
const roleByKey = new Map(keys.map(({ key, role }) => [plainKey(key), role]));

function pattern(list: readonly { key: string }[]): string {
  return list
    .map(({ key }) => key.replace(/[ _]/g, '[ _]?'))
    .sort((a, b) => b.length - a.length)
    .join('|');
}

const anyKey = pattern(keys);
const colonKey = pattern(keys.filter(({ colon }) => colon === true));
const startOutside = new RegExp(`^(?:(${anyKey})[ \\t]*=|(${colonKey})[ \\t]*:)`, 'i');
const startInside = new RegExp(`^(${anyKey})[ \\t]*[=:]`, 'i');
const joinedKey = pattern(keys.filter(({ joins }) => joins === true));
const joiningKeys = new Set(keys.filter(({ joins }) => joins === true).map(({ key }) => plainKey(key)));
/** What separates a key from its value: a line keeps to the sign that it began with. */
const keysWithin = {
  '=': new RegExp(`(${joinedKey})[ \\t]*=`, 'gi'),
  ':': new RegExp(`(${joinedKey})[ \\t]*[=:]`, 'gi'),
};
/** A line that has this key is of a caller ID, whatever it begins with. */
const surelyInside = /\bNMBR[ \t]*[:=]/i;

function roleOf(key: string): Role {
  return roleByKey.get(plainKey(key)) ?? 'called';
}

/** One field of a line; its value, with what stands behind it, begins at `from` and ends before `to`. */
export type Segment = { role: Role; value: string; from: number; to: number };

/**
 * Splits a line into its fields, several where the modem (or a lost CR) put them on one line. A key inside a name
 * is believed only if its role was not `seen` before and its value makes sense: names contain TIME, RING and `=`.
 */
export function segmentsOf(text: string, inside: boolean, seen: ReadonlySet<Role>): Segment[] {
  const start = (inside || surelyInside.test(text) ? startInside : startOutside).exec(text);
  if (!start) return [];
  const keyWithin = keysWithin[start[0].endsWith(':') ? ':' : '='];
  const open = (role: Role, from: number): Segment => ({ role, value: '', from, to: text.length });
  const segments: Segment[] = [open(roleOf(start[1] ?? start[2] ?? ''), start[0].length)];
  const taken = new Set<Role>([...seen, ...segments.map(({ role }) => role)]);
  const marks = [...text.slice(start[0].length).matchAll(keyWithin)];
  marks.forEach((mark, index) => {
    const last = segments.at(-1);
    if (!last) return;
    const at = start[0].length + mark.index;
    const role = roleOf(mark[1] ?? '');
    const valueFrom = at + mark[0].length;
    const next = marks[index + 1];
    const value = text.slice(valueFrom, next ? start[0].length + next.index : undefined);
    if (last.role === 'name' && (taken.has(role) || !makesSense(role, value))) return;
    last.to = at;
    last.value = text.slice(last.from, at).replace(/[\s,;|]+$/, '');
    segments.push(open(role, valueFrom));
    taken.add(role);
  });
  const last = segments.at(-1);
  if (last) last.value = text.slice(last.from).replace(/[;|]\s*$/, '');
  return segments;
}

/** Keys that other answers of a modem begin with as well ("CALLER ID: ENABLED") need a value that makes sense. */
function isOtherAnswer(key: string, { role, value }: Segment): boolean {
  if (joiningKeys.has(plainKey(key)) || (role !== 'number' && role !== 'called')) return false;
  const { number, withheld } = readNumber(value);
  return withheld === null && (number === null || number.length < 3);
}

function makesSense(role: Role, value: string): boolean {
  const text = value.replace(/[\s,;|]+$/, '').trim();
  switch (role) {
    case 'number':
    case 'dialable':
      return text === '' || readNumber(text).number !== null || /^[POC]$/i.test(text);
    case 'date':
      return readMoment(text, 'date').date !== null;
    case 'time':
      return readMoment(text, 'time').time !== null;
    case 'moment':
      return readMoment(text, 'both').date !== null;
    case 'raw':
      return hexBytes(text) !== null;
    case 'name':
    case 'reason':
    case 'called':
      return false;
  }
}

/** What a formatted line says; `roles` are those it named, with `empty` for a number key without a value. */
export type FieldLine = { fields: CallerFields; roles: Role[]; emptyNumber: boolean; packet: Packet | null };

/**
 * Reads one line of formatted caller ID; null: it is none. `inside`: a caller ID has begun, whose roles were `seen`;
 * `ringing`: one may begin.
 */
export function readFieldLine(
  text: string,
  { inside, ringing, seen }: { inside: boolean; ringing: boolean; seen: ReadonlySet<Role> },
): FieldLine | null {
  const segments = segmentsOf(text.replace(/(?<!\s)\s*END MSG$/i, ''), inside || ringing, seen);
  const [first] = segments;
  if (!first || (!inside && isOtherAnswer(/^[^=:]*/.exec(text)?.[0] ?? '', first))) return null;
  const line: FieldLine = {
    fields: {},
    roles: segments.map(({ role }) => role),
    emptyNumber: false,
    packet: null,
  };
  for (const { role, value } of segments) readSegment(line, role, unquoted(value.trim()));
  return line;
}

function unquoted(value: string): string {
  return /^(["'])(.*)\1$/.exec(value)?.[2]?.trim() ?? value;
}

function readSegment(line: FieldLine, role: Role, value: string): void {
  const { fields } = line;
  switch (role) {
    case 'number':
    case 'dialable':
      fields[role] = readNumber(value.replace(/[,;|]$/, ''));
      line.emptyNumber = role === 'number' && value === '';
      break;
    case 'name':
      fields.name = readName(value);
      break;
    case 'date':
    case 'time':
    case 'moment': {
      const moment = readMoment(value, role === 'moment' ? 'both' : role);
      if (moment.date !== null || role === 'date') fields.date = moment.date;
      if (moment.time !== null || role === 'time') fields.time = moment.time;
      break;
    }
    case 'reason': {
      const withheld = withheldFrom(value);
      if (withheld) fields.withheld = withheld;
      break;
    }
    case 'raw':
      readRaw(line, value);
      break;
    case 'called':
      break;
  }
}

/** MESG carries a whole packet in hexadecimal, or the parameters that the modem does not know, or nothing of use. */
function readRaw(line: FieldLine, value: string): void {
  const bytes = hexBytes(value);
  if (!bytes) return;
  line.packet = readPacket(bytes);
  if (!line.packet) Object.assign(line.fields, readParameters(bytes));
}
