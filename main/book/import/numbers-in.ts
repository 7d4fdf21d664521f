import { readDigits, tidy } from '../../../shared/number-plan/read-digits.ts';

/** Digits that a number has at least where several stand together: fewer are an extension or a count. */
const fewest = 7;
/** Lines that one entry may stand for: '02-312-3450~9'. */
const mostLines = 100;

const isNumber = (text: string) => (readDigits(tidy(text))?.digits.length ?? 0) >= fewest;

/** Days written as digits are no phone numbers. */
export const looksLikeDay = (text: string) =>
  /^\s*(19|20)\d\d[-./ ]?(0?[1-9]|1[0-2])[-./ ]?([012]?\d|3[01])(?!\d)/.test(text);

/** Several numbers in one cell, as Google writes them and people do. */
const between = /\s*:::\s*|\s*[;,\n|]\s*|\s+\/\s+|\/(?=\+?\d{2,4}[-) ])/;

/** '02-312-3456~9' or '02-312-3456~3459': numbers of one place that follow each other. */
const range = /^(.*\d)\s*[~～∼]\s*(\d{1,4})$/;

function inRange(text: string): string[] | null {
  const [, first = '', end = ''] = range.exec(text.trim()) ?? [];
  if (end === '' || !isNumber(first)) return null;
  const start = first.slice(-end.length);
  if (!/^\d+$/.test(start)) return null;
  const count = Number(end) - Number(start) + 1;
  if (count < 2 || count > mostLines) return null;
  return Array.from({ length: count }, (_, index) => {
    const last = String(Number(start) + index).padStart(end.length, '0');
    return first.slice(0, -end.length) + last;
  });
}

/**
 * A number as a spreadsheet mangled it, put right where all of it is still there: `="0101…"`, `1023456789.0`,
 * `1.023456789E+9`, and a mobile number that lost its zero.
 */
export function unmangled(written: string): string {
  const text = written.trim().replace(/^="(.*)"$/, '$1');
  const [, head = '', tail = '', exponent = ''] = /^(\d)\.(\d+)E\+?(\d{1,2})$/i.exec(text) ?? [];
  const zeros = Number(exponent) - tail.length;
  // Fewer digits than the exponent says were rounded away.
  if (exponent !== '' && zeros >= 0 && zeros <= 2 && tail.length >= 6) return head + tail + '0'.repeat(zeros);
  if (/^\d{7,15}[.,]0+$/.test(text)) return text.replace(/[.,]0+$/, '');
  if (/^1[016-9][- ]\d{3,4}[- ]\d{4}$/.test(text)) return `0${text}`;
  // '0082' is how the world outside writes +82; here it would be the carrier 008 and a country 2.
  return text.replace(/^0082(?=[-\s(]*0?(?:1|2|[3-7]\d))/, '+82');
}

/** Most numbers are written so that there is nothing to think about. */
const asWritten = /^(?:0[1-9]|\+)[\d-]+$/;

/** The numbers that a cell holds; the cell itself where it is just one, or none at all. */
export function numbersIn(cell: string): string[] {
  if (asWritten.test(cell)) return [cell];
  const text = unmangled(cell);
  if (/^[\d+*-]+$/.test(text)) return [text];
  if (text.startsWith('[')) {
    const listed = listOf(text);
    if (listed) return listed;
  }
  const lines = inRange(text);
  if (lines) return lines;
  const parts = text.split(between.test(text) ? between : /\s+/).filter(part => part !== '');
  if (parts.length > 1 && parts.every(part => isNumber(part) || inRange(part)))
    return parts.flatMap(part => inRange(part) ?? [part]);
  return [withoutWords(text)];
}

/** ["…", "…"], as Ringfence exports the numbers of a contact. */
function listOf(text: string): string[] | null {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter(part => typeof part === 'string') : null;
  } catch {
    return null;
  }
}

/** '010-2345-6789 (집)', '집: 010-2345-6789': words beside a number, as long as it is the only one. */
function withoutWords(text: string): string {
  if (isNumber(text) || !/\p{L}/u.test(text)) return text;
  const found =
    text.match(/\+?\d[\d()\-. ]*\d/g)?.filter(part => isNumber(part) && !looksLikeDay(part)) ?? [];
  const [only] = found;
  const beside = only === undefined ? '' : text.replace(only, '');
  return only !== undefined && found.length === 1 && !/\d/.test(beside) && !/[*xX]/.test(beside)
    ? only
    : text;
}
