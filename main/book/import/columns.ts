import { readDigits, tidy } from '../../../shared/number-plan/read-digits.ts';
import type { TableRow } from './csv.ts';
import { looksLikeDay, numbersIn } from './numbers-in.ts';
import { actionOf, categoryOf } from './words.ts';

export type Role = 'number' | 'name' | 'family' | 'given' | 'group' | 'note' | 'category' | 'action';

/** What a column's heading says; the first that fits counts. Google, Outlook, Naver and Samsung headings among them. */
const headings: readonly { role: Role | null; heading: RegExp }[] = [
  {
    role: null,
    heading: /우편|사업자|주민|일련|계좌|회원|접수|관리 ?번호|차량|순번|연번|zip|postal|account/i,
  },
  {
    role: null,
    heading: /\b(type|label|id|yomi|phonetic|date|time|count|index)\b|구분$|일시|날짜|시각|횟수|건수/i,
  },
  { role: 'family', heading: /^(last|family)[ _]?name$|^성$/i },
  { role: 'given', heading: /^(first|given)[ _]?name$/i },
  {
    role: 'number',
    heading:
      /phone|tel\b|telephone|mobile|fax|pager|number|nmbr|msisdn|^peer$|caller ?id$|번호|전화|휴대|핸드폰|팩스/i,
  },
  {
    role: 'name',
    heading: /^(display |full |file ?as|caller )?name$|company|organi[sz]ation|이름|성명|상호|업체|기관/i,
  },
  { role: 'group', heading: /group|categories|labels|그룹|분류$|범주/i },
  { role: 'category', heading: /^category$|^rating$|이름표|종류|유형/i },
  { role: 'action', heading: /^action$|처리|동작/i },
  { role: 'note', heading: /note|memo|comment|reason|description|메모|비고|설명|사유|내용/i },
];
/** In a record of calls, the number that was called is the owner's own. */
const calling = /발신|caller|from/i;
const called = /수신|착신|called|\bto\b/i;

/** Roles by column; undefined for columns that say nothing. */
export type Columns = (Role | undefined)[];

function roleOf(heading: string): Role | undefined {
  return headings.find(entry => entry.heading.test(heading.trim()))?.role ?? undefined;
}

const looksLikeNumber = (cell: string) =>
  (readDigits(tidy(cell.replace(/^'/, '').replace(/\*$/, '')))?.digits.length ?? 0) >= 3;

/** How much a cell looks like a phone number, 0 to 1. */
function likeness(cell: string): number {
  const first = numbersIn(cell)[0] ?? '';
  if (!looksLikeNumber(first) || looksLikeDay(cell)) return 0;
  const digits = readDigits(tidy(first))?.digits.length ?? 0;
  return digits < 7 ? 0.2 : /^\D*(0|82|1[3-9]\d\d-?\d{4}$)/.test(first) ? 1 : 0.7;
}

/** Columns by a row, if it is one of headings. */
function columnsByHeading(row: TableRow): Columns | null {
  if (row.cells.some(looksLikeNumber)) return null;
  const isCalls = row.cells.some(cell => calling.test(cell));
  const roles = row.cells.map(cell => (isCalls && called.test(cell) ? undefined : roleOf(cell)));
  // Korean tables often give the family name in one column and the given name under '이름' in the next.
  const withGiven: Columns = roles.includes('family')
    ? roles.map(role => (role === 'name' ? 'given' : role))
    : roles;
  return withGiven.includes('number') ? withGiven : null;
}

/** Rows above the headings: Korean public tables put a title or two there. */
const mostTitles = 10;
/** Of a column that its heading does not tell, so many cells must tell. */
const tellingShare = 0.6;

/** Which row holds the headings, and what they say; the one under which most rows hold numbers. null: there is none. */
export function headingsOf(head: readonly TableRow[]): { at: number; columns: Columns } | null {
  let best: { at: number; columns: Columns; numbers: number } | null = null;
  for (const [at, row] of head.slice(0, mostTitles).entries()) {
    const columns = columnsByHeading(row);
    if (!columns) continue;
    const numbers = head
      .slice(at + 1)
      .filter(({ cells }) =>
        columns.some((role, column) => role === 'number' && likeness(cells[column] ?? '') > 0.1),
      ).length;
    if (!best || numbers > best.numbers) best = { at, columns, numbers };
  }
  if (!best) return null;
  return { at: best.at, columns: withTold(best.columns, head.slice(best.at + 1)) };
}

/** Columns whose headings say nothing, by what their cells say: 차단, 대출, allow … */
function withTold(columns: Columns, rows: readonly TableRow[]): Columns {
  const width = Math.max(columns.length, ...rows.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, column) => {
    const role = columns[column];
    if (role) return role;
    const cells = rows.map(row => row.cells[column]?.trim() ?? '').filter(cell => cell !== '');
    const tells = (of: (cell: string) => unknown) =>
      cells.length > 0 && cells.filter(cell => of(cell) !== null).length >= cells.length * tellingShare;
    if (!columns.includes('action') && tells(actionOf)) return 'action';
    return !columns.includes('category') && tells(categoryOf) ? 'category' : undefined;
  });
}

/** Columns by what is in them: numbers where cells look most like them, names in the first column of other text. */
export function columnsByContent(rows: readonly TableRow[]): Columns {
  const width = Math.max(0, ...rows.map(row => row.cells.length));
  const likely = Array.from({ length: width }, (_, column) => {
    const cells = rows.map(row => row.cells[column] ?? '').filter(cell => cell.trim() !== '');
    const sum = cells.reduce((all, cell) => all + likeness(cell), 0);
    return cells.length === 0 ? 0 : sum / cells.length;
  });
  const best = Math.max(0, ...likely);
  const number = best === 0 ? -1 : likely.indexOf(best);
  const wordy = (column: number) => rows.filter(row => /\p{L}/u.test(row.cells[column] ?? '')).length;
  const name = likely.findIndex((_, column) => column !== number && wordy(column) * 2 > rows.length);
  return likely.map((_, column) => (column === number ? 'number' : column === name ? 'name' : undefined));
}
