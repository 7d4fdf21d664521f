import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { decodeAll } from '../../../main/line/caller-id/decode-all.ts';
import { createWireDecoder } from '../../../main/line/caller-id/wire-decoder.ts';
import type { WireEvent } from '../../../main/line/caller-id/wire-decoder.ts';
import { hex, latin, nothing, only, packet, parameter, unhex, utf8 } from './wire-bytes.ts';

const Sample = z.object({
  raw: z.string(),
  expect: z.object({
    number: z.string().nullable(),
    name: z.string().nullable(),
    date: z.string().nullable(),
    time: z.string().nullable(),
    withheld: z.string().nullable(),
  }),
});
const PacketSample = z.object({
  id: z.string(),
  hex: z.string(),
  checksum_ok: z.boolean(),
  length_ok: z.boolean(),
  fields_spandsp: z.record(z.string(), z.string()).nullable(),
  minimodem: z
    .object({ Time: z.string().optional(), Phone: z.string().optional(), Name: z.string().optional() })
    .nullable(),
});

function rows<T>(file: string, schema: z.ZodType<T>): T[] {
  const path = new URL(`../../data/${file}`, import.meta.url);
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map(line => schema.parse(JSON.parse(line)));
}

const samples = rows('cid-samples.jsonl', Sample);
const packets = rows('mdmf.jsonl', PacketSample);
function eventsOf(portions: Iterable<Uint8Array>): WireEvent[] {
  const decoder = createWireDecoder();
  const events = [...portions].flatMap(portion => decoder.push(portion));
  return [...events, ...decoder.flush()];
}

function* bytewise(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at++) yield bytes.subarray(at, at + 1);
}

describe('recorded caller IDs', () => {
  test.each(samples)('decodes $raw', ({ raw, expect: wanted }) => {
    expect(only(utf8(raw))).toMatchObject(wanted);
  });

  test.each(samples)('tells the same of $raw byte by byte', ({ raw }) => {
    expect(eventsOf(bytewise(utf8(raw)))).toEqual(eventsOf([utf8(raw)]));
  });
});

describe('recorded packets', () => {
  const wantedOf = (sample: z.infer<typeof PacketSample>) => {
    const fields = sample.fields_spandsp;
    const number = fields?.['02'] ?? sample.minimodem?.Phone?.replaceAll('-', '') ?? null;
    return {
      number: number === '' || number === 'O' ? null : number,
      date: fields?.['01']?.slice(0, 4) ?? sample.minimodem?.Time?.slice(0, 5).replace('/', '') ?? null,
      withheld: fields?.['04'] === 'P' ? 'private' : number === 'O' ? 'unavailable' : null,
      checksum: sample.checksum_ok,
    };
  };
  const calls = packets.filter(({ id }) => id !== 'mdmf-msgwait-82' && id !== 'bad-truncated');

  test.each(calls)('decodes $id as hexadecimal text and as bytes', sample => {
    const wanted = wantedOf(sample);
    if (sample.fields_spandsp?.['04'] === 'P') wanted.number = null;
    const name = sample.fields_spandsp?.['07'] ?? '';
    for (const bytes of [
      utf8(sample.hex),
      utf8(`\r\n${sample.hex.toUpperCase()}\r\n`),
      utf8(`MESG = ${sample.hex.replace(/../g, '$& ')}\r\n`),
      unhex(sample.hex),
      Uint8Array.from([...latin('\r\nRING\r\nUUUUUUUU'), ...unhex(sample.hex), ...latin('\r\nRING\r\n')]),
    ]) {
      expect(only(bytes)).toMatchObject(wanted);
      if (name.length > 1) expect(only(bytes).name).toBe(name.trim());
    }
  });

  test('a packet that breaks off keeps what came whole, and is not trusted', () => {
    const torn = packets.find(({ id }) => id === 'bad-truncated');
    expect(only(utf8(torn?.hex ?? ''))).toEqual({ ...nothing, date: '1125', time: '0901', checksum: false });
  });

  test('a message-waiting packet is no call', () => {
    const waiting = packets.find(({ id }) => id === 'mdmf-msgwait-82');
    expect(decodeAll(utf8(waiting?.hex ?? ''))).toEqual([]);
    expect(eventsOf([unhex(waiting?.hex ?? '')])).toEqual([{ type: 'other', what: 'message-waiting' }]);
  });

  test('a packet printed without its checksum byte has none to be judged by', () => {
    const bytes = packet(0x80, parameter(0x01, '11250901'), parameter(0x02, '0212345678')).slice(0, -1);
    expect(only(utf8(hex(bytes)))).toEqual({ ...nothing, number: '0212345678', date: '1125', time: '0901' });
  });

  test.each([
    ['Korean pay phone as the reason', packet(0x80, parameter(0x04, 'C')), { withheld: 'payphone' }],
    [
      'ETSI voice call with operator and called line',
      packet(
        0x80,
        parameter(0x11, [1]),
        parameter(0x02, '0123456789'),
        parameter(0x12, '0987654321'),
        parameter(0x30, [1, 2, 3]),
        parameter(0xe0, [9]),
      ),
      { number: '0123456789' },
    ],
    [
      'ETSI pay phone caller without a number',
      packet(0x80, parameter(0x04, 'O'), parameter(0x16, [7])),
      { number: null },
    ],
    ['complementary number only', packet(0x80, parameter(0x10, '0311234567')), { number: '0311234567' }],
    [
      'EUC-KR name',
      packet(0x80, parameter(0x02, '15881234'), parameter(0x07, [0xc8, 0xab, 0xb1, 0xe6, 0xb5, 0xbf])),
      { number: '15881234', name: '홍길동' },
    ],
    [
      'UTF-8 name cut in the middle of a character',
      packet(0x80, parameter(0x02, '15881234'), parameter(0x07, [...utf8('홍길동')].slice(0, 8))),
      { name: '홍길' },
    ],
    [
      'SDMF of a mobile',
      packet(0x04, [...latin('0319163201012345678')]),
      { number: '01012345678', date: '0319', time: '1632' },
    ],
    ['SDMF private', packet(0x04, [...latin('03191632P')]), { withheld: 'private' }],
  ] as const)('reads %s', (_name, bytes, wanted) => {
    expect(only(utf8(hex(bytes)))).toMatchObject({ ...wanted, checksum: true });
    expect(only(Uint8Array.from(bytes))).toMatchObject({ ...wanted, checksum: true });
  });

  test('what only looks like the beginning of a packet does not eat the text behind it', () => {
    for (const noise of [
      '\x80\x03\x11\x01\x41',
      '\x80\x20\x05\x10',
      '\x82\x03\x0b\x01\x41',
      '\x04\x08',
      '\x021I',
    ])
      expect(only(latin(`${noise}NMBR=0212345678\r`)).number).toBe('0212345678');
  });

  test('an ETSI call of type message waiting is no call', () => {
    expect(
      decodeAll(utf8(hex(packet(0x80, parameter(0x11, [0x81]), parameter(0x02, '0123456789'))))),
    ).toEqual([]);
  });
});

describe('values', () => {
  const block = (name: string) => `DATE = 0319\r\nTIME = 1632\r\nNMBR = 0212345678\r\nNAME = ${name}\r\n`;

  test.each([
    'RING CENTRAL',
    'OK MOTORS',
    'TIME WARNER COM',
    'A=B',
    'TIME=1200',
    'NMBR=5551234',
    'DATE = 0101 NMBR = 1',
    'SMITH, JOHN, JR',
    'O\'BRIEN "X"',
    'ERROR',
    'NO CARRIER',
    '8005551212',
    'x'.repeat(120),
  ])('keeps the name %j and the number beside it', name => {
    expect(only(utf8(block(name)))).toEqual({
      number: '0212345678',
      name,
      date: '0319',
      time: '1632',
      withheld: null,
    });
  });

  test('a name without end is cut, and the call stays', () => {
    const call = only(utf8(`NMBR = 0212345678\r\nNAME = ${'가'.repeat(5000)}\r\nDATE = 0319\r\n`));
    expect(call).toMatchObject({ number: '0212345678', date: '0319' });
    expect(call.name?.length).toBeLessThanOrEqual(128);
  });

  test('an empty name is no name', () => {
    expect(only(utf8(block(''))).name).toBeNull();
  });

  test.each([...Array.from({ length: 0x20 }, (_, byte) => byte), 0x7f, 0x80, 0x82, 0xb2, 0xfe, 0xff])(
    'a stray byte %i before the digits does not hide the number',
    byte => {
      const noise = String.fromCharCode(byte);
      for (const raw of [
        `RING\r\nNMBR = ${noise}01012345678\r\nRING\r\n`,
        `NMBR=${noise}${noise}01012345678\r\n`,
      ])
        expect(only(latin(raw)).number).toBe('01012345678');
    },
  );

  test.each<[string, Uint8Array, string]>([
    ['UTF-8', utf8(block('홍길동 치과')), '홍길동 치과'],
    [
      'EUC-KR',
      Uint8Array.from([...latin('NMBR=15881234\r\nNAME='), 0xc8, 0xab, 0xb1, 0xe6, 0xb5, 0xbf, 0x0d]),
      '홍길동',
    ],
    [
      'CP949 beyond EUC-KR',
      Uint8Array.from([...latin('NAME='), 0xb6, 0xca, 0x8c, 0x63, 0xb0, 0xa2, 0xc7, 0xcf, 0x0d]),
      '똘똠각하',
    ],
    [
      'EUC-KR among Latin letters',
      Uint8Array.from([...latin('NAME=SK'), 0xc5, 0xda, 0xb7, 0xb9, 0xc4, 0xde, 0x0d]),
      'SK텔레콤',
    ],
    ['EUC-KR, Chinese characters', latin('NAME = \xd1\xd1\xd9\xa5\r\n'), '金明'],
    ['Latin-1', latin('NAME = FUN\xc7\xc3O ASSIST\xcaNCIA\r\n'), 'FUNÇÃO ASSISTÊNCIA'],
    ['Latin-1 that could be Korean', latin('NAME = \xc5KE M\xdcLLER\r\n'), 'ÅKE MÜLLER'],
    ['bidi overrides', utf8('NAME = ab\u202e\u200bcd\r\n'), 'abcd'],
  ])('reads a name in %s', (_encoding, bytes, name) => {
    expect(only(bytes).name).toBe(name);
  });

  test.each([
    ['0319', '0319'],
    ['2803', '2803'],
    ['990305', '0305'],
    ['20240305', '0305'],
    ['03/05', '0305'],
    ['3-5', '0305'],
    ['2024-03-05', '0305'],
    ['03/05/24', '0305'],
    ['1332', null],
    ['0000', null],
    ['abc', null],
    ['', null],
    ['\x01\x02', null],
  ])('date %j is %j', (text, date) => {
    expect(only(utf8(`DATE = ${text}\r\nNMBR = 0212345678\r\n`))).toMatchObject({
      date,
      number: '0212345678',
    });
  });

  test.each([
    ['1254', '1254'],
    ['12541', '1254'],
    ['125430', '1254'],
    ['12:54', '1254'],
    ['12:54:30', '1254'],
    ['1:29 PM', '1329'],
    ['12:11 AM', '0011'],
    ['935', '0935'],
    ['2423', null],
    ['1275', null],
    ['13:00 PM', null],
    ['', null],
  ])('time %j is %j', (text, time) => {
    expect(only(utf8(`TIME = ${text}\r\nNMBR = 0212345678\r\n`))).toMatchObject({
      time,
      number: '0212345678',
    });
  });

  test.each([
    ['P', 'private'],
    ['O', 'unavailable'],
    ['C', 'payphone'],
    ['PRIVATE', 'private'],
    ['Withheld', 'private'],
    ['ANONYMOUS', 'private'],
    ['Restricted', 'private'],
    ['UNAVAILABLE', 'unavailable'],
    ['OUT-OF-AREA', 'unavailable'],
    ['Out of Area', 'unavailable'],
    ['UNKNOWN', 'unavailable'],
    ['발신번호 표시제한', 'private'],
    ['발신번호표시제한', 'private'],
    ['발신번호없음', 'unavailable'],
    ['공중전화', 'payphone'],
    ['NO TIME', null],
    ['04xxxxxxx7', null],
    ['0207####123', null],
    ['010****5678', null],
  ])('a number that says %j is withheld: %j', (text, withheld) => {
    expect(only(utf8(`NMBR = ${text}\r\n`))).toEqual({ ...nothing, withheld });
  });

  test('the words for a withheld number come in EUC-KR as well', () => {
    // 발신번호표시제한
    const words = [
      0xb9, 0xdf, 0xbd, 0xc5, 0xb9, 0xf8, 0xc8, 0xa3, 0xc7, 0xa5, 0xbd, 0xc3, 0xc1, 0xa6, 0xc7, 0xd1,
    ];
    expect(only(Uint8Array.from([...latin('NMBR='), ...words, 0x0d])).withheld).toBe('private');
  });
});

describe('the moment of knowing', () => {
  const known = (events: readonly WireEvent[]) =>
    events.flatMap(event => (event.type === 'caller-id' && event.known ? [event.callerId] : []));

  test('the number is told at the CR that ends it, without NAME, LF or a blank line', () => {
    const decoder = createWireDecoder();
    expect(known(decoder.push(utf8('\r\nRING\r\n\r\nNMBR=0212345678')))).toEqual([]);
    expect(known(decoder.push(utf8('\r')))).toEqual([{ ...nothing, number: '0212345678', checksum: null }]);
  });

  test('a reason instead of the number is known as soon; a reason in the name field is not', () => {
    const decoder = createWireDecoder();
    expect(known(decoder.push(utf8('DATE=0319\r\nTIME=1632\r\nNAME=O\r\n')))).toEqual([]);
    expect(known(decoder.push(utf8('NMBR=P\r\n')))).toMatchObject([{ withheld: 'private' }]);
  });

  test('later fields complete the same block', () => {
    const decoder = createWireDecoder();
    const events = decoder.push(utf8('NMBR=0212345678\r\nDATE=0319\r\n\r\nTIME=1632\r\nRING\r\n'));
    expect(events.at(-1)).toEqual({ type: 'ring', distinctive: null });
    expect(events.at(-2)).toMatchObject({
      type: 'caller-id',
      block: 1,
      complete: true,
      callerId: { number: '0212345678', date: '0319', time: '1632' },
    });
    expect(new Set(events.flatMap(event => (event.type === 'caller-id' ? [event.block] : [])))).toEqual(
      new Set([1]),
    );
  });

  test('a raw packet is told with its checksum byte, a box frame with its ETX', () => {
    const bytes = packet(0x80, parameter(0x02, '0212345678'));
    const decoder = createWireDecoder();
    expect(decoder.push(Uint8Array.from(bytes.slice(0, -1)))).toEqual([]);
    expect(known(decoder.push(Uint8Array.from(bytes.slice(-1))))).toMatchObject([{ number: '0212345678' }]);
  });
});

describe('calls', () => {
  test.each([
    'NMBR = 0212345678\r\nNMBR = O\r\n',
    'DATE = 0319\r\nTIME = 1632\r\nNMBR = 0212345678\r\n\r\nRING\r\n\r\nDATE = 0319\r\nTIME = 1632\r\nNMBR = O\r\n',
    'NMBR = O\r\nRING\r\nNMBR = 0212345678\r\n',
    'RING\r\nNMBR = 0212345678\r\nRING\r\nNMBR = 0212345678\r\nRING\r\n',
    'NMBR = 0212345678\r\nRING\r\nDATE = 0319\r\nTIME = 1632\r\n',
    'DATE = 0319\r\nTIME = 1632\r\nRING\r\nNMBR = 0212345678\r\n',
  ])('%j is one call of one number', raw => {
    const calls = decodeAll(utf8(raw));
    expect(calls.map(({ number, withheld }) => ({ number, withheld }))).toEqual([
      { number: '0212345678', withheld: null },
    ]);
  });

  test('another number, or the same at another time, is another call', () => {
    const numbers = (raw: string) => decodeAll(utf8(raw)).map(({ number, withheld }) => number ?? withheld);
    const at = (time: string, number: string) =>
      `RING\r\nDATE=0319\r\nTIME=${time}\r\nNMBR=${number}\r\nRING\r\nRING\r\n`;
    expect(numbers(at('1632', '0212345678') + at('1632', '0311112222'))).toEqual([
      '0212345678',
      '0311112222',
    ]);
    expect(numbers(at('1632', '0212345678') + at('1645', '0212345678'))).toEqual([
      '0212345678',
      '0212345678',
    ]);
    expect(numbers(at('1632', '0212345678') + at('1645', 'P'))).toEqual(['0212345678', 'private']);
    expect(numbers('NMBR=0212345678\rNMBR=0311112222\r')).toEqual(['0212345678', '0311112222']);
  });

  test('a second delivery with a good checksum mends the first', () => {
    const good = packet(0x80, parameter(0x01, '03191632'), parameter(0x02, '0212345678'));
    const bad = good.map((byte, at) => (at === good.length - 3 ? byte ^ 1 : byte));
    expect(decodeAll(utf8(`${hex(bad)}\r\nRING\r\n${hex(good)}\r\n`))).toEqual([
      { ...nothing, number: '0212345678', date: '0319', time: '1632', checksum: true },
    ]);
  });
});

describe('rings', () => {
  const rings = (raw: string) =>
    eventsOf([latin(raw)]).flatMap(event => (event.type === 'ring' ? [event.distinctive ?? '-'] : []));

  test.each([
    ['RING\r\nRING\n\nRING\r', '---'],
    ['RING A\r\nRING 2\r\n', 'A2'],
    ['\x10R\r\n\x10R', '--'],
    ['CID RING\r\nRING RING\r\n', '---'],
    ['RING;08912345;08765\r\n', '-'],
    ['+CRING: VOICE\r\n', '-'],
    ['\xfe\x80RING\x00\r\n', '-'],
    ['RINGING\r\nNAME = RING\r\nRING BACK\r\n', ''],
  ])('%j', (raw, wanted) => {
    expect(rings(raw).join('')).toBe(wanted);
  });

  test('cadences of distinctive rings come in milliseconds', () => {
    expect(eventsOf([utf8('DRON=5\r\nDROF=11\r\n')])).toEqual([
      { type: 'cadence', edge: 'on', ms: 500 },
      { type: 'cadence', edge: 'off', ms: 1100 },
    ]);
  });

  test('voice-class events are told by letter, also with a DLE split from it', () => {
    expect(eventsOf(['\x10', 'b\x10', 's\x10\x03', 'OK\r\n'].map(latin))).toEqual([
      { type: 'dle', code: 'b' },
      { type: 'dle', code: 's' },
      { type: 'dle', code: 'ETX' },
      { type: 'reply', line: 'OK' },
    ]);
  });

  test('replies, echo and identity pass as whole lines', () => {
    const lines = eventsOf([utf8('ATE0V1\r\r\nOK\r\n+VCID: (0-2)\r\nCONNECT 9600\r\n')]);
    expect(lines.map(event => (event.type === 'reply' ? event.line : event.type))).toEqual([
      'ATE0V1',
      'OK',
      '+VCID: (0-2)',
      'CONNECT 9600',
    ]);
  });
});

describe('Korean caller-ID boxes', () => {
  const frame = (body: string, size: number) => latin(`\x02${body.padEnd(size, ' ')}\x03`);

  test.each([
    ['1I01012345678', 20, { number: '01012345678', withheld: null }],
    ['1I0212345678', 21, { number: '0212345678', withheld: null }],
    ['2IP', 20, { number: null, withheld: 'private' }],
    ['1IC', 21, { number: null, withheld: 'payphone' }],
    ['1IO', 20, { number: null, withheld: 'unavailable' }],
  ])('%s in a body of %i is a call', (body, size, wanted) => {
    expect(only(frame(body, size))).toEqual({ ...nothing, ...wanted });
    expect(only(latin(`\x02${body.padEnd(size, '\0')}\x03`))).toEqual({ ...nothing, ...wanted });
  });

  test('tells what the telephone does', () => {
    const opcodes = ['1P', '1S', '1E', '1O01012345678', '1K', '1F'];
    const events = eventsOf(opcodes.map(body => frame(body, 20)));
    expect(events.map(event => (event.type === 'box' ? event.event : event.type))).toEqual([
      'device',
      'lifted',
      'hung-up',
      'dial',
      'dialled',
      'force-end',
    ]);
  });

  test('a frame that lost its ETX counts if its padding shows it whole, and never swallows the next', () => {
    const numbers = (raw: string) => decodeAll(latin(raw)).map(({ number }) => number);
    expect(numbers('\x021I01012345678      \x021I0212345678        \x03')).toEqual([
      '01012345678',
      '0212345678',
    ]);
    expect(numbers('\x021I0101234\x021I0212345678        \x03')).toEqual(['0212345678']);
  });
});
