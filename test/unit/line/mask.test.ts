import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { decodeAll } from '../../../main/line/caller-id/decode-all.ts';
import type { DecodedCall } from '../../../main/line/caller-id/decode-all.ts';
import { createMask } from '../../../main/line/mask.ts';

const Sample = z.object({ raw: z.string() });
const PacketSample = z.object({ id: z.string(), hex: z.string() });

function rows<T>(file: string, schema: z.ZodType<T>): T[] {
  const path = new URL(`../../data/${file}`, import.meta.url);
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map(line => schema.parse(JSON.parse(line)));
}

const latin = (text: string): Uint8Array => Uint8Array.from(text, letter => letter.charCodeAt(0));
const text = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** As a modem set to seven bits and even parity sends it. */
const parity = (said: string): string =>
  said.replace(/[^]/g, letter => {
    const bits = letter.charCodeAt(0);
    const isOdd = bits.toString(2).replaceAll('0', '').length % 2 === 1;
    return String.fromCharCode(isOdd ? bits | 0x80 : bits);
  });

function maskAll(portions: Iterable<Uint8Array>): Uint8Array {
  const mask = createMask();
  return Uint8Array.from([...[...portions].flatMap(portion => mask.push(portion)), ...mask.flush()]);
}

const keptOf = (digits: string): string => digits.slice(0, digits.startsWith('1') ? 4 : 3);
const hiddenNumber = (number: string): string => {
  const digits = number.replace(/\D/g, '');
  return number.replace(/\d+/, keptOf(digits).padEnd(digits.length, '0'));
};
/** Bytes of a name that is not ASCII become an X each, so only its letters' absence can be told. */
const isPlain = (name: string): boolean => /^[\x20-\x7e]*$/.test(name);
const hiddenName = (name: string): string => name.replace(/[A-Za-z]/g, 'X').replace(/\d/g, '0');

const masked = (call: DecodedCall): DecodedCall => ({
  ...call,
  number: call.number === null ? null : hiddenNumber(call.number),
  name: call.name === null ? null : isPlain(call.name) ? hiddenName(call.name) : 'not plain',
});
const comparable = (call: DecodedCall, like: DecodedCall | undefined): DecodedCall =>
  like?.name != null && !isPlain(like.name) ? { ...call, name: 'not plain' } : call;

function expectMasked(bytes: Uint8Array): void {
  const said = maskAll([bytes]);
  expect(said).toHaveLength(bytes.length);
  const calls = decodeAll(bytes);
  expect(decodeAll(said).map((call, index) => comparable(call, calls[index]))).toEqual(calls.map(masked));
  for (const { number, name } of calls) {
    const digits = number?.replace(/\D/g, '') ?? '';
    const secret = digits.slice(keptOf(digits).length);
    if (/[1-9]/.test(secret)) expect(text(said)).not.toContain(secret);
    if (name !== null && /[A-WYZa-z]{3}/.test(name)) expect(text(said)).not.toContain(name);
  }
}

describe('a masked recording plays back as the same calls, with their numbers and names hidden:', () => {
  test.each(rows('cid-samples.jsonl', Sample).map(({ raw }) => [JSON.stringify(raw), raw]))(
    '%s',
    (_, raw) => {
      expectMasked(new TextEncoder().encode(raw));
    },
  );

  describe.each(rows('mdmf.jsonl', PacketSample).map(({ id, hex }) => [id, hex] as const))('%s', (_, hex) => {
    test.each([
      ['as bytes', Uint8Array.from(hex.match(/../g) ?? [], pair => Number.parseInt(pair, 16))],
      ['in hexadecimal', latin(`\r\nRING\r\n\r\n${hex.toUpperCase()}\r\n`)],
      ['in lower case behind MESG', latin(`MESG = ${hex}\r\n`)],
      ['spaced', latin(`MESG=${(hex.match(/../g) ?? []).join(' ').toUpperCase()}\r\n`)],
      ['behind the U of the exchange', latin(`555555${hex}\r\n`)],
    ])('%s', (_way, bytes) => expectMasked(bytes));
  });

  test.each([
    ['parameters only', 'MESG = 020A30313031323334353637070548 4F4E474B\r\n'.replace(' 4F', '4F')],
    ['noise before the digits', 'NMBR = \x02\x00\xff0212345678\r\n'],
    ['a voice-class event in the line', '\x10R\r\nNM\x10XBR=0212345678\r\n'],
    ['a CID box', '\x021I0212345678        \x03'],
    ['a pay phone at a CID box', '\x021IC                 \x03'],
    ['+CLIP', '+CLIP: "0212345678",129,"","","HONG KILDONG",0\r\n'],
    ['NCID', 'CID: *DATE*03301423*TIME*1423*LINE*1*NMBR*4075551212*MESG*NONE*NAME*JOHN DOE*\r\n'],
    ['Korean keys', Buffer.from('발신번호: 010-1234-5678\r\n').toString('latin1')],
    ['a Korean word for a withheld number', Buffer.from('NMBR=발신번호표시제한\r\n').toString('latin1')],
    ['a number on the line below its key', 'NMBR =\r\n0212345\r\n'],
    ['a short number', 'NMBR=1588\r\n'],
    ['Whozz Calling', '02     11/25     12:05 AM     02-733-1234     I     \r\n'],
    ['Whozz Calling, with a name', '$01     09/26     02:30 PM     0212345678     I     KIM TRADING\r\n'],
    ['a gateway', 'CALL: ###DATE11251529...CALLIN...LINEVOIP...NMBR0212345678...NAMECourt Jester+++\r\n'],
    ['FRITZ!Box', '25.11.26 10:30:00;RING;0;01023456789;8673300;SIP0;\r\n'],
    ['an ISDN adapter', 'RING\r\n0212345678\r\nRING\r\n'],
    ['touch tones with their letters', 'NMBR = A0212345678C\r\n'],
    ['touch tones that say that it is withheld', 'NMBR = B10C\r\n'],
    ['quoted values', "DATE='0319'\r\nTIME='16:32'\r\nNMBR='0212345678'\r\nNAME=\"KIM, JIN\"\r\n"],
    ['all on one line', 'DATE: 0319 TIME: 1632 NMBR: 0212345678 NAME: KIM\r\n'],
    [
      'a packet broken over lines',
      'RING\r\n80160108313132353039\r\n3031020A383030353535\r\n31323132C5\r\nRING\r\n',
    ],
    [
      'a packet with 0x and commas',
      'MESG = 0x04,0x0b,0x30,0x33,0x31,0x39,0x31,0x36,0x33,0x32,0x30,0x32,0x31,0x9b\r\n',
    ],
    ['even parity', parity('\r\nNMBR = 01023456789\r\nNAME = KIM\r\n')],
  ])('%s', (_name, raw) => expectMasked(latin(raw)));
});

test('a checksum that was wrong stays wrong', () => {
  const packet = latin('801601083131323530393031020a38303035353531323132c4'.replace(/c4$/, 'C4'));
  expect(decodeAll(packet)[0]?.checksum).toBe(false);
  expect(decodeAll(maskAll([packet]))[0]?.checksum).toBe(false);
});

test.each([
  ['an owner’s own number', 'NDID = 0317654321\r\n', '7654321'],
  ['a number behind a time', 'TIME = 0317654321\r\n', '7654321'],
  ['a name in a number’s place', 'NMBR = KIM MINSU\r\n', 'MINSU'],
  ['touch tones', '\x100\x103\x101\x107\x106\x105', '\x107'],
  ['a packet that broke off', '\x80\x16\x01\x0811250901\x02\x0a80055512', '5512'],
  ['a number by itself', '031-765-4321\r\n', '765'],
])('%s is hidden as well', (_name, raw, secret) => {
  expect(text(maskAll([latin(raw)]))).not.toContain(secret);
});

test.each([
  '\r\n56000\r\n\r\nCX93001-EIS_V0.2013-V92\r\n\r\nOK\r\n',
  'AT+GCI=61\r\nOK\r\n',
  '\r\nRING\r\n',
  '1,"8-BIT LINEAR",8,0,(8000),(0),(0)\r\n',
])('what tells of no caller stays as it is: %j', raw => expect(text(maskAll([latin(raw)]))).toBe(raw));

test.each([
  ['NMBR=0212345', '678\r\n', 'NMBR=0210000000\r\n'],
  ['\x80\x16\x01\x0811250901\x02\x0a8005', '551212\xc5\r\n', null],
  ['\x021I02123', '45678    \x03', null],
])('of a line that comes by halves the second half is hidden as well: %j, %j', (first, second, expected) => {
  const mask = createMask();
  const said = text(
    Uint8Array.from([
      ...mask.push(latin(first)),
      ...mask.flush(),
      ...mask.push(latin(second)),
      ...mask.flush(),
    ]),
  );
  if (expected !== null) expect(said).toBe(expected);
  expect(said).not.toMatch(/[1-9]{2}(?:\s|\xc5|$)|5512|4567/);
});

test('any bytes in any portions keep their length, and portions change nothing', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.constantFrom(...rows('cid-samples.jsonl', Sample).map(({ raw }) => new TextEncoder().encode(raw))),
  );
  fc.assert(
    fc.property(fc.array(bytes, { maxLength: 6 }), fc.array(fc.nat(40), { maxLength: 40 }), (parts, cuts) => {
      const all = Uint8Array.from(parts.flatMap(part => [...part]));
      const portions: Uint8Array[] = [];
      let at = 0;
      for (const cut of cuts) portions.push(all.subarray(at, (at += cut)));
      portions.push(all.subarray(at));
      expect(maskAll(portions)).toEqual(maskAll([all]));
      expect(maskAll(portions)).toHaveLength(all.length);
    }),
    { numRuns: 300 },
  );
});
