import { callattendantItems, isSqlite } from './callattendant.ts';
import { csvRows, separatorOf } from './csv.ts';
import { decode } from './decode.ts';
import { notUnderstood } from './item.ts';
import type { ReadFile } from './item.ts';
import { readJson } from './json.ts';
import { tableItems } from './table.ts';
import { isNcid, ncidItems, textItems } from './text-lines.ts';
import { isVcard, vcardItems } from './vcard.ts';
import { isXlsx, xlsxRows } from './xlsx.ts';
import { openZip } from './zip.ts';

/** Larger files are not read; a list of a million numbers with names is a tenth of this. */
export const mostBytes = 200 * 1024 * 1024;

const unknown = (problem: string, text = ''): ReadFile => ({
  format: 'unknown',
  items: [notUnderstood(0, text, problem)],
});

/** Compound files: old Excel, and new Excel under a password. */
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0];

function readBinary(bytes: Uint8Array): ReadFile | null {
  if (isSqlite(bytes)) return { format: 'callattendant', items: callattendantItems(bytes) };
  if (compoundFile.every((byte, index) => bytes[index] === byte)) {
    const encrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(
      Buffer.from('EncryptedPackage', 'utf16le'),
    );
    return unknown(encrypted ? 'password' : 'unknown-format');
  }
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return null;
  const files = openZip(bytes);
  if (!files) return unknown('broken');
  return isXlsx(files)
    ? { format: 'xlsx', items: guarded(tableItems(xlsxRows(files))) }
    : unknown('unknown-format');
}

/** A file that breaks half way gives what came before, and says that it broke. */
function* guarded(items: ReadFile['items']): Generator<ReturnType<typeof notUnderstood>> {
  try {
    yield* items;
  } catch (error) {
    yield notUnderstood(0, error instanceof Error ? error.message : '', 'broken');
  }
}

/** Reads any file that may hold numbers. What it is shows from what is in it; the name is only a hint. */
export function readFile(bytes: Uint8Array, name = ''): ReadFile {
  if (bytes.length > mostBytes) return unknown('too-large');
  const binary = readBinary(bytes);
  if (binary) return binary;
  if (isVcard(bytes)) return { format: 'vcf', items: vcardItems(bytes) };
  const text = decode(bytes);
  if (text.includes('\0')) return unknown('unknown-format');
  if (/^\s*[[{]/.test(text.replace(/^\ufeff/, ''))) {
    const json = readJson(text);
    if (json) return json;
    return { format: 'json', items: [notUnderstood(0, text.slice(0, 80), 'broken')] };
  }
  if (/ncid/i.test(name) || isNcid(text)) return { format: 'ncid', items: ncidItems(text) };
  const separator = separatorOf(text);
  const [first] = csvRows(text, separator);
  const isTable = /\.(csv|tsv)$/i.test(name) || (!/\.txt$/i.test(name) && (first?.cells.length ?? 0) > 1);
  if (first && isTable) {
    const format = first.cells.some(cell => cell.trim() === 'PhoneNo') ? 'callattendant' : 'csv';
    return { format, items: tableItems(csvRows(text, separator)) };
  }
  return { format: 'txt', items: textItems(text) };
}
