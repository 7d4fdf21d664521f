import { describe, expect, test } from 'vitest';
import { decodeAll } from '../../../main/line/caller-id/decode-all.ts';
import type { DecodedCall } from '../../../main/line/caller-id/decode-all.ts';
import { createWireDecoder } from '../../../main/line/caller-id/wire-decoder.ts';
import { hex, latin, nothing, only, packet, parameter, utf8 } from './wire-bytes.ts';

describe('dialects', () => {
  test.each<[string, Partial<DecodedCall>]>([
    ['NMBR=0212345678\nDATE=0319\nTIME=1632\n', { number: '0212345678', date: '0319', time: '1632' }],
    [
      'RING\r\nDATE = 0103\r\nTIME = 1334\r\nNAME = Tucson,AZ\r\nDDN = 9415557218\r\n',
      { number: '9415557218', name: 'Tucson,AZ' },
    ],
    [
      'DATE = 0103\r\nTIME = 1334\r\n\r\nDDN = MISSING NAME\r\n',
      { number: null, date: '0103', time: '1334' },
    ],
    [
      'DATE = 0910\r\nTIME = 0137\r\nNAME = O\r\nDDN_NMBR= 9932562\r\n',
      { number: '9932562', name: null, withheld: null },
    ],
    [
      'CID RING\r\nDATE TIME=01/06 14:15\r\nNMBR=DATE and TIME COMBINED\r\nRING\r\n',
      { number: null, date: '0106', time: '1415' },
    ],
    [
      'RING\r\nTIME: 12-25 10:20\r\nCALLER NUMBER: 08912345\r\nCALLER NAME: ZYXEL\r\n',
      { number: '08912345', name: 'ZYXEL', date: '1225', time: '1020' },
    ],
    [
      'RING\r\nTIME: 12-25 10:20\r\nREASON FOR NO CALLER NUMBER: PRIVATE\r\nREASON FOR NO CALLER NAME: PRIVATE\r\n',
      { number: null, name: null, withheld: 'private' },
    ],
    [
      'CALLING MSGDATE TIME=12/27 15:14 NO MESSAGE REASON=SECRET NAME=WITHHELD WITHHELD END MSG\r\n',
      { number: null, name: null, withheld: 'private', date: '1227', time: '1514' },
    ],
    ['CALLING MSGDATE TIME=12/27 15:14NBR=02075849648END MSG\r\n', { number: '02075849648', time: '1514' }],
    ["CALLER'S NUMBER: 5551234\r\n", { number: '5551234' }],
    ['CallerID: 4951234567\r\n', { number: '4951234567' }],
    ['RING\r\n+CLIP: "01012345678",129,,,"KIM",0\r\n', { number: '01012345678', name: 'KIM' }],
    ['+CLIP: "821012345678",145\r\n', { number: '+821012345678' }],
    ['+CLIP: "",128,,,,1\r\n', { withheld: 'private' }],
    ['FM:0765628300 TO:8673300\r\n', { number: '0765628300' }],
    [
      'DATE=0119\nTIME=2215\nNAME=ARCHER L       NMBR=5071234567\n',
      { number: '5071234567', name: 'ARCHER L' },
    ],
    [
      ' DATE = 1229 TIME = 1848 NAME = VANCOUVER    WA NMBR = 3601231234\n',
      { number: '3601231234', name: 'VANCOUVER    WA', time: '1848' },
    ],
    ['RINGDATE=0119\rTIME=2215\rNMBR=5071234567\rRING\r', { number: '5071234567', date: '0119' }],
    ['MESG = 030735353531323132\r\n', { number: '5551212' }],
    ['DATE = 0910\r\nMESG = 040150\r\nMESG = 080150\r\n', { withheld: 'private', name: null }],
    [
      'DATE = 0910\r\nMESG = 110182\r\nFOO = BAR\r\nNMBR = 0212345678\r\nX-Y = 1\r\n',
      { number: '0212345678' },
    ],
    ['nmbr = 0212345678\r\nname = lower case\r\n', { number: '0212345678', name: 'lower case' }],
    ['DATE : 0319\r\nNMBR : 0212345678\r\nNAME : COLON\r\n', { number: '0212345678', name: 'COLON' }],
    ['NMBR = \r\n01012345678\r\n', { number: '01012345678' }],
    ['NMBR = 02)123-4567\r\n', { number: '021234567' }],
    ['NMBR = +82 10-1234-5678\r\n', { number: '+821012345678' }],
    [
      'I03/22 16:17 PRIVATE      PRIVATE\r\n',
      { number: null, name: null, withheld: 'private', date: '0322', time: '1617' },
    ],
    ['I03/23 08:35 OUT OF AREA  OUT OF AREA\r\n', { name: null, withheld: 'unavailable' }],
    ['I03/22 20:00 PAY PHONE\r\n', { withheld: 'payphone' }],
    ['I03/22 16:13 507-123-4567 OUT OF AREA\r\n', { number: '5071234567', name: null, withheld: null }],
    [
      '01      9/03     12:36 PM            PRIVATE                          \r\n',
      { withheld: 'private', time: '1236', date: '0903' },
    ],
    [
      '01      9/05     11:17 AM       702-555-1145           CARD SERVICES  \r\n',
      { number: '7025551145', name: 'CARD SERVICES', time: '1117' },
    ],
    ['###DATE01061252...NMBR...NAME-PRIVATE CALLER-+++\r', { number: null, name: null, withheld: 'private' }],
    [
      '###DATE01061252...NMBR...NAME-UNKNOWN CALLER-+++\r',
      { number: null, name: null, withheld: 'unavailable' },
    ],
    ['###DATE01061252...NMBR4075551212...NAME-UNKNOWN NAME-+++\r', { number: '4075551212', name: null }],
    ['###DATE...NMBR5071234567...NAMEDock-N-Talk+++\r', { number: '5071234567', name: null }],
    [
      'CID:*DATE*10202003*TIME*0019*NMBR*2125551212*MESG*NONE*NAME*INFORMATION*\n',
      { number: '2125551212', date: '1020', time: '0019', name: 'INFORMATION' },
    ],
    [
      'CID: *DATE*03272014*TIME*1734*LINE*1234*NMBR*2125551212*MESG*NONE*NAME*OUT-OF-AREA*\n',
      { number: '2125551212', date: '0327', name: null },
    ],
    [
      '01 I E 0276 G B3 09/26 11:28 AM 800-555-1212 AT&T INFORMATIO\r\n',
      { number: '8005551212', checksum: true },
    ],
    [
      '01 I S 0276 B B3 09/26 11:28 AM 800-555-1212 AT&T INFORMATIO\r\n',
      { number: '8005551212', checksum: false },
    ],
  ])('reads %j', (raw, wanted) => {
    expect(only(utf8(raw))).toMatchObject(wanted);
  });

  test.each([
    '01 O S 0276 G B3 09/26 11:28 AM 800-555-1212 AT&T INFORMATIO\r\n',
    '01 F 09/26 11:28 AM\r\n',
    'CALLER ID: ENABLED\r\nCALLER ID: 1\r\nTEL=ON\r\n',
    'RING\r\nRING\r\n',
    'ATE0V1\r\r\nOK\r\nConexant CX93010\r\nDATE: 2003/01/02\r\n5601\r\n+VCID: (0-2)\r\nAT+VCID=1\r\nNO CARRIER\r\n',
  ])('finds no call in %j', raw => {
    expect(decodeAll(utf8(raw))).toEqual([]);
  });
});

/** Facts of the shapes from manuals and sources of caller-ID software; numbers and names are made up. */
describe('boxes and gateways', () => {
  test.each<[string, string, Partial<DecodedCall>]>([
    [
      'Whozz Calling, limited',
      '$01     09/26     02:30 PM     0212345678     I     KIM TRADING\r\n',
      { number: '0212345678', name: 'KIM TRADING', date: '0926', time: '1430' },
    ],
    [
      'Whozz Calling, limited, dashes kept, no name',
      '02     11/25     12:05 AM     02-733-1234     I     \r\n',
      { number: '027331234', name: null, date: '1125', time: '0005' },
    ],
    [
      'Whozz Calling, limited, withheld',
      '$01     09/26     02:30 PM     PRIVATE     I     \r\n',
      { number: null, withheld: 'private' },
    ],
    [
      'TCI, a name that begins with I',
      '01      9/04      1:29 PM       212-555-4000           I LOVE PIZZA   \r\n',
      { number: '2125554000', name: 'I LOVE PIZZA' },
    ],
    [
      'Whozz Calling, from its memory',
      '0248 02 09/26 13:28 I E 0276 G A3 800-555-1212 AT&T INFORMATIO\r\n',
      { number: '8005551212', name: 'AT&T INFORMATIO', date: '0926', time: '1328', checksum: true },
    ],
    [
      'Whozz Calling on the network, its numbers in any bytes',
      '^^<U>\0\0\0\0\x89\x79<S>\0\0\0\x84\x0d\x02$01 I E 0000 B A2 12/17 04:54 PM 770-263-7111 CALLER         \r\n',
      { number: '7702637111', name: 'CALLER', date: '1217', time: '1654', checksum: false },
    ],
    [
      'Whozz Calling, the start and the end of one call',
      '01 I S 0000 G A0 09/26 11:28 AM 02-734-5678    KIM            \r\n01 R          09/26 11:28 AM\r\n01 I E 0276 G A3 09/26 11:28 AM 02-734-5678    KIM            \r\n',
      { number: '027345678', name: 'KIM', date: '0926', time: '1128' },
    ],
    [
      'Whozz Calling, no caller ID came',
      '01 I S 0000 G A0 09/26 11:28 AM No-CallerID    No-CallerID    \r\n',
      { number: null, name: null, withheld: 'unavailable' },
    ],
    [
      'gateway of the NCID server',
      'CALL: ###DATE11251529...CALLIN...LINEVOIP...NMBR0212345678...NAMECourt Jester+++\r\n',
      { number: '0212345678', name: 'Court Jester', date: '1125', time: '1529' },
    ],
    [
      'gateway of the NCID server, older',
      'CALL: ###DATE05221734...LINE7711...NMBR12125551070...NAMEPRIVATE+++\r\n',
      { number: '12125551070', name: null, withheld: null },
    ],
    [
      'gateway of the NCID server, no name, no number',
      'CALL: ###DATE12041529...CALLIN...LINEWC01...NMBROUT-OF-AREA...NAMENONAME+++\r\n',
      { number: null, name: null, withheld: 'unavailable' },
    ],
    [
      'NCID server, a call that it hung up on',
      'HUP: *DATE*11252026*TIME*1030*LINE*-*NMBR*0212345678*MESG*NONE*NAME*SALES*\r\n',
      { number: '0212345678', name: 'SALES', date: '1125', time: '1030' },
    ],
    [
      'FRITZ!Box call monitor',
      '25.11.26 10:30:00;RING;0;01023456789;8673300;SIP0;\r\n25.11.26 10:30:10;CONNECT;0;1;01023456789;\r\n25.11.26 10:31:10;DISCONNECT;0;60;\r\n',
      { number: '01023456789', date: '1125', time: '1030' },
    ],
    ['YAC', '@CALLKim Jin~02-1234-5678\0\r\n', { number: '0212345678', name: 'Kim Jin' }],
    ['ISDN adapter, slash', 'RING/0212345678\r\n', { number: '0212345678' }],
    ['ISDN adapter, blank', 'RING 0212345678\r\n', { number: '0212345678' }],
    ['ISDN adapter, digits alone', 'RING\r\n0212345678\r\nRING\r\n', { number: '0212345678' }],
    [
      'Telenetics, extended',
      'RING\r\nDATE = 0319\r\nTIME = 1632\r\nNMBR = 0212345678\r\nREASON NO NAME=Out Of Area\r\nQUAL = Long Distance\r\nREDIRECT = Call Forward\r\nCALLBACK NMBR = 0312223333\r\nLOOKUP NAME = HONG\r\nRING\r\n',
      { number: '0212345678', name: 'HONG', date: '0319', time: '1632' },
    ],
    ['touch tones with their letters', 'NMBR = A0212345678C\r\n', { number: '0212345678' }],
    ['touch tones, start D', 'NMBR = D0212345678#\r\n', { number: '0212345678' }],
    ['touch tones, withheld', 'NMBR = B10C\r\n', { number: null, withheld: 'private' }],
    ['touch tones, none', 'NMBR = B00\r\n', { number: null, withheld: 'unavailable' }],
    ['touch tones, Danish', 'NMBR = D1\r\n', { number: null, withheld: 'private' }],
  ])('%s', (_box, raw, wanted) => {
    expect(only(latin(raw))).toMatchObject(wanted);
  });

  test.each([
    '$01     09/26     02:30 PM     0212345678     O     \r\n',
    '0248 02 09/26 13:28 O E 0276 G A3 800-555-1212 AT&T INFORMATIO\r\n',
    'CALL: ###DATE12041526...CALLOUT...LINE911...NMBR14075557777...NAMENONAME+++\r\n',
    'CALLINFO: ###BYE...CALLIN...LINEVOIP...NMBR14075551212...DATE12041535+++\r\n',
    'CIDINFO: *LINE*-*RING*2*TIME*22:10:33*\r\n',
    'OUT: *DATE*11252026*TIME*1031*LINE*-*NMBR*0212345679*MESG*NONE*NAME*X*\r\n',
    'CIDLOG: *DATE*11242026*TIME*1030*LINE*-*NMBR*0312345678*MESG*NONE*NAME*Y*\r\n',
    '25.11.26 10:31:00;CALL;1;11;8673300;01023456789;SIP0;\r\n',
    '+CLIP: 1,1\r\nOK\r\n',
    '0212345678\r\n',
    'RING\r\n20031104\r\n56000\r\n',
    '\xcd\xe1P@ \xacR\r\n',
    '\x021I\x03',
  ])('%j is no call that comes in', raw => {
    expect(decodeAll(latin(raw))).toEqual([]);
  });
});

describe('what wires and settings do to a line', () => {
  /** Seven bits and a parity bit, as a modem sends them that is set so. */
  const withParity = (text: string, kind: 'even' | 'odd' | 'mark') =>
    Uint8Array.from(text, letter => {
      const bits = letter.charCodeAt(0);
      const odd = bits.toString(2).replaceAll('0', '').length % 2 === 1;
      return kind === 'mark' || odd === (kind === 'even') ? bits | 0x80 : bits;
    });
  const call =
    '\r\nRING\r\n\r\nDATE = 0319\r\nTIME = 1632\r\nNMBR = 01023456789\r\nNAME = KIM\r\n\r\nRING\r\n';

  test.each(['even', 'odd', 'mark'] as const)('%s parity is taken off', kind => {
    expect(only(withParity(call, kind))).toEqual({
      number: '01023456789',
      name: 'KIM',
      date: '0319',
      time: '1632',
      withheld: null,
    });
    expect(only(withParity('RING\r\nNMBR=P\r\n', kind)).withheld).toBe('private');
    expect(only(withParity('801601083131323530393031020a38303035353531323132c5\r\n', kind))).toMatchObject({
      number: '8005551212',
      checksum: true,
    });
  });

  test('a line with parity is read at its own end', () => {
    const decoder = createWireDecoder();
    const line = withParity('NMBR=01023456789\r', 'even');
    expect(decoder.push(line)).toMatchObject([{ type: 'caller-id', known: true }]);
  });

  test.each<[string, Partial<DecodedCall>]>([
    ['NMBR = "02-1234-5678"\r\nNAME = "KIM, JIN"\r\n', { number: '0212345678', name: 'KIM, JIN' }],
    ["DATE='0319'\r\nTIME='16:32'\r\nNMBR='0212345678'\r\n", { date: '0319', time: '1632' }],
    [
      'DATE: 0319 TIME: 1632 NMBR: 0212345678 NAME: KIM\r\n',
      { number: '0212345678', name: 'KIM', time: '1632' },
    ],
    ['RING\r\nDATE:0319\r\nTIME:1632\r\nNAME:KIM\r\nNMBR:0212345678\r\n', { date: '0319', name: 'KIM' }],
    ['DATE=0319;TIME=1632;NMBR=0212345678;NAME=KIM;\r\n', { number: '0212345678', name: 'KIM' }],
    ['NMBR = 0212345678 NAME = KIM MESG = 110101\r\n', { number: '0212345678', name: 'KIM' }],
    ['RINGxNMBR = 0212345678\r\n', { number: '0212345678' }],
    ['N\x13MBR = 02\x11123\x1345678\r\n', { number: '0212345678' }],
    ['NMBR = 0212345678\r\nNAME = KI\xffM \x7fTRADING\r\n', { name: 'KIM TRADING' }],
    ['\x1b[2JNMBR = 0212345678\r\n', { number: '0212345678' }],
    ['NMBR=0212345678\r\nTIME=10.30\r\n', { time: '1030', date: null }],
    ['NMBR=0212345678\r\nDATE=25.11.\r\nTIME=10h30\r\n', { date: '2511', time: '1030' }],
  ])('reads %j', (raw, wanted) => {
    expect(only(latin(raw))).toMatchObject(wanted);
  });

  test('dates and times written out in Korean are read', () => {
    expect(only(utf8('NMBR=0212345678\r\nDATE=2026년 11월 25일\r\nTIME=9시 30분\r\n'))).toMatchObject({
      date: '1125',
      time: '0930',
    });
  });

  const bytes = packet(0x80, parameter(0x01, '03191632'), parameter(0x02, '0212345678'));
  const whole = { ...nothing, number: '0212345678', date: '0319', time: '1632', checksum: true };

  test.each([
    ['quotes', `"${hex(bytes)}"`],
    ['brackets', `<${hex(bytes)}>`],
    ['marks ahead of it', `ffff${hex(bytes)}`],
    ['a reply on its line', `MESG = ${hex(bytes)} OK`],
    ['colons', hex(bytes).replace(/..(?=.)/g, '$&:')],
    ['0x and commas', `MESG = ${hex(bytes).replace(/../g, '0x$&,')}`],
    ['two lines', hex(bytes).replace(/^.{20}/, '$&\r\n')],
    ['many lines', hex(bytes).replace(/.{16}/g, '$&\r\n')],
  ])('a packet in hexadecimal with %s is whole', (_what, text) => {
    expect(only(utf8(`RING\r\n${text}\r\nRING\r\n`))).toEqual(whole);
  });

  test('parameters that nobody knows are passed over, if the checksum holds', () => {
    const odd = packet(
      0x80,
      parameter(0x01, '03191632'),
      parameter(0x02, '0212345678'),
      parameter(0x70, [2, 3]),
    );
    expect(only(Uint8Array.from(odd))).toEqual(whole);
    expect(only(utf8(hex(odd)))).toEqual(whole);
    expect(decodeAll(utf8(hex([...odd.slice(0, -1), (odd.at(-1) ?? 0) ^ 1])))).toEqual([]);
  });

  test('a stray byte that could begin a packet does not hold up the number behind it', () => {
    for (const noise of [
      '\x80',
      '\x80\x40',
      '\x80\x80\r\n',
      '\x80\x40\x70\x1f',
      '\x82\xff',
      '\x04\x30',
      '\x86',
    ])
      expect(createWireDecoder().push(latin(`${noise}\r\nNMBR=0212345678\r`)), noise).toContainEqual(
        expect.objectContaining({ type: 'caller-id', known: true }),
      );
  });

  test('what follows an unknown parameter in noise is read all the same', () => {
    expect(only(latin('\x80\x20\x01\x0803191632\x70\x10NMBR=0212345678\r\n')).number).toBe('0212345678');
  });
});

describe('the same caller again, without a date', () => {
  const numbers = (raw: string) => decodeAll(latin(raw)).map(({ number, withheld }) => number ?? withheld);

  test('a second delivery is the same call; one after more rings is another', () => {
    expect(numbers('RING\r\nNMBR=0212345678\r\nRING\r\nNMBR=0212345678\r\nRING\r\n')).toEqual(['0212345678']);
    expect(numbers('RING;0212345678;1\r\nRING;0212345678;1\r\nRING;0212345678;1\r\n')).toEqual([
      '0212345678',
    ]);
    expect(numbers('RING\r\nNMBR=P\r\nRING\r\nRING\r\nRING\r\nNMBR=P\r\nRING\r\n')).toEqual([
      'private',
      'private',
    ]);
  });

  test('each frame of a box is a call', () => {
    const frame = (body: string) => `\x02${body.padEnd(20)}\x03`;
    const twice = ['0212345678', '0212345678'];
    expect(numbers(frame('1I0212345678') + frame('1I0212345678'))).toEqual(twice);
    expect(numbers(frame('1I0212345678') + frame('1S') + frame('1E') + frame('1I0212345678'))).toEqual(twice);
  });
});
