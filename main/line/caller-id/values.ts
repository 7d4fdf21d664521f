import { halfWidth } from '../../../shared/number-plan/read-digits.ts';
import { cutText, nameLimit, numberLimit } from './text.ts';
import { withheldFrom } from './withheld.ts';
import type { Withheld } from './withheld.ts';

/** What a number field says: digits, a reason why there are none, or neither (masked, empty, garbage). */
export type NumberValue = { number: string | null; withheld: Withheld | null };

const nothing: NumberValue = { number: null, withheld: null };

/**
 * Reads a number field. Separators and line noise go; a leading `+` stays, and so does the leading `V` that some
 * call centres put before their digits. Masked digits ("04xxxxxxx7", "0207####123") are no number.
 */
export function readNumber(text: string): NumberValue {
  const plain = halfWidth(text).trim();
  if (plain === '') return nothing;
  const withheld = withheldFrom(plain);
  if (withheld) return { number: null, withheld };
  const bare = plain.replace(/[^\x21-\x7e]/g, '').replace(/[\s().\-/"']/g, '');
  const digits = /^([+V]?\d+)(?:RING|OK)*$/i.exec(bare)?.[1] ?? betweenTones.exec(bare)?.[1];
  if (digits !== undefined) return { number: digits.slice(0, numberLimit), withheld: null };
  const code = withheldFrom(bare) ?? toneReasons.get(bare.toUpperCase().replace(/[C#]$/, ''));
  return code ? { number: null, withheld: code } : nothing;
}

/**
 * Caller ID sent in touch tones (ETSI EN 300 659-3 annex, Denmark, Brazil): A or D, digits, C or #. Some modems hand
 * the letters on. Information codes stand in place of a number: B00, B10, and the Danish D1 to D3.
 */
const betweenTones = /^(?:[AD](?=\d+[C#]?$)|(?=\d+C$))(\d{3,})[C#]?$/i;
const toneReasons = new Map<string, Withheld>([
  ['B00', { kind: 'unavailable', soft: false }],
  ['B10', { kind: 'private', soft: false }],
  ['D1', { kind: 'private', soft: false }],
  ['D2', { kind: 'unavailable', soft: false }],
  ['D3', { kind: 'unavailable', soft: false }],
]);

/** What a name field says: a name, or why there is none. */
export type NameValue = { name: string | null; reason: Withheld | null };

/** Reads a name field: as sent, trimmed and bounded. */
export function readName(text: string): NameValue {
  const name = text.trim();
  if (name === '') return { name: null, reason: null };
  const reason = name.toUpperCase() === 'C' ? null : withheldFrom(name);
  // A pay phone's listing is a name worth showing; the caller takes it for a reason only where no number came.
  if (reason && reason.kind !== 'payphone') return { name: null, reason };
  return { name: cutText(name, nameLimit).trimEnd(), reason };
}

/** `date` MMDD, as sent even if it is DDMM; `time` HHMM. */
export type Moment = { date: string | null; time: string | null };

function inRange(text: string, from: number, to: number): boolean {
  const value = Number(text);
  return value >= from && value <= to;
}

/** Some networks send DDMM, so both orders pass; what is neither is no date. */
function dateOf(first: string, second: string): string | null {
  const [a, b] = [first.padStart(2, '0'), second.padStart(2, '0')];
  const fits = (inRange(a, 1, 12) && inRange(b, 1, 31)) || (inRange(b, 1, 12) && inRange(a, 1, 31));
  return fits ? a + b : null;
}

function timeOf(hours: string, minutes: string, half: string | undefined): string | null {
  let hour = Number(hours);
  if (half !== undefined) {
    if (!inRange(hours, 1, 12)) return null;
    hour = (hour % 12) + (half.toUpperCase().startsWith('P') ? 12 : 0);
  }
  return hour <= 23 && inRange(minutes, 0, 59) ? String(hour).padStart(2, '0') + minutes : null;
}

/** MMDD, DDMM, YYMMDD, MMDDYY, YYYYMMDD, MMDDYYYY. */
function dateOfDigits(digits: string): string | null {
  const pick = (at: number) => dateOf(digits.slice(at, at + 2), digits.slice(at + 2, at + 4));
  switch (digits.length) {
    case 3:
      return dateOf(digits.slice(0, 1), digits.slice(1));
    case 4:
      return pick(0);
    case 6:
      return pick(2) ?? pick(0);
    case 8:
      return /^(?:19|20)/.test(digits) ? (pick(4) ?? pick(0)) : pick(0);
    default:
      return null;
  }
}

/** HHMM, HHMMSS, HMM, and the five digits of modems that add a stray one. */
function timeOfDigits(digits: string): string | null {
  if (digits.length < 3 || digits.length > 6) return null;
  const full = digits.length === 3 ? `0${digits}` : digits;
  return timeOf(full.slice(0, 2), full.slice(2, 4), undefined);
}

const clock = /(\d{1,2})\s*[:h시]\s*(\d{2})(?::\d{2})?(?:\s*([AP])\.?M\b\.?)?/i;
const calendar = /(\d{1,4})\s*[-/.년월]\s*(\d{1,2})(?:\s*[-/.월]\s*(\d{1,4}))?/;

/** Reads a date field, a time field, or both in one. `bare` says what digits without separators are. */
export function readMoment(text: string, bare: 'date' | 'time' | 'both'): Moment {
  // A time with dots (10.30) would pass for a date.
  const trimmed = bare === 'time' ? text.trim().replace(/^(\d{1,2})\.(\d{2})\b/, '$1:$2') : text.trim();
  const digits = /^\d+$/.exec(trimmed)?.[0];
  if (digits !== undefined) {
    if (bare === 'both')
      return { date: dateOfDigits(digits.slice(0, 4)), time: timeOfDigits(digits.slice(4, 8)) };
    return bare === 'date'
      ? { date: dateOfDigits(digits), time: null }
      : { date: null, time: timeOfDigits(digits) };
  }
  const clockMatch = clock.exec(trimmed);
  const time = clockMatch ? timeOf(clockMatch[1] ?? '', clockMatch[2] ?? '', clockMatch[3]) : null;
  const rest = clockMatch ? trimmed.replace(clockMatch[0], ' ') : trimmed;
  const parts = calendar.exec(rest);
  if (parts) {
    const [first = '', second = '', third] = parts.slice(1);
    return { date: first.length === 4 ? dateOf(second, third ?? '') : dateOf(first, second), time };
  }
  const [head = '', tail] = rest.trim().split(/\s+/);
  const leading = /^\d+/.exec(head)?.[0];
  if (leading === undefined) return { date: null, time };
  if (clockMatch || bare === 'date' || bare === 'both')
    return { date: dateOfDigits(leading), time: time ?? (tail === undefined ? null : timeOfDigits(tail)) };
  return { date: null, time: timeOfDigits(leading) };
}
