import { readDump } from './caller-id/dumps.ts';
import { segmentsOf } from './caller-id/fields.ts';
import type { Segment } from './caller-id/fields.ts';
import { decodeText } from './caller-id/text.ts';
import { maskHex, maskLooseHex, maskName, maskNumber } from './mask-packet.ts';

export const latin = (bytes: Iterable<number>): string => String.fromCharCode(...bytes);
const bytesOf = (text: string): number[] => Array.from(text, letter => letter.charCodeAt(0));
/** Masks a text of which each character is one byte. */
export const over = (text: string, mask: (bytes: readonly number[]) => number[]): string =>
  latin(mask(bytesOf(text)));

type Shape = (text: string) => string | null;

/** Masks a line, of which each character is one byte; each shape gives null where the line has another. */
export function maskLine(text: string): string {
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
  const isKey = segmentsOf(text.slice(start), true, new Set()).length > 0;
  const at = isKey ? start : (gluedKey.exec(text)?.index ?? -1);
  if (at < 0) return null;
  const rest = text.slice(at);
  let masked = text.slice(0, start) + over(text.slice(start, at), maskName);
  let done = 0;
  for (const segment of segmentsOf(rest, true, new Set())) {
    masked += rest.slice(done, segment.from) + maskSegment(segment, rest.slice(segment.from, segment.to));
    done = segment.to;
  }
  return masked;
}

/** A date or a time has no words, and fewer digits than a number. */
const hasWord = /[A-Z]{3}/i;
const digitsIn = (text: string): number => text.replace(/\D/g, '').length;
const mostDigits = { date: 8, time: 8, moment: 12 } as const;
const endMark = /\s*END MSG\s*$/i;

function maskSegment({ role }: Segment, value: string): string {
  const end = endMark.exec(value)?.index ?? value.length;
  return maskValue(role, value.slice(0, end)) + value.slice(end);
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
    case 'moment':
      return digitsIn(value) <= mostDigits[role] && !hasWord.test(value) ? value : over(value, maskName);
  }
}

/** Longer than any identity of a modem that looks like hexadecimal. */
const leastLooseHex = 12;

function maskHexLine(text: string): string | null {
  const whole = maskHex(text);
  if (whole !== null) return whole;
  const [, head = '', body = ''] = /^([^=:]{1,12}[=:]\s*)(.*)$/.exec(text) ?? [];
  const masked = maskHex(body);
  if (masked !== null) return head + masked;
  const isHex = /^[\da-f ]+$/i.test(text) && /[a-f]/i.test(text);
  return isHex && text.replaceAll(' ', '').length >= leastLooseHex ? maskLooseHex(text) : null;
}

/** Dates and times of one-line shapes. */
const moment =
  /(\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{1,4})?\s+\d{1,2}:\d{2}(?::\d{2})?|DATE\*?\d{4,8}|TIME\*?\d{4,6})/i;

/** One line with a whole call: what was understood of it is hidden wherever it stands, and every other long number. */
function maskDump(text: string): string | null {
  const read = readDump(decodeText(bytesOf(text)).trim());
  if (!read) return null;
  if (read.kind === 'other')
    return read.what === 'message-waiting' ? maskLongNumbers(text) : over(text, maskName);
  const { number, name } = read.fields;
  const parts = hideName(text, name?.name ?? null).split(moment);
  return parts
    .map((part, index) => (index % 2 === 1 ? part : maskLongNumbers(hideDigits(part, number?.number ?? ''))))
    .join('');
}

/** The name stands behind all else; one in letters that are not ASCII is hidden by its bytes. */
function hideName(text: string, name: string | null): string {
  if (name === null) return text;
  const at = text.lastIndexOf(name);
  if (at >= 0) return text.slice(0, at) + over(name, maskName) + text.slice(at + name.length);
  const first = text.search(/[^\x00-\x7f]/);
  const from = first < 0 ? 0 : text.slice(0, first).search(/[A-Za-z ]*$/);
  return text.slice(0, from) + over(text.slice(from), maskName);
}

function hideDigits(text: string, number: string): string {
  const digits = number.replace(/\D/g, '');
  if (digits === '') return text;
  const written = new RegExp(Array.from(digits).join('[\\s().\\-/"\']*'), 'g');
  return text.replace(written, found => over(found, maskNumber));
}

/** More digits together than any identity or code of a modem has. */
const longNumber = /\+?\d(?:[-. ()]{0,2}\d){6,}/g;
export const maskLongNumbers = (text: string): string =>
  text.replace(longNumber, number => over(number, maskNumber));
