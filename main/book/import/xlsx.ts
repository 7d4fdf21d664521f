import type { TableRow } from './csv.ts';
import type { openZip } from './zip.ts';

type Files = NonNullable<ReturnType<typeof openZip>>;

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
  const spoken = xml.replace(/<rPh\b[\s\S]*?<\/rPh>/g, '');
  return [...spoken.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?t>/g)]
    .map(match => plain(match[1] ?? ''))
    .join('');
}

function contentOf(files: Files, name: string): string {
  const file = files.get(name);
  return file ? new TextDecoder().decode(file()) : '';
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

function cellsOf(row: string, strings: string[]): string[] {
  const cells: string[] = [];
  let next = 0;
  for (const [, attributes = '', content = ''] of row.matchAll(cellPattern)) {
    const column = columnOf(/\br="([A-Z]+\d+)"/.exec(attributes)?.[1], next);
    if (column >= widest) continue;
    while (cells.length < column) cells.push('');
    const type = /\bt="(\w+)"/.exec(attributes)?.[1];
    const value = plain(/<(?:\w+:)?v(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?v>/.exec(content)?.[1] ?? '');
    if (type === 's') cells[column] = strings[Number(value)] ?? '';
    else if (type === 'inlineStr') cells[column] = textOf(content);
    else cells[column] = type === 'str' || type === 'e' ? value : value === '' ? '' : numberText(value);
    next = column + 1;
  }
  return cells;
}

function* between(xml: string, tag: string): Generator<string> {
  const pattern = new RegExp(`<(?:\\w+:)?${tag}\\b(?:[^>]*/>|[^>]*>([\\s\\S]*?)</(?:\\w+:)?${tag}>)`, 'g');
  for (const match of xml.matchAll(pattern)) yield match[1] ?? '';
}

const sheetName = /^xl\/worksheets\/[^/]+\.xml$/;

/** Is the archive a spreadsheet? */
export function isXlsx(files: Files): boolean {
  return [...files.keys()].some(name => sheetName.test(name));
}

/** Rows of every sheet of a workbook (ECMA-376 part 1, §18.3), formulas by the values they had. */
export function* xlsxRows(files: Files): Generator<TableRow> {
  const strings = [...between(contentOf(files, 'xl/sharedStrings.xml'), 'si')].map(textOf);
  const sheets = [...files.keys()]
    .filter(name => sheetName.test(name))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  for (const sheet of sheets) {
    let line = 0;
    for (const row of between(contentOf(files, sheet), 'row')) {
      line++;
      const cells = cellsOf(row, strings);
      if (cells.some(cell => cell.trim() !== '')) yield { line, cells };
    }
  }
}
