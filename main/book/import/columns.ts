import { readDigits, tidy } from '../../../shared/number-plan/read-digits.ts';
import type { TableRow } from './csv.ts';

export type Role = 'number' | 'name' | 'family' | 'given' | 'group' | 'note' | 'category' | 'action';

/** What a column's heading says; the first that fits counts. Google, Outlook, Naver and Samsung headings among them. */
const headings: readonly { role: Role | null; heading: RegExp }[] = [
  { role: null, heading: /\b(type|label|id|yomi|phonetic|date|time|count)\b|구분$|일시|날짜|시각|횟수/i },
  { role: 'family', heading: /^(last|family)[ _]?name$|^성$/i },
  { role: 'given', heading: /^(first|given)[ _]?name$/i },
  {
    role: 'number',
    heading: /phone|tel\b|telephone|mobile|fax|pager|number|nmbr|msisdn|^peer$|번호|전화|휴대|핸드폰|팩스/i,
  },
  {
    role: 'name',
    heading: /^(display |full |file ?as|caller )?name$|company|organi[sz]ation|이름|성명|상호|업체|기관/i,
  },
  { role: 'group', heading: /group|categories|labels|그룹|분류$/i },
  { role: 'category', heading: /^category$|^rating$|이름표|종류|유형/i },
  { role: 'action', heading: /^action$|처리|동작/i },
  { role: 'note', heading: /note|memo|comment|reason|description|메모|비고|설명|사유|내용/i },
];

/** Roles by column; undefined for columns that say nothing. */
export type Columns = (Role | undefined)[];

function roleOf(heading: string): Role | undefined {
  return headings.find(entry => entry.heading.test(heading.trim()))?.role ?? undefined;
}

const looksLikeNumber = (cell: string) =>
  (readDigits(tidy(cell.replace(/^'/, '').replace(/\*$/, '')))?.digits.length ?? 0) >= 3;

/** Columns by the first row, if it is one of headings. */
export function columnsByHeading(row: TableRow): Columns | null {
  if (row.cells.some(looksLikeNumber)) return null;
  const roles = row.cells.map(roleOf);
  // Korean tables often give the family name in one column and the given name under '이름' in the next.
  const withGiven: Columns = roles.includes('family')
    ? roles.map(role => (role === 'name' ? 'given' : role))
    : roles;
  return withGiven.includes('number') ? withGiven : null;
}

/** Columns by what is in them: numbers where most cells are numbers, names in the first column of other text. */
export function columnsByContent(rows: TableRow[]): Columns {
  const width = Math.max(0, ...rows.map(row => row.cells.length));
  const shares = Array.from({ length: width }, (_, column) => {
    const cells = rows.map(row => row.cells[column] ?? '').filter(cell => cell.trim() !== '');
    return cells.length === 0 ? 0 : cells.filter(looksLikeNumber).length / cells.length;
  });
  const best = Math.max(0, ...shares);
  const columns: Columns = shares.map(share => (share > 0 && share === best ? 'number' : undefined));
  // Of several full columns of digits the first is the number, the others dates and counters.
  columns.forEach((role, column) => {
    if (role === 'number' && columns.indexOf('number') !== column) columns[column] = undefined;
  });
  const wordy = (column: number) => rows.filter(row => /\p{L}/u.test(row.cells[column] ?? '')).length;
  const name = shares.findIndex(
    (_, column) => columns[column] === undefined && wordy(column) * 2 > rows.length,
  );
  if (name !== -1) columns[name] = 'name';
  return columns;
}
