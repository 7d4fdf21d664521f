/**
 * Cells that a spreadsheet would take for a formula, and digits whose leading zeros it would drop, get an apostrophe in
 * front, which spreadsheets hide. So does a text that begins with an apostrophe: what is read back is what was written.
 * Source: OWASP, "CSV Injection".
 */
const needsApostrophe = /^['=+\-@\t\r]|^0\d+$|^\d{12,}$/;

function cellText(value: unknown): string {
  if (value === undefined || value === null) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  // Numbers and JSON of our own making are no formulas, but a negative number looks like one.
  return needsApostrophe.test(text) && typeof value === 'string' ? `'${text}` : text;
}

export function csvLine(values: unknown[]): string {
  const cells = values.map(value => {
    const text = cellText(value);
    return /[",\r\n\t;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  });
  return `${cells.join(',')}\r\n`;
}

/** The text of a cell of ours. */
export function cellBack(cell: string): string {
  return cell.startsWith("'") && needsApostrophe.test(cell.slice(1)) ? cell.slice(1) : cell;
}
