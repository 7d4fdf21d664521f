import { item, notUnderstood } from './item.ts';
import type { ImportItem } from './item.ts';
import { piecesOf } from './source.ts';
import type { Source } from './source.ts';

interface Property {
  name: string;
  parameters: string;
  value: Uint8Array;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const equals = 0x3d;
/** Name and parameters of a property are within this. */
const longestHead = 500;

/** Longest property that is read; photographs are longer. */
const longestProperty = 64 * 1024;

/** The file is split as bytes: each property may be in an encoding of its own (vCard 2.1 §2.1.5). */
function* linesOf(source: Source): Generator<Uint8Array> {
  let rest: Uint8Array = new Uint8Array(0);
  // Macs of old end lines with a carriage return alone.
  const lineEnd = source.read(0, Math.min(source.size, longestHead)).includes(lineFeed)
    ? lineFeed
    : carriageReturn;
  for (const piece of piecesOf(source)) {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    let at = 0;
    for (let end = bytes.indexOf(lineEnd); end !== -1; end = bytes.indexOf(lineEnd, at)) {
      // A copy: the piece is written over by the next.
      yield Uint8Array.from(bytes.subarray(at, bytes[end - 1] === carriageReturn ? end - 1 : end));
      at = end + 1;
    }
    rest = Uint8Array.from(bytes.subarray(at, at + longestProperty));
  }
  if (rest.length > 0) yield rest;
}

const latin1 = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

function isQuotedPrintable(head: string): boolean {
  return /QUOTED-PRINTABLE/i.test(head.slice(0, Math.max(0, head.indexOf(':'))));
}

/** Folded lines put together: a leading space or tab goes on (RFC 6350 §3.2), and in quoted-printable a trailing '='. */
function* unfolded(source: Source): Generator<{ line: number; text: Uint8Array }> {
  let parts: Uint8Array[] = [];
  let length = 0;
  let isQuoted = false;
  let from = 1;
  let number = 0;
  const whole = () => ({
    line: from,
    text: parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts),
  });
  for (const line of linesOf(source)) {
    number++;
    const last = parts.at(-1);
    const softBreak = isQuoted && last?.at(-1) === equals;
    const folded = line[0] === 0x20 || line[0] === 0x09;
    if (last && (softBreak || folded)) {
      if (softBreak) parts[parts.length - 1] = last.subarray(0, -1);
      if (length < longestProperty) parts.push(softBreak ? line : line.subarray(1));
      length += line.length;
    } else {
      if (last) yield whole();
      parts = [line];
      length = line.length;
      isQuoted = isQuotedPrintable(latin1(line.subarray(0, longestHead)));
      from = number;
    }
  }
  if (parts.length > 0) yield whole();
}

function propertyOf(text: Uint8Array): Property | null {
  const head = latin1(text);
  const match = /^(?:[\w-]+\.)?([\w-]+)((?:;(?:"[^"]*"|[^:;"])*)*):/.exec(head);
  const [whole, name, parameters] = match ?? [];
  if (whole === undefined || name === undefined || parameters === undefined) return null;
  return { name: name.toUpperCase(), parameters, value: text.subarray(whole.length) };
}

function quotedPrintable(value: Uint8Array): Uint8Array {
  const text = latin1(value).replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(text, 'latin1');
}

function textOf({ parameters, value }: Property): string {
  const raw = /QUOTED-PRINTABLE/i.test(parameters)
    ? quotedPrintable(value)
    : /ENCODING=(B|BASE64)\b/i.test(parameters)
      ? Buffer.from(latin1(value), 'base64')
      : value;
  const charset = /CHARSET="?([\w-]+)/i.exec(parameters)?.[1];
  try {
    return new TextDecoder(charset ?? 'utf-8', { fatal: charset === undefined }).decode(raw);
  } catch {
    // No character set told and not UTF-8, or one that nobody knows: a Korean phone of its day.
    return new TextDecoder('euc-kr').decode(raw);
  }
}

const unescaped = (text: string) =>
  text
    .replace(/\\n/gi, '\n')
    .replace(/\\([,;:\\])/g, '$1')
    .trim();

/** Family; given; additional; prefix; suffix (RFC 6350 §6.2.2), as the name is said. */
function nameOfParts(text: string): string {
  const [family = '', given = ''] = text.split(/(?<!\\);/).map(unescaped);
  return /^\p{Script=Hangul}+$/u.test(family + given) ? family + given : `${given} ${family}`.trim();
}

interface Card {
  line: number;
  name: string;
  parts: string;
  company: string;
  nickname: string;
  group: string;
  note: string;
  numbers: { line: number; number: string }[];
}

const emptyCard = (line: number): Card => ({
  line,
  name: '',
  parts: '',
  company: '',
  nickname: '',
  group: '',
  note: '',
  numbers: [],
});

/** One row per property that matters. */
const takers: Readonly<Record<string, (card: Card, text: string, line: number) => void>> = {
  FN: (card, text) => (card.name = unescaped(text)),
  N: (card, text) => (card.parts = nameOfParts(text)),
  NICKNAME: (card, text) => (card.nickname = unescaped(text)),
  ORG: (card, text) => (card.company = unescaped(text.split(/(?<!\\);/)[0] ?? '')),
  CATEGORIES: (card, text) => (card.group = unescaped(text.split(/(?<!\\),/)[0] ?? '')),
  NOTE: (card, text) => (card.note = unescaped(text)),
  TEL: (card, text, line) =>
    card.numbers.push({ line, number: text.replace(/^tel:/i, '').replace(/;.*$/, '').trim() }),
};

function* itemsOf(card: Card): Generator<ImportItem> {
  const { group, note } = card;
  const name = card.name || card.parts || card.nickname || card.company;
  if (card.numbers.length === 0) yield notUnderstood(card.line, name, 'no-number');
  for (const { line, number } of card.numbers) yield item(line, { number, name, group, note });
}

export function isVcard(head: Uint8Array): boolean {
  return /^(\xef\xbb\xbf)?\s*BEGIN:VCARD/i.test(latin1(head.subarray(0, 200)));
}

/** Cards of vCard 2.1 to 4.0, in UTF-8, EUC-KR or whatever their properties say. */
export function* vcardItems(source: Source): Generator<ImportItem> {
  let card: Card | null = null;
  for (const { line, text } of unfolded(source)) {
    const property = propertyOf(text);
    if (!property) continue;
    if (property.name === 'BEGIN') card = emptyCard(line);
    else if (property.name === 'END') {
      if (card) yield* itemsOf(card);
      card = null;
    } else if (card) takers[property.name]?.(card, textOf(property), line);
  }
  if (card) yield notUnderstood(card.line, card.name, 'broken');
}
