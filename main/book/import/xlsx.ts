import { setImmediate } from 'node:timers/promises';
import { openTextStore } from '../text-store.ts';
import type { TextStore } from '../text-store.ts';
import type { TableRow } from './csv.ts';
import { textOf as textOfSource } from './decode.ts';
import type { Source } from './source.ts';
import { unpack } from './zip.ts';
import type { Packed, Unpacked } from './zip.ts';

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function plain(xml: string): string {
  return xml.replace(
    /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return entities[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
}

/** All text runs of a string item; what is only for reading aloud (phonetic hints) is left out. */
function textOf(xml: string): string {
  const [, simple] = /^<t>([^<&]*)<\/t>$/.exec(xml) ?? [];
  if (simple !== undefined) return simple;
  const spoken = xml.replace(/<rPh\b[\s\S]*?<\/rPh>/g, '');
  return [...spoken.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?t>/g)]
    .map(match => plain(match[1] ?? ''))
    .join('');
}

function columnOf(reference: string | undefined, after: number): number {
  const letters = /^[A-Z]+/.exec(reference ?? '')?.[0];
  if (letters === undefined) return after;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** Numbers come as 1012345678 or 1.012345678E9; both are the digits that the owner saw. */
function numberText(value: string): string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? String(number) : value;
}

const cellPattern = /<(?:\w+:)?c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g;

/** Columns of Excel's widest sheet. */
const widest = 16_384;

function cellsOf(row: string, strings: (index: number) => string): string[] {
  const cells: string[] = [];
  let next = 0;
  for (const [, attributes = '', content = ''] of row.matchAll(cellPattern)) {
    const column = columnOf(/\br="([A-Z]+\d+)"/.exec(attributes)?.[1], next);
    if (column >= widest) continue;
    while (cells.length < column) cells.push('');
    const type = /\bt="(\w+)"/.exec(attributes)?.[1];
    const value = plain(/<(?:\w+:)?v(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?v>/.exec(content)?.[1] ?? '');
    if (type === 's') cells[column] = strings(Number(value));
    else if (type === 'inlineStr') cells[column] = textOf(content);
    else cells[column] = type === 'str' || type === 'e' ? value : value === '' ? '' : numberText(value);
    next = column + 1;
  }
  return cells;
}

/** A longer row or string is none of a sheet of numbers. */
const longestElement = 4 * 1024 * 1024;

/** What is within each element of a kind, of XML of any size. */
function* between(source: Source, tag: string): Generator<string> {
  const pattern = new RegExp(`<(?:\\w+:)?${tag}\\b(?:[^>]*/>|[^>]*>([\\s\\S]*?)</(?:\\w+:)?${tag}>)`, 'g');
  let buffer = '';
  for (const piece of textOfSource(source, 'utf-8')) {
    buffer += piece;
    let read = 0;
    for (const match of buffer.matchAll(pattern)) {
      yield match[1] ?? '';
      read = match.index + match[0].length;
    }
    buffer = buffer.slice(read);
    if (buffer.length > longestElement) return;
  }
}

const sheetName = /^xl\/worksheets\/[^/]+\.xml$/;

/** Is the archive a spreadsheet? */
export function isXlsx(files: ReadonlyMap<string, Packed>): boolean {
  return [...files.keys()].some(name => sheetName.test(name));
}

/** A workbook's sheets, unpacked to be read. */
export interface Workbook {
  /** Rows of every sheet, formulas by the values they had. */
  rows(): Generator<TableRow>;
  close: () => void;
}

/** Opens a workbook (ECMA-376 part 1, §18.3). @param folder where what is large is unpacked to */
export async function openWorkbook(files: ReadonlyMap<string, Packed>, folder: string): Promise<Workbook> {
  const names = [...files.keys()]
    .filter(name => sheetName.test(name))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  const store = openTextStore(folder);
  const sheets: Unpacked[] = [];
  const close = () => {
    store.close();
    for (const sheet of sheets) sheet.close();
  };
  try {
    const strings = await sharedStrings(files.get('xl/sharedStrings.xml'), store, folder);
    for (const name of names) {
      const packed = files.get(name);
      if (packed) sheets.push(await unpack(packed, folder));
    }
    return { rows: () => rowsOf(sheets, strings), close };
  } catch (error) {
    close();
    throw error;
  }
}

/** Strings kept together; a workbook may share a million. */
const stringsAtOnce = 4096;

async function sharedStrings(
  packed: Packed | undefined,
  store: TextStore,
  folder: string,
): Promise<(index: number) => string> {
  if (!packed) return () => '';
  const places: Uint32Array[] = [];
  const xml = await unpack(packed, folder);
  let count = 0;
  for (const string of between(xml, 'si')) {
    if (count % stringsAtOnce === 0) {
      places.push(new Uint32Array(stringsAtOnce));
      await setImmediate();
    }
    const some = places.at(-1);
    if (some) some[count++ % stringsAtOnce] = store.add(textOf(string));
  }
  xml.close();
  return index => {
    const place = places[Math.floor(index / stringsAtOnce)]?.[index % stringsAtOnce] ?? 0;
    return place === 0 ? '' : store.at(place);
  };
}

function* rowsOf(sheets: readonly Source[], strings: (index: number) => string): Generator<TableRow> {
  for (const sheet of sheets) {
    let line = 0;
    for (const row of between(sheet, 'row')) {
      line++;
      const cells = cellsOf(row, strings);
      if (cells.some(cell => cell.trim() !== '')) yield { line, cells };
    }
  }
}
