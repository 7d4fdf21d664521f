import { tmpdir } from 'node:os';
import type { ImportFormat } from '../../../shared/history.ts';
import { callattendantItems, isSqlite } from './callattendant.ts';
import { headingsOf } from './columns.ts';
import { csvRows, separatorOf } from './csv.ts';
import { encodingOf, headOf, textOf } from './decode.ts';
import { notUnderstood } from './item.ts';
import type { ImportItem, ReadFile } from './item.ts';
import { readJson } from './json.ts';
import { isNcid, ncidItems } from './ncid.ts';
import { ownCsv, ownJson } from '../own-file.ts';
import { openSource, sourceOf } from './source.ts';
import type { Source } from './source.ts';
import { tableItems } from './table.ts';
import { textItems } from './text-lines.ts';
import { isVcard, vcardItems } from './vcard.ts';
import { isXlsx, openWorkbook } from './xlsx.ts';
import { openZip } from './zip.ts';

/** Larger files are not read; a list of a million numbers with names is a quarter of this. */
export const mostBytes = 200 * 1024 * 1024;
/** A blocker's own database is held in memory. */
const mostDatabaseBytes = 32 * 1024 * 1024;
/** Characters from which a text's kind shows. */
const headLength = 32 * 1024;

function read(
  format: ImportFormat,
  items: () => Iterable<ImportItem>,
  close: () => void = () => undefined,
): ReadFile {
  return { format, items: { [Symbol.iterator]: () => guarded(items()) }, close };
}

const unknown = (problem: string, text = '') => read('unknown', () => [notUnderstood(0, text, problem)]);

/** A file that breaks half way gives what came before, and says that it broke. */
function* guarded(items: Iterable<ImportItem>): Generator<ImportItem> {
  try {
    yield* items;
  } catch (error) {
    yield notUnderstood(0, error instanceof Error ? error.message : '', 'broken');
  }
}

/** Compound files: old Excel, and new Excel under a password. */
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0];

async function readBinary(source: Source, head: Uint8Array, folder: string): Promise<ReadFile | null> {
  if (isSqlite(head)) {
    if (source.size > mostDatabaseBytes) return unknown('too-large');
    return read('callattendant', () => callattendantItems(source.read(0, source.size)));
  }
  if (compoundFile.every((byte, index) => head[index] === byte)) {
    const encrypted = Buffer.from(source.read(0, Math.min(source.size, mostDatabaseBytes))).includes(
      Buffer.from('EncryptedPackage', 'utf16le'),
    );
    return unknown(encrypted ? 'password' : 'unknown-format');
  }
  if (head[0] !== 0x50 || head[1] !== 0x4b) return null;
  const files = openZip(source);
  if (!files) return unknown('broken');
  if (!isXlsx(files)) return unknown('unknown-format');
  try {
    const workbook = await openWorkbook(files, folder);
    return read('xlsx', () => tableItems(workbook.rows()), workbook.close);
  } catch (error) {
    return unknown('broken', error instanceof Error ? error.message : '');
  }
}

/** A text in another encoding that is read as bytes all the same. */
function inUtf8(text: Iterable<string>): Source {
  return sourceOf(Buffer.from(headOf(text, mostDatabaseBytes)));
}

/** null where it is no JSON from its beginning. */
function tried<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** callattendant's tables are each for one thing, which their names tell. */
function* withAction(items: Iterable<ImportItem>, format: ImportFormat, name: string): Generator<ImportItem> {
  const told = /white/i.test(name) ? 'allow' : /black/i.test(name) ? 'block' : null;
  for (const item of items)
    yield format === 'callattendant' && 'entry' in item && item.entry.action === null
      ? { ...item, entry: { ...item.entry, action: told } }
      : item;
}

async function readText(source: Source, name: string): Promise<ReadFile> {
  const encoding = await encodingOf(source);
  const text = textOf(source, encoding);
  const head = headOf(text, headLength);
  if (isVcard(Buffer.from(head.slice(0, 200)))) return read('vcf', () => vcardItems(inUtf8(text)));
  if (head.includes('\0')) return unknown('unknown-format');
  if (/^\s*[[{]/.test(head)) {
    const own = tried(() => ownJson(text));
    if (own) return { ...read('ringfence', () => []), own };
    const json = readJson(text);
    if (json) return read(json.format, () => json.items);
    if (/\.json$/i.test(name) || /^\s*(\[\s*[[{"]|\{\s*")/.test(head))
      return read('json', () => [notUnderstood(0, head.slice(0, 80), 'broken')]);
  }
  if (/ncid/i.test(name) || isNcid(head)) return read('ncid', () => ncidItems(text, name));
  const separator = separatorOf(head);
  const [first] = csvRows([head], separator);
  const hasCells = (first?.cells.length ?? 0) > 1;
  const isTable =
    /\.(csv|tsv)$/i.test(name) ||
    (hasCells &&
      (!/\.txt$/i.test(name) || headingsOf([...csvRows([head], separator)].slice(0, 20)) !== null));
  const own = ownCsv(text);
  if (own) return { ...read('ringfence', () => []), own };
  if (first && isTable) {
    const format = first.cells.some(cell => cell.trim() === 'PhoneNo') ? 'callattendant' : 'csv';
    return read(format, () => withAction(tableItems(csvRows(text, separator)), format, name));
  }
  return read('txt', () => textItems(text));
}

/**
 * Reads any file that may hold numbers, in pieces as they are asked for. What it is shows from what is in it; the name
 * is only a hint. To be closed after use.
 * @param folder where what is packed and large is unpacked to
 */
export async function readFile(from: Source | Uint8Array, name = '', folder = tmpdir()): Promise<ReadFile> {
  const source = from instanceof Uint8Array ? sourceOf(from) : from;
  if (source.size > mostBytes) return unknown('too-large');
  const head = source.read(0, Math.min(source.size, 512));
  const binary = await readBinary(source, head, folder);
  if (binary) return binary;
  if (isVcard(head)) return read('vcf', () => vcardItems(source));
  return readText(source, name);
}

/** The same of a file on disk; closing the one closes the other. Throws where it cannot be read. */
export async function readFileAt(path: string, name: string, folder: string): Promise<ReadFile> {
  const source = openSource(path);
  try {
    const file = await readFile(source, name, folder);
    return {
      ...file,
      close() {
        file.close();
        source.close();
      },
    };
  } catch (error) {
    source.close();
    throw error;
  }
}
