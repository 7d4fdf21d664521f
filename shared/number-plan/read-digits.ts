import type { NumberNote } from './notes.ts';

/** Longest text kept of a number; longer ones are garbage and are cut. */
export const longestNumber = 64;

const plain = /^[\d-]{1,32}$/;
// Invisible and steering characters: control, bidirectional marks, zero-width, soft hyphen, private use, halves of pairs.
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\uFE0F]+/gu;
const blanks = /[\s\u3164\u115F\u1160]+/gu;
// What people and devices write between digits: dashes of any kind (ㅡ and ー typed as dashes too), dots, brackets, slashes.
const separators = /[\s\p{Pd}\u2212\u2043\u30FC\u3161\u1173\u2500\u00B7.()[\]{}/]+/gu;

/** Bare, quoted, or as an address of a gateway (`sip:010…@host`, `tel:…;ext=1`), with what lists leave behind it. */
const written = /^["'<]*(?:tel:|sips?:)?(\+?)(\d+)(?:@[^"'<>]*|;[^"'<>]*)?[>"',:]*$/i;

/** Full-width signs as Korean and Japanese keyboards type them. Other digits (①, ², ٣) are no digits of a number. */
export function halfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, sign => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

/** The text as a person may see it: no control or steering characters, single spaces, bounded. */
export function tidy(raw: string): string {
  if (plain.test(raw)) return raw;
  // Cut before cleaning, so that a megabyte of noise costs nothing; a cut through a surrogate pair is cleaned after.
  const text = raw
    .slice(0, 4 * longestNumber)
    .replace(blanks, ' ')
    .replace(unseen, '')
    .trim();
  return text.length <= longestNumber ? text : text.slice(0, longestNumber).replace(unseen, '').trimEnd();
}

/** The digits of a written number. */
export interface WrittenDigits {
  digits: string;
  /** Began with a plus: an international number without an access code. */
  plus: boolean;
  notes: NumberNote[];
}

/** The digits of a tidied text; undefined if anything but digits and the usual signs is in it. */
export function readDigits(text: string): WrittenDigits | undefined {
  if (plain.test(text)) return withDigits(text.replaceAll('-', ''), false, []);
  const joined = halfWidth(text).replace(separators, '');
  const found = written.exec(joined) ?? /^()(00\d{1,3}\+\d+)$/.exec(joined);
  if (!found) return undefined;
  return withDigits(
    (found[2] ?? '').replace('+', ''),
    found[1] === '+',
    /[０-９＋]/.test(text) ? ['full-width'] : [],
  );
}

function withDigits(digits: string, plus: boolean, notes: NumberNote[]): WrittenDigits | undefined {
  return digits === '' ? undefined : { digits, plus, notes };
}
