import { describe, expect, test } from 'vitest';
import { korean, read, utf8 } from './read-entries.ts';

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

test.each([
  [
    'of an iPhone, with its own labels',
    'BEGIN:VCARD\nVERSION:3.0\nN:홍;길동;;;\nFN:홍길동\nitem1.TEL;type=pref:+82 10-2345-6789\nitem1.X-ABLabel:_$!<Mobile>!$_\nEND:VCARD\n',
    ['01023456789|홍길동'],
  ],
  [
    'of a Samsung phone, with a photograph and a kind of its own',
    'BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=EA=B9=80=EC=B2=A0=\r\n=EC=88=98\r\nTEL;X-카카오:02-312-3456\r\nPHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQAAAQAB\r\n /2wBDAAMCAgMCAgMDAwM\r\n\r\nEND:VCARD\r\n',
    ['023123456|김철수'],
  ],
  ['in small letters', 'begin:vcard\nfn:가게\ntel:15881234\nend:vcard\n', ['15881234|가게']],
  ['with carriage returns alone', 'BEGIN:VCARD\rFN:맥\rTEL:0313334444\rEND:VCARD\r', ['0313334444|맥']],
  ['without a name', 'BEGIN:VCARD\nNICKNAME:별명\nTEL:031-333-4445\nEND:VCARD\n', ['0313334445|별명']],
  [
    'of a block list, with a beginning of numbers',
    'BEGIN:VCARD\nFN:Block\nTEL:+4989*\nEND:VCARD\n',
    ['+4989*|Block'],
  ],
])('a card %s is read', async (_what, text, entries) => {
  expect(await read(utf8(text))).toEqual({ format: 'vcf', entries, problems: [] });
});

test('cards in UTF-16 are read', async () => {
  const file = Buffer.from('\ufeffBEGIN:VCARD\r\nFN:김\r\nTEL:0313334444\r\nEND:VCARD\r\n', 'utf16le');
  expect((await read(new Uint8Array(file), 'a.vcf')).entries).toEqual(['0313334444|김']);
});

test('a photograph of megabytes costs no more than its length', async () => {
  const photograph = `PHOTO;ENCODING=b:${'A'.repeat(70)}\r\n${` ${'A'.repeat(70)}\r\n`.repeat(60_000)}`;
  const file = `BEGIN:VCARD\r\nFN:김\r\n${photograph}TEL:0313334444\r\nEND:VCARD\r\n`;
  expect((await read(utf8(file))).entries).toEqual(['0313334444|김']);
});
