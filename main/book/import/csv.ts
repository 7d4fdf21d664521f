export interface TableRow {
  /** Line of the file at which the row begins, from 1. */
  line: number;
  cells: string[];
}

const separators = [',', ';', '\t', '|'];

/** The separator that the first lines hold most of, outside of quotes. */
export function separatorOf(text: string): string {
  const head = text.slice(0, 4000).replace(/"[^"]*"/g, '');
  let best = ',';
  let most = 0;
  for (const separator of separators) {
    const count = head.split(separator).length - 1;
    if (count > most) {
      best = separator;
      most = count;
    }
  }
  return best;
}

/** Rows of comma-separated values (RFC 4180, and what people make of it), one at a time. */
export function* csvRows(text: string, separator = separatorOf(text)): Generator<TableRow> {
  let line = 1;
  let at = text.startsWith('\ufeff') ? 1 : 0;
  while (at < text.length) {
    const cells: string[] = [];
    const row: TableRow = { line, cells };
    let more = true;
    while (more) {
      let cell = '';
      if (text[at] === '"') {
        at++;
        while (at < text.length) {
          const close = text.indexOf('"', at);
          const end = close === -1 ? text.length : close;
          cell += text.slice(at, end);
          at = end + 1;
          if (text[at] !== '"') break;
          cell += '"';
          at++;
        }
        line += cell.split('\n').length - 1;
      }
      let end = at;
      while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++;
      cell += text.slice(at, end);
      cells.push(cell);
      at = end + 1;
      more = text[end] === separator;
      if (text[end] === '\r' && text[end + 1] === '\n') at++;
    }
    line++;
    if (cells.some(cell => cell.trim() !== '')) yield row;
  }
}
