import { isUtf8 } from 'node:buffer';
import { decodeCp949 } from './cp949.ts';

/** Longest caller name that is kept, in UTF-16 units; GR-31 sends 15 bytes, some networks 50. */
export const nameLimit = 128;
/** Longest number that is kept; E.164 has 15 digits, access codes and carrier prefixes come before them. */
export const numberLimit = 40;

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const tab = 0x09;
const blank = 0x20;
const latin = new TextDecoder('windows-1252');

/**
 * Text of a line or a packet's field. Nobody says in which encoding a name comes: UTF-8 is tried first because it
 * hardly ever fits by accident, then Korean, then Latin-1. Control bytes, DEL and 0xFF (line noise) are dropped; a tab is a blank.
 */
export function decodeText(bytes: Iterable<number>): string {
  const kept: number[] = [];
  let ascii = true;
  for (const byte of bytes) {
    if ((byte < 0x20 && byte !== tab) || byte === 0x7f || byte === 0xff) continue;
    if (byte >= 0x80) ascii = false;
    kept.push(byte === tab ? blank : byte);
  }
  if (ascii) return String.fromCharCode(...kept);
  const data = Uint8Array.from(kept);
  return stripControls(tryUtf8(data) ?? tryKorean(data) ?? latin.decode(data));
}

/** Two bytes of one Hangul syllable can be a UTF-8 letter of U+0180 and above ("홍" is "ȫ"), which names hardly have. */
function tryUtf8(data: Uint8Array): string | null {
  const text = decodeUtf8(data);
  return text !== null && /[\u0180-\u023f]/.test(text) ? (tryKorean(data) ?? text) : text;
}

/** Is this the beginning of a UTF-8 character whose rest was cut off? */
function isUtf8Start(tail: Uint8Array): boolean {
  const [lead = 0, ...rest] = tail;
  const missing = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
  return (
    lead >= 0xc2 && lead <= 0xf4 && rest.length < missing && rest.every(byte => byte >= 0x80 && byte <= 0xbf)
  );
}

/** A field cut to 15 bytes can end in the middle of a character, which is left out. */
function decodeUtf8(data: Uint8Array): string | null {
  for (let cut = 0; cut <= 3 && cut < data.length; cut++) {
    const end = data.length - cut;
    if (cut > 0 && !isUtf8Start(data.subarray(end))) continue;
    const whole = data.subarray(0, end);
    if (!isUtf8(whole)) continue;
    const text = utf8.decode(whole);
    return cut > 0 && isAscii(text) ? null : text;
  }
  return null;
}

/**
 * Latin-1 names can be valid Korean by accident ("FUNÇÃO", "ÅKE"): Hangul is believed where two syllables stand
 * together (Chinese characters too, if no Latin letter is before them), or where one stands free of Latin letters and is of the common set (KS X 1001).
 */
function tryKorean(data: Uint8Array): string | null {
  const text = decodeCp949(data);
  if (text === null) return null;
  if (/[가-힣]{2}/.test(text) || /(?<![A-Za-z])[\u4e00-\u9fff\uf900-\ufaff]{2}/.test(text)) return text;
  if (!hasCommonPair(data)) return null;
  return /(?:^|[^A-Za-z])[가-힣](?:$|[^A-Za-z])/.test(text) ? text : null;
}

function hasCommonPair(data: Uint8Array): boolean {
  return data.some((byte, at) => byte >= 0xb0 && byte <= 0xc8 && (data[at + 1] ?? 0) >= 0xa1);
}

function isAscii(text: string): boolean {
  return /^[\x00-\x7f]*$/.test(text);
}

/** Control and invisible formatting characters (bidi overrides among them) could disguise what a person reads. */
function stripControls(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, '');
}

/** Cuts at a limit without halving a surrogate pair. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const last = text.charCodeAt(limit - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit);
}
