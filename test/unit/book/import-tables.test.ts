import { describe, expect, test } from 'vitest';
import { digitsOf, prefixDigits } from '../../../main/book/digits.ts';
import { readFile } from '../../../main/book/import/read-file.ts';

/** Each entry as 'digits|name|group|note|category|action', each problem as '!line problem'. */
async function read(text: string | Uint8Array, name = 'list.csv'): Promise<string[]> {
  const { items } = await readFile(typeof text === 'string' ? new TextEncoder().encode(text) : text, name);
  return [...items].map(item => {
    if ('problem' in item) return `!${item.problem.line} ${item.problem.problem}`;
    const { number, prefix, name, group, note, category, action } = item.entry;
    const digits = prefix ? `${prefixDigits(number, 'KR')}*` : digitsOf(number, 'KR');
    return [digits, name, group, note, category ?? '', action ?? ''].join('|').replace(/\|+$/, '');
  });
}

describe('a number that a spreadsheet mangled', () => {
  test.each([
    ['1023456789', '01023456789'],
    ['1.023456789E+9', '01023456789'],
    ['1023456789.0', '01023456789'],
    ['="01023456789"', '01023456789'],
    ["'01023456789", '01023456789'],
    ['10-2345-6789', '01023456789'],
    ['232345678', '0232345678'],
  ])('%s is put right where all of it is there', async (cell, digits) => {
    expect(await read(`번호;이름\n"${cell.replaceAll('"', '""')}";김\n`)).toEqual([`${digits}|김`]);
  });
  test('is no number where digits were rounded away', async () => {
    expect(await read('번호,이름\n1.02E+09,김\n')).toEqual(['!2 not-a-number']);
  });
});

test.each([
  ['+82 2-312-3456', ['023123456']],
  ['+82-(0)2-312-3456', ['023123456']],
  ['(02) 312-3456', ['023123456']],
  ['02.312.3456', ['023123456']],
  ['0082-10-2345-6789', ['01023456789']],
  ['tel:+82-10-2345-6789', ['01023456789']],
  ['１５８８－１２３４', ['15881234']],
  ['010 2345 6789 (집)', ['01023456789']],
  ['집: 010-2345-6789', ['01023456789']],
  ['02-312-3456, 02-312-3457', ['023123456', '023123457']],
  ['1588-1234 02-312-3456', ['15881234', '023123456']],
  ['010 2345 6789', ['01023456789']],
  ['20', ['!2 not-a-number']],
  ['02*', ['02*']],
  ['02-312-3456/010-2345-6789', ['023123456', '01023456789']],
  ['02-312-3456~8', ['023123456', '023123457', '023123458']],
  ['1588-****', ['1588*']],
  ['070-1234-XXXX', ['0701234*']],
  ['070-XXXX-1234', ['!2 not-a-number']],
  ['내선 123', ['!2 not-a-number']],
  ['*77', ['!2 not-a-number']],
])('a cell with %s means %j', async (cell, expected) => {
  expect(await read(`번호;이름\n${cell};\n`)).toEqual(expected);
});

describe('the columns of a table are found', () => {
  test.each([
    [
      'under titles',
      '스팸 신고 번호 목록,,\n기준일: 2026-01-01,,\n연번,전화번호,신고건수\n1,070-1234-5678,13\n',
      ['07012345678'],
    ],
    [
      'beside days without headings',
      '20240101,01023456789,김\n20240102,01023456780,박\n',
      ['01023456789|김', '01023456780|박'],
    ],
    [
      'beside other numbers',
      '우편번호,사업자번호,전화번호,상호\n12345,123-45-67890,02-312-3456,가게\n',
      ['023123456|가게'],
    ],
    [
      'in a record of calls, whose own number is left out',
      '발신번호,수신번호,통화일시\n0212345678,01099998888,2026-01-01\n',
      ['0212345678'],
    ],
    [
      'of Outlook in Korean',
      '성,이름,회사,휴대폰,회사 전화,범주\n김,철수,상사,010-1111-2222,02-111-2222,가족\n',
      ['01011112222|김철수|가족', '021112222|김철수|가족'],
    ],
    [
      'of Google, without its own labels',
      'First Name,Last Name,Labels,Phone 1 - Label,Phone 1 - Value\n길동,홍,친구 ::: * myContacts,Mobile,010-1111-2222\n',
      ['01011112222|홍길동|친구'],
    ],
    [
      'by what is in them: what to do and what about',
      '번호,구분,유형\n1588-1234,차단,대출권유\n02-312-3456,허용,병원\n',
      ['15881234|||대출권유|loan|block', '023123456|||병원||allow'],
    ],
    [
      'where a heading says only "type"',
      'Phone,Type\n+12125550143,Scam\n+12125550144,Survey\n',
      ['+12125550143|||Scam|phishing', '+12125550144|||Survey|survey'],
    ],
  ])('%s', async (_what, text, expected) => {
    expect(await read(text)).toEqual(expected);
  });
});

test.each([
  [
    'semicolons, with more commas in a note',
    '전화번호;메모\n010-2345-6789;"a, b, c"\n1588-1234;x,y,z,w\n',
    'a.csv',
  ],
  [
    'what Excel was told',
    'sep=|\r\n전화번호|메모\r\n010-2345-6789|a, b, c\r\n1588-1234|x,y,z,w\r\n',
    'a.csv',
  ],
  ['tabs in a text file', '전화번호\t메모\n010-2345-6789\ta, b, c\n1588-1234\tx,y,z,w\n', 'a.txt'],
])('cells are told apart by %s', async (_what, text, name) => {
  expect(await read(text, name)).toEqual(['01023456789|||a, b, c', '15881234|||x,y,z,w']);
});

describe('a text in', () => {
  const text = '이름,번호\r\n김철수,010-2345-6789\r\n';
  const utf16 = Buffer.from(text, 'utf16le');
  test.each([
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 with a byte order mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['big-endian UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['UTF-16 without a byte order mark', utf16],
  ])('%s is read', async (_encoding, bytes) => {
    expect(await read(new Uint8Array(bytes))).toEqual(['01023456789|김철수']);
  });
});

test('a quote that is never closed costs no more than its own row', async () => {
  const rest = Array.from({ length: 30_000 }, (_, index) => `070${String(12340000 + index)},x\n`).join('');
  const found = await read(`번호,이름\n1588-1234,"열린\n${rest}`);
  expect(found.slice(0, 2)).toEqual(['15881234|"열린', '07012340000|x']);
  expect(found).toHaveLength(30_001);
});

test('a row that lies across the pieces in which a file is read is read whole', async () => {
  const row = (index: number) =>
    `"이름 ""${index}"",\r\n둘째 줄",070${String(12340000 + index)},메모 ${'ㄱ'.repeat(index % 50)}`;
  const text = `이름,번호,메모\r\n${Array.from({ length: 3000 }, (_, index) => row(index)).join('\r\n')}`;
  const found = await read(text);
  expect(found).toHaveLength(3000);
  expect(
    found.every((entry, index) =>
      entry.startsWith(`070${String(12340000 + index)}|이름 "${index}",\r\n둘째 줄`),
    ),
  ).toBe(true);
});
