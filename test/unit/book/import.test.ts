import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { crc32, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFile } from '../../../main/book/import/read-file.ts';
import type { ImportItem } from '../../../main/book/import/item.ts';
import { entriesOf, previewImport } from '../../../main/book/import/preview.ts';
import { importContacts, importRules } from '../../../main/book/import/into-book.ts';
import { numberPattern } from '../../../main/book/import/pattern.ts';
import { digitsOf, prefixDigits } from '../../../main/book/digits.ts';
import { aBook, aFolder, aRule } from './a-book.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

/** '이름 02-312-3456' in EUC-KR, which no encoder in Node writes. */
const eucKr: Readonly<Record<string, number[]>> = {
  김: [0xb1, 0xe8],
  철: [0xc3, 0xb6],
  수: [0xbc, 0xf6],
  이: [0xc0, 0xcc],
  름: [0xb8, 0xa7],
  번: [0xb9, 0xf8],
  호: [0xc8, 0xa3],
};
const korean = (text: string) =>
  Uint8Array.from(Array.from(text).flatMap(letter => eucKr[letter] ?? [letter.charCodeAt(0)]));

const entriesIn = (items: Iterable<ImportItem>) => [...entriesOf(items)].filter(entry => entry !== null);

async function read(bytes: Uint8Array, name = '') {
  const { format, items } = await readFile(bytes, name);
  const all = [...items];
  const entries = entriesIn(all).map(entry => [
    entry.prefix ? `${prefixDigits(entry.number, 'KR')}*` : digitsOf(entry.number, 'KR'),
    ...[entry.name, entry.group, entry.note, entry.category, entry.action].map(text => text ?? ''),
  ]);
  const problems = all.flatMap(item => ('problem' in item ? [item.problem] : []));
  return { format, entries: entries.map(entry => entry.join('|').replace(/\|+$/, '')), problems };
}

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

describe('a vCard file', () => {
  test('of version 2.1 in EUC-KR and quoted-printable is read', async () => {
    const head =
      'BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=EUC-KR;ENCODING=QUOTED-PRINTABLE:=B1=E8;=C3=B6=\r\n=BC=F6;;;\r\n';
    const file = `${head}TEL;CELL:010-2345-6789\r\nTEL;HOME;VOICE:02-312-3456\r\nEND:VCARD\r\n`;
    expect(await read(utf8(file))).toEqual({
      format: 'vcf',
      entries: ['01023456789|김철수', '023123456|김철수'],
      problems: [],
    });
  });

  test('of raw EUC-KR without saying so is read', async () => {
    expect(
      (await read(korean('BEGIN:VCARD\nVERSION:2.1\nFN:김철수\nTEL:0311234567\nEND:VCARD\n'))).entries,
    ).toEqual(['0311234567|김철수']);
  });

  test('of version 3.0 with folded lines, groups and escapes is read', async () => {
    const file =
      'BEGIN:VCARD\nVERSION:3.0\nFN:동네\\, 병\n 원\nitem1.TEL;TYPE=WORK:031-333-4444\nCATEGORIES:병원,단골\nNOTE:첫째\\n둘째\nEND:VCARD\n';
    expect((await read(utf8(file))).entries).toEqual(['0313334444|동네, 병원|병원|첫째\n둘째']);
  });

  test('of version 4.0 with tel: addresses is read; cards without a number and broken ones are told', async () => {
    const file =
      'BEGIN:VCARD\nVERSION:4.0\nFN:김철수\nTEL;VALUE=uri;TYPE="voice,home":tel:+82-2-312-3456;ext=5\nEND:VCARD\n' +
      'BEGIN:VCARD\nFN:번호 없음\nEND:VCARD\nBEGIN:VCARD\nFN:끝이 없음\nTEL:112\n';
    expect(await read(utf8(file))).toEqual({
      format: 'vcf',
      entries: ['023123456|김철수'],
      problems: [
        { line: 6, text: '번호 없음', problem: 'no-number' },
        { line: 9, text: '끝이 없음', problem: 'broken' },
      ],
    });
  });
});

test('a block list of NCID is read by its manual: expressions, quotes, names behind #=', async () => {
  const file =
    '# Last edit\n\n^1588 #= 대출\n"02-312-3456"   # normal comment\n407-555-5670 #= Unwanted Marketing Call\n"^BAD MARKETING"\n5551212345 5551212346\n';
  const { format, entries, problems } = await read(utf8(file), 'ncidd.blacklist');
  expect(format).toBe('ncid');
  expect(entries.map(entry => entry.split('|')[0])).toEqual([
    '1588*',
    ...['02-312-3456', '407-555-5670', '5551212345', '5551212346'].map(number => digitsOf(number, 'KR')),
  ]);
  expect(entries[0]).toBe('1588*|대출||||block');
  expect(problems).toEqual([{ line: 6, text: '^BAD MARKETING', problem: 'pattern' }]);
});

describe('files of other blockers in JSON', () => {
  test('callblocker: beginnings of numbers, with the commas too many that its own files have', async () => {
    const file =
      '{\n "name": "main",\n "entries": [\n {"name": "Test single", "number": "+8223123456", "date_modified": "2016-8-21"},\n {"name": "Range", "number": "+234"},\n ]\n}\n';
    const { format, entries } = await read(utf8(file), 'main.json');
    expect(format).toBe('callblocker');
    expect(entries).toEqual(['023123456|Test single', '+234*|Range']);
  });

  test('SpamBlocker: its numbers and those of its rules that are plain', async () => {
    const file = JSON.stringify({
      global: { enabled: true },
      numberRules: {
        rules: [
          { pattern: '1588.*', description: '대표번호', isBlacklist: true, flags: 3 },
          { pattern: '01023456789', description: '가족', isBlacklist: false, flags: 1 },
          { pattern: '(02|031).{7}', isBlacklist: true, flags: 1 },
          { pattern: '1666.*', isBlacklist: true, flags: 2 },
        ],
      },
      spamNumbers: {
        numbers: [{ id: 1, peer: '07012345678', time: 1, importReason: 'ByAPI', importReasonExtra: 'x.org' }],
      },
    });
    const { format, entries, problems } = await read(utf8(file), 'SpamBlocker.json');
    expect(format).toBe('spamblocker');
    expect(entries).toEqual([
      '1588*|대표번호||||block',
      '01023456789|가족||||allow',
      '07012345678|||x.org||block',
    ]);
    expect(problems).toEqual([{ line: 3, text: '(02|031).{7}', problem: 'pattern' }]);
  });

  test('PhoneBlock: ratings become categories, numbers without votes are left out', async () => {
    const file = JSON.stringify({
      numbers: [
        { phone: '+82212345678', rating: 'G_FRAUD', votes: 10, lastActivity: 1234 },
        { phone: '+827012345678', rating: 'E_ADVERTISING', votes: 0 },
        { phone: '+8223123456', rating: 'A_LEGITIMATE', votes: 1 },
      ],
      version: 42,
    });
    expect(await read(utf8(file), 'blocklist.json')).toEqual({
      format: 'phoneblock',
      entries: ['0212345678||||phishing|block', '023123456|||||allow'],
      problems: [],
    });
  });

  test('any other: arrays of texts, or of records by their usual names', async () => {
    expect((await read(utf8('["1588-1234", 1023456789]'))).entries).toEqual(['15881234', '01023456789']);
    const file =
      '{"blocked": [{"phoneNumber": "070-1234-5678", "reason": "광고"}, {"이름": "병원", "번호": "02-312-3456"}]}';
    expect((await read(utf8(file))).entries).toEqual(['07012345678|||광고', '023123456|병원']);
  });

  test('a broken one is told', async () => {
    expect((await read(utf8('{"numbers": ['))).problems).toMatchObject([{ problem: 'broken' }]);
  });
});

test('the database of callattendant is read, with what its two lists are for', async () => {
  const file = join(aFolder(), 'callattendant.db');
  const database = new DatabaseSync(file);
  database.exec(`
    CREATE TABLE Blacklist (PhoneNo TEXT PRIMARY KEY, Name TEXT, Reason TEXT, SystemDateTime TEXT);
    CREATE TABLE Whitelist (PhoneNo TEXT PRIMARY KEY, Name TEXT, Reason TEXT, SystemDateTime TEXT);
    INSERT INTO Blacklist VALUES ('15881234', 'LOAN', '귀찮음', '2020-01-01');
    INSERT INTO Whitelist VALUES ('023123456', 'MOM', '', '2020-01-01');`);
  database.close();
  expect(await read(readFileSync(file))).toEqual({
    format: 'callattendant',
    entries: ['15881234|LOAN||귀찮음||block', '023123456|MOM||||allow'],
    problems: [],
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
