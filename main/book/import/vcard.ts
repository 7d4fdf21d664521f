import { item, notUnderstood } from './item.ts';
import type { ImportItem } from './item.ts';

interface Property {
  name: string;
  parameters: string;
  value: Uint8Array;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** The file is split as bytes: each property may be in an encoding of its own (vCard 2.1 §2.1.5). */
function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  let at = 0;
  while (at < bytes.length) {
    const found = bytes.indexOf(lineFeed, at);
    const end = found === -1 ? bytes.length : found;
    yield bytes.subarray(at, bytes[end - 1] === carriageReturn ? end - 1 : end);
    at = end + 1;
  }
}

const latin1 = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

function isQuotedPrintable(head: string): boolean {
  return /QUOTED-PRINTABLE/i.test(head.slice(0, Math.max(0, head.indexOf(':'))));
}

/** Folded lines put together: a leading space or tab goes on (RFC 6350 §3.2), and in quoted-printable a trailing '='. */
function* unfolded(bytes: Uint8Array): Generator<{ line: number; text: Uint8Array }> {
  let current: { line: number; text: Uint8Array } | null = null;
  let number = 0;
  for (const line of linesOf(bytes)) {
    number++;
    const softBreak = current && isQuotedPrintable(latin1(current.text)) && current.text.at(-1) === 0x3d;
    const folded = line[0] === 0x20 || line[0] === 0x09;
    if (current && softBreak) current.text = Buffer.concat([current.text.subarray(0, -1), line]);
    else if (current && folded) current.text = Buffer.concat([current.text, line.subarray(1)]);
    else {
      if (current) yield current;
      current = { line: number, text: line };
    }
  }
  if (current) yield current;
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
  group: string;
  note: string;
  numbers: { line: number; number: string }[];
}

const emptyCard = (line: number): Card => ({
  line,
  name: '',
  parts: '',
  company: '',
  group: '',
  note: '',
  numbers: [],
});

/** One row per property that matters. */
const takers: Readonly<Record<string, (card: Card, text: string, line: number) => void>> = {
  FN: (card, text) => (card.name = unescaped(text)),
  N: (card, text) => (card.parts = nameOfParts(text)),
  ORG: (card, text) => (card.company = unescaped(text.split(/(?<!\\);/)[0] ?? '')),
  CATEGORIES: (card, text) => (card.group = unescaped(text.split(/(?<!\\),/)[0] ?? '')),
  NOTE: (card, text) => (card.note = unescaped(text)),
  TEL: (card, text, line) =>
    card.numbers.push({ line, number: text.replace(/^tel:/i, '').replace(/;.*$/, '').trim() }),
};

function* itemsOf(card: Card): Generator<ImportItem> {
  const { group, note } = card;
  const name = card.name || card.parts || card.company;
  if (card.numbers.length === 0) yield notUnderstood(card.line, name, 'no-number');
  for (const { line, number } of card.numbers) yield item(line, { number, prefix: false, name, group, note });
}

export function isVcard(bytes: Uint8Array): boolean {
  return /^(\xef\xbb\xbf)?\s*BEGIN:VCARD/i.test(latin1(bytes.subarray(0, 200)));
}

/** Cards of vCard 2.1 to 4.0, in UTF-8, EUC-KR or whatever their properties say. */
export function* vcardItems(bytes: Uint8Array): Generator<ImportItem> {
  let card: Card | null = null;
  for (const { line, text } of unfolded(bytes)) {
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
