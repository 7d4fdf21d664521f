export interface TableRow {
  /** Line of the file at which the row begins, from 1. */
  line: number;
  cells: string[];
}

const separators = [',', ';', '\t', '|'];

/** Excel's own way of saying it. */
const saidSeparator = /^sep=(.)\r?\n/i;

/** The separator of which most lines of a text's beginning hold equally many, outside of quotes. */
export function separatorOf(head: string): string {
  const said = saidSeparator.exec(head)?.[1];
  if (said !== undefined) return said;
  const lines = head
    .replace(/"[^"]*"/g, '')
    .split(/\r?\n|\r/)
    .filter(line => line.trim() !== '');
  let best = { separator: ',', like: 0, all: 0 };
  for (const separator of separators) {
    const counts = lines.map(line => line.split(separator).length - 1);
    const all = counts.reduce((sum, count) => sum + count, 0);
    const like = Math.max(
      0,
      ...counts.map(count => (count === 0 ? 0 : counts.filter(other => other === count).length)),
    );
    if (like > best.like || (like === best.like && all > best.all)) best = { separator, like, all };
  }
  return best.separator;
}

/** A longer row is none: a quote in it was never closed, and is taken for what it is. */
const longestRow = 256 * 1024;

interface ReadRow {
  cells: string[];
  end: number;
  lines: number;
}

/** A row of text from a place on; null if it may go on behind the text. */
function rowAt(text: string, from: number, separator: string, isLast: boolean): ReadRow | null {
  const tooLong = isLast || text.length - from > longestRow;
  const cells: string[] = [];
  let lines = 1;
  let at = from;
  for (;;) {
    let cell = '';
    if (text[at] === '"') {
      const start = at++;
      let closed = false;
      while (!closed) {
        const close = text.indexOf('"', at);
        if (close === -1 || (close === text.length - 1 && !isLast)) break;
        cell += text.slice(at, close);
        at = close + 1;
        if (text[at] === '"') {
          cell += '"';
          at++;
        } else closed = true;
      }
      if (closed) lines += cell.split('\n').length - 1;
      else if (!tooLong) return null;
      else {
        cell = '"';
        at = start + 1;
      }
    }
    let end = at;
    while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++;
    if (end >= text.length - 1 && !isLast && text[end] !== '\n') return null;
    cells.push(cell + text.slice(at, end));
    at = end + 1;
    if (text[end] === separator) continue;
    if (text[end] === '\r' && text[at] === '\n') at++;
    return { cells, end: at, lines };
  }
}

/** Rows of comma-separated values (RFC 4180, and what people make of it), one at a time, of a text in pieces. */
export function* csvRows(text: Iterable<string>, separator: string): Generator<TableRow> {
  const pieces = text[Symbol.iterator]();
  let buffer = '';
  let at = 0;
  let line = 1;
  let isLast = false;
  for (;;) {
    const row = at < buffer.length ? rowAt(buffer, at, separator, isLast) : null;
    if (row) {
      at = row.end;
      const isSaid = line === 1 && saidSeparator.test(`${row.cells.join(separator)}\n`);
      if (!isSaid && row.cells.some(cell => cell.trim() !== '')) yield { line, cells: row.cells };
      line += row.lines;
    } else if (isLast) return;
    else {
      const next = pieces.next();
      if (next.done) isLast = true;
      else {
        buffer = buffer.slice(at) + next.value;
        at = line === 1 && buffer.startsWith('\ufeff') ? 1 : 0;
      }
    }
  }
}
