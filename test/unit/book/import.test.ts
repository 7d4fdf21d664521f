import { crc32, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFile } from '../../../main/book/import/read-file.ts';
import { entriesOf, previewImport } from '../../../main/book/import/preview.ts';
import { importContacts, importRules } from '../../../main/book/import/into-book.ts';
import { numberPattern } from '../../../main/book/import/pattern.ts';
import { aBook, aRule } from './a-book.ts';
import { korean, read, utf8 } from './read-entries.ts';

describe('a CSV file', () => {
  test('with Korean headings, quotes, a semicolon and a byte order mark is understood', async () => {
    const file =
      '\ufeff이름;전화번호;그룹;메모\r\n"김, ""철수""";02-312-3456;가족;\r\n동네병원;0313334444;병원;"두\n줄"\r\n';
    expect(await read(utf8(file), 'x.csv')).toEqual({
      format: 'csv',
      entries: ['023123456|김, "철수"|가족', '0313334444|동네병원|병원|두\n줄'],
      problems: [],
    });
  });

  test('in EUC-KR is read as Korean', async () => {
    expect((await read(korean('이름,번호\n김철수,010-2345-6789\n'), 'x.csv')).entries).toEqual([
      '01023456789|김철수',
    ]);
  });

  test('in UTF-16, as Excel saves Unicode text, is read', async () => {
    const file = Buffer.from('\ufeff이름\t전화번호\r\n김철수\t15881234\r\n', 'utf16le');
    expect((await read(new Uint8Array(file), 'x.txt.csv')).entries).toEqual(['15881234|김철수']);
  });

  test('without headings is understood by what is in its columns', async () => {
    expect((await read(utf8('1,대출,1588-1234\n2,보험,070-1234-5678\n'), 'x.csv')).entries).toEqual([
      '15881234|대출',
      '07012345678|보험',
    ]);
  });

  test('of Google contacts gives every number of a contact, and no types or ids', async () => {
    const file = [
      'First Name,Last Name,Labels,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value',
      '철수,김,가족,Mobile,+82 10-2345-6789 ::: 02-312-3456,Home,031-333-4444',
      'Jane,Doe,,Work,+1 212-555-0143,,',
    ].join('\n');
    expect((await read(utf8(file), 'contacts.csv')).entries).toEqual([
      '01023456789|김철수|가족',
      '023123456|김철수|가족',
      '0313334444|김철수|가족',
      '+12125550143|Jane Doe',
    ]);
  });

  test('tells which lines it could not understand and why', async () => {
    const { problems } = await read(utf8('이름,전화번호\n김철수,없음\n이영희,\n'), 'x.csv');
    expect(problems).toEqual([
      { line: 2, text: '없음', problem: 'not-a-number' },
      { line: 3, text: '이영희', problem: 'no-number' },
    ]);
  });

  test('says what to do with its numbers, and what they are', async () => {
    const file = 'number,action,category\n1588-1234,차단,loan\n02-312-3456,allow,\n1600*,block,\n';
    expect((await read(utf8(file), 'x.csv')).entries).toEqual([
      '15881234||||loan|block',
      '023123456|||||allow',
      '1600*|||||block',
    ]);
  });
});

test('a text file has a number a line, words before or after it, and comments', async () => {
  const file = '# 스팸\n1588-1234 대출 권유\n보험 070 1234 5678\n02)312-3456\n1600*\n// 끝\n아무말\n';
  expect(await read(utf8(file), 'x.txt')).toEqual({
    format: 'txt',
    entries: ['15881234|대출 권유', '07012345678|보험', '023123456', '1600*'],
    problems: [{ line: 7, text: '아무말', problem: 'not-a-number' }],
  });
});

/** A ZIP archive of packed files: local headers, central directory, end (PKWARE APPNOTE §4.3). */
function zipped(files: Record<string, string>): Uint8Array {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const packed = deflateRawSync(text);
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(crc32(text), 0);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(Buffer.byteLength(text), 8);
    const version = Buffer.from([20, 0, 0, 0, 8, 0, 0, 0, 0, 0]);
    const lengths = Buffer.from([name.length, 0, 0, 0]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    const local = Buffer.concat([
      Buffer.from('PK\x03\x04'),
      version,
      sizes,
      lengths,
      Buffer.from(name),
      packed,
    ]);
    const entry = [
      Buffer.from('PK\x01\x02'),
      Buffer.from([20, 0]),
      version,
      sizes,
      lengths,
      place,
      Buffer.from(name),
    ];
    locals.push(local);
    entries.push(Buffer.concat(entry));
    at += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}

function aWorkbook(sheet: string, strings: string[]): Uint8Array {
  return zipped({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': '<workbook/>',
    'xl/sharedStrings.xml': `<sst>${strings.map(text => `<si>${text}</si>`).join('')}</sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
  });
}

test('a spreadsheet is read: shared and inline texts, numbers, empty cells, titles above the headings', async () => {
  const sheet = [
    '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
    '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="C2" t="s"><v>2</v></c></row>',
    '<row r="3"><c r="A3" t="inlineStr"><is><t>김철수</t></is></c><c r="C3"><v>1023456789</v></c></row>',
    '<row r="4"><c r="A4" t="s"><v>3</v></c><c r="B4"/><c r="C4" t="str"><v>02-312-3456</v></c></row>',
    '<row r="5"><c r="A5"/><c r="C5"><v>1.5881234E7</v></c></row>',
  ].join('');
  const rich =
    '<r><t>동네</t></r><r><t xml:space="preserve"> &amp; 병원</t></r><rPh sb="0" eb="1"><t>x</t></rPh>';
  const workbook = aWorkbook(sheet, ['<t>주소록 2026년</t>', '<t>이름</t>', '<t>연락처 번호</t>', rich]);
  expect(await read(workbook)).toEqual({
    format: 'xlsx',
    entries: ['01023456789|김철수', '023123456|동네 & 병원', '15881234'],
    problems: [],
  });
});

test('files that cannot be read say why, and never throw', async () => {
  const compound = new Uint8Array(600);
  compound.set([0xd0, 0xcf, 0x11, 0xe0]);
  compound.set(Buffer.from('EncryptedPackage', 'utf16le'), 300);
  const workbook = aWorkbook('<row><c><v>1</v></c></row>', []);
  expect((await read(compound)).problems).toMatchObject([{ problem: 'password' }]);
  expect((await read(workbook.subarray(0, workbook.length - 30))).problems).toMatchObject([
    { problem: 'broken' },
  ]);
  expect((await read(utf8('a\0b'))).problems).toMatchObject([{ problem: 'unknown-format' }]);
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom('', 'BEGIN:VCARD\n', '{"a":', 'PK\x03\x04', '"', 'SQLite format 3\0'),
      async (noise, head) => {
        await read(new Uint8Array(Buffer.concat([Buffer.from(head, 'latin1'), noise])));
      },
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.nat(workbook.length - 1), fc.nat(255), async (at, value) => {
      const broken = Uint8Array.from(workbook);
      broken[at] = value;
      await read(broken);
    }),
  );
});

test.each([
  ['1588.*', true, '1588', true],
  ['^1588', false, '1588', true],
  ['^1588$', false, '1588', false],
  ['01023456789', true, '01023456789', false],
  ['\\+8210.*', true, '+8210', true],
  ['070\\d{8}', true, '070', true],
  ['5551212', false, '5551212', false],
])('the expression %s is the number it says', (expression, whole, number, prefix) => {
  expect(numberPattern(expression, whole)).toEqual({ number, prefix });
});
test.each(['1588', '(02|031).*', '.*', '', 'BANK', '[0-9]+', '02.12'])(
  'the expression %s is no one number',
  expression => {
    expect(numberPattern(expression, false)).toBeNull();
  },
);

describe('bringing a file in', async () => {
  const file = await readFile(
    utf8('이름,번호\n김철수,010-2345-6789\n김철수,02-312-3456\n이영희,+82 10 2345 6789\n없음,-\n'),
    'x.csv',
  );
  const entries = [...file.items];

  test('is shown before it is done: what is new, known, double, and not understood', async () => {
    const preview = await previewImport(
      { ...file, items: entries },
      { country: 'KR', isKnown: digits => digits === '023123456' },
    );
    expect(preview).toMatchObject({
      format: 'csv',
      count: 2,
      known: 1,
      duplicates: 1,
      notUnderstoodCount: 1,
    });
    expect(preview?.sample.map(entry => entry.name)).toEqual(['김철수', '김철수']);
  });

  test('makes one contact of all numbers of a name, once, and is undone as one', async () => {
    const { book } = aBook();
    const parts = { contacts: book.contacts, log: book.changes, country: 'KR' };
    const done = await importContacts(parts, entriesOf(entries));
    expect(done).toMatchObject({ added: 1, duplicates: 1 });
    expect(book.contacts.list()).toMatchObject([
      { name: '김철수', numbers: ['010-2345-6789', '02-312-3456'] },
    ]);
    expect(await importContacts(parts, entriesOf(entries))).toMatchObject({
      added: 0,
      duplicates: 3,
      changeId: null,
    });
    book.changes.undo(typeof done === 'string' ? 0 : (done.changeId ?? 0));
    expect(book.contacts.list()).toEqual([]);
  });

  test('adds new numbers to the contact of the same name and group', async () => {
    const { book } = aBook();
    book.contacts.add({ name: '김철수', numbers: ['031-333-4444'], group: '', note: '형' });
    await importContacts({ contacts: book.contacts, log: book.changes, country: 'KR' }, entriesOf(entries));
    expect(book.contacts.list()).toMatchObject([
      { name: '김철수', numbers: ['031-333-4444', '010-2345-6789', '02-312-3456'], note: '형' },
    ]);
  });

  test('as rules leaves out those that are there', async () => {
    const { book } = aBook();
    book.rules.add(aRule({ who: { kind: 'number', value: '0232-1234' } }));
    book.rules.add(aRule({ who: { kind: 'number', value: '02-312-3456' } }));
    const done = await importRules(
      { rules: book.rules, log: book.changes, country: 'KR' },
      entriesOf(entries),
      'block',
    );
    expect(done).toMatchObject({ added: 1, duplicates: 2 });
    expect(book.rules.list().at(-1)).toMatchObject({ action: 'block', note: '김철수' });
  });

  test('as contacts or rules is refused where there are too many, and changes nothing when it is stopped', async () => {
    const { book } = aBook();
    const contacts = { contacts: book.contacts, log: book.changes, country: 'KR' };
    const entry = { prefix: false, name: '', group: '', note: '', category: null, action: null };
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ ...entry, number: `0101${String(1000000 + index)}` }));
    expect(await importContacts(contacts, many(20_001))).toBe('too-many');
    const stopping = new AbortController();
    const onProgress = (done: number, of: number | null) => of !== null && done > 60 && stopping.abort();
    const { signal } = stopping;
    expect(await importContacts(contacts, many(200), { signal, onProgress })).toBe('stopped');
    expect(book.contacts.list()).toEqual([]);
    expect(book.changes.list(5)).toEqual([]);
  });
});
