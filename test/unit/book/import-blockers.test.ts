import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digitsOf } from '../../../main/book/digits.ts';
import { jsonPieces } from '../../../main/book/import/json-pieces.ts';
import { aFolder } from './a-book.ts';
import { read, utf8 } from './read-entries.ts';

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

test.each([
  [
    'ncidd.whitelist',
    '"02-312-3456"\t#= 엄마\n0313334444 # 병원\n',
    ['023123456|엄마||||allow', '0313334444|||병원||allow'],
  ],
  [
    'ncidd.alias',
    'alias NAME * = "동네 병원" if "0313334444"\nalias NMBR 1234 = 5678\n',
    ['0313334444|동네 병원'],
  ],
  ['ncidd.blacklist', "'0701234567'\n010*\n", ['0701234567|||||block', '010*|||||block']],
])('NCID: %s is read for what it is', async (name, text, entries) => {
  expect(await read(utf8(text), name)).toMatchObject({ format: 'ncid', entries });
});

test('a table of callattendant is for what its name says', async () => {
  const file = 'PhoneNo,Name,Reason,SystemDateTime\n15881234,LOAN,why,2020-01-01 00:00:00.000\n';
  expect((await read(utf8(file), 'blacklist.csv')).entries).toEqual(['15881234|LOAN||why||block']);
  expect((await read(utf8(file), 'whitelist.csv')).entries).toEqual(['15881234|LOAN||why||allow']);
});

test.each<[string, unknown, string[]]>([
  [
    'numbers as keys',
    { blocked: { '1588-1234': '대출', '070-1234-5678': true, '02-312-3456': false } },
    ['15881234|대출', '07012345678'],
  ],
  [
    'people with several numbers',
    {
      contacts: [{ displayName: '김', phones: [{ type: 'mobile', value: '010-2345-6789' }, '02-312-3456'] }],
    },
    ['01023456789|김', '023123456|김'],
  ],
  [
    'people as Google has them',
    {
      connections: [
        {
          names: [{ displayName: '김' }],
          phoneNumbers: [{ value: '010-2345-6789', canonicalForm: '+821023456789' }],
        },
      ],
    },
    ['01023456789|김'],
  ],
  [
    'fields in any spelling',
    [
      { phone_number: '+821023456789', caller_name: 'A', is_blocked: true },
      { PhoneNumber: '02-312-3456', 분류: '대출' },
    ],
    ['01023456789|A||||block', '023123456|||대출|loan'],
  ],
])('JSON of %s is read', async (_what, value, entries) => {
  expect((await read(utf8(JSON.stringify(value)))).entries).toEqual(entries);
});

test('JSON lines are read', async () => {
  const file = '{"number":"15881234","name":"a"}\n{"number":"15771234","name":"b"}\n';
  expect(await read(utf8(file))).toMatchObject({ format: 'json', entries: ['15881234|a', '15771234|b'] });
});

describe('a large document', () => {
  const many = Array.from({ length: 5000 }, (_, index) => ({
    phone: `+82701234${1000 + index}`,
    votes: 1,
    rating: 'G_FRAUD',
  }));
  test('is read as what it is, element by element', async () => {
    const { format, entries, problems } = await read(
      utf8(JSON.stringify({ version: 1, numbers: many }, null, 1)),
    );
    expect([format, entries.length, problems]).toEqual(['phoneblock', 5000, []]);
    expect(entries[4999]).toBe('07012345999||||phishing|block');
  });

  test('that is cut off gives what came before, and says so', async () => {
    const whole = JSON.stringify({ numbers: many });
    const { entries, problems } = await read(utf8(whole.slice(0, -1000)));
    expect(entries.length).toBeGreaterThan(4000);
    expect(problems).toMatchObject([{ problem: 'broken' }]);
  });

  test('comes in pieces that together hold every leaf of it, however it is cut', () => {
    const leaves = (value: unknown): string[] =>
      typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(leaves)
        : [JSON.stringify(value)];
    const big = fc.array(fc.record({ a: fc.string(), b: fc.integer() }), { minLength: 0, maxLength: 3 });
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 3 }),
        big,
        fc.integer({ min: 1, max: 5000 }),
        (value, rows, pieceLength) => {
          const filler = Array.from({ length: 3000 }, (_, index) => ({ index, text: '"}],{[\\' }));
          const text = JSON.stringify({ x: value, filler, rows: { rows } });
          const cut = text.match(new RegExp(`[^]{1,${pieceLength}}`, 'g')) ?? [];
          const found = new Set([...jsonPieces(cut)].flatMap(leaves));
          for (const leaf of leaves(JSON.parse(text))) expect(found.has(leaf)).toBe(true);
        },
      ),
      { numRuns: 20 },
    );
  });
});
