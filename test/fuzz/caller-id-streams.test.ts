import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCallFinder } from '../../main/line/caller-id/decode-all.ts';
import type { DecodedCall } from '../../main/line/caller-id/decode-all.ts';
import { hex, latin, packet, parameter, utf8 } from '../unit/line/wire-bytes.ts';

type Call = { number: string; date: string; time: string; name: string; reason: 'P' | 'O' | 'C' | null };

const two = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map(value => String(value).padStart(2, '0'));
const call: fc.Arbitrary<Call> = fc.record({
  number: fc
    .tuple(fc.constantFrom('010', '02', '031', '070', '1588', '0507', '00182', '001861'), fc.nat(89_999_999))
    .map(([head, tail]) => head + String(tail + 10_000_000)),
  date: fc.tuple(two(1, 12), two(1, 28)).map(parts => parts.join('')),
  time: fc.tuple(two(0, 23), two(0, 59)).map(parts => parts.join('')),
  name: fc.constantFrom('', 'KIM', 'RING', 'OK', 'LEE JH', 'TIME CO', 'A=B', '홍길동'),
  reason: fc.option(fc.constantFrom('P', 'O', 'C'), { freq: 6 }),
});

const bytesOf = (...parts: readonly (string | readonly number[])[]): number[] =>
  parts.flatMap(part => (typeof part === 'string' ? [...utf8(part)] : [...part]));
const multiple = ({ number, date, time, reason }: Call): number[] =>
  packet(0x80, parameter(1, date + time), reason === null ? parameter(2, number) : parameter(4, reason));
const single = ({ number, date, time, reason }: Call): number[] =>
  packet(4, [...latin(date + time + (reason ?? number))]);

const kinds = { P: 'private', O: 'unavailable', C: 'payphone' } as const;
/** What of a call its shape carries. */
type Shape = {
  write: (call: Call, end: string, is: string) => number[];
  has: { name?: true; sum?: true; undated?: true };
};
const shapes: readonly Shape[] = [
  {
    write: ({ number, date, time, reason }, end, is) =>
      bytesOf(`NMBR${is}${reason ?? number}${end}DATE${is}${date}${end}TIME${is}${time}${end}${end}`),
    has: {},
  },
  {
    write: ({ number, date, time, name, reason }, end, is) =>
      bytesOf(
        `DATE${is}${date}${end}TIME${is}${time}${end}NMBR${is}${reason ?? number}${end}NAME${is}${name}${end}`,
      ),
    has: { name: true },
  },
  {
    write: ({ number, date, time, reason }, end, is) =>
      bytesOf(`DATE${is}${date} TIME${is}${time} NMBR${is}${reason ?? number}${end}`),
    has: {},
  },
  { write: (it, end) => bytesOf(hex(multiple(it)), end), has: { sum: true } },
  { write: (it, end) => bytesOf(hex(single(it)).toUpperCase(), end), has: { sum: true } },
  { write: (it, end, is) => bytesOf(`MESG${is}`, hex(multiple(it)), end), has: { sum: true } },
  { write: it => bytesOf('UUUU', multiple(it)), has: { sum: true } },
  { write: it => single(it), has: { sum: true } },
  {
    write: ({ number, date, time, reason }, _end, is) =>
      bytesOf(`\x10R\x10X\r\nDATE${is}${date}\r\nTIME${is}${time}\r\nNMBR${is}${reason ?? number}\r\n\x10.`),
    has: {},
  },
  {
    write: ({ number, reason }) => bytesOf(`\x021I${(reason ?? number).padEnd(18)}\x03`),
    has: { undated: true },
  },
];

function wanted(
  { number, date, time, name, reason }: Call,
  { name: named, sum, undated }: Shape['has'],
): DecodedCall {
  return {
    number: reason === null ? number : null,
    name: named && name !== '' ? name : null,
    date: undated ? null : date,
    time: undated ? null : time,
    withheld: reason === null ? null : kinds[reason],
    ...(sum ? { checksum: true } : {}),
  };
}

const between = fc.constantFrom(
  '',
  'RING\r\n',
  'OK\r\n',
  '\r\nRING\r\n\r\nRING\r\nNO CARRIER\r\n',
  'AT+VCID=1\r\r\nOK\r\n',
);
const piece = fc.tuple(
  call,
  fc.constantFrom(...shapes),
  fc.constantFrom('\r\n', '\r', '\n', '\r\r\n'),
  fc.constantFrom(' = ', '=', '= '),
  between,
);

test('calls of any shapes come out as they went in, one after another, cut anywhere', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(piece, { minLength: 1, maxLength: 5, selector: ([{ date, time }]) => date + time }),
      fc.integer({ min: 1, max: 40 }),
      (pieces, portion) => {
        const all = Uint8Array.from(
          pieces.flatMap(([one, { write }, end, is, after]) =>
            bytesOf('\r\nRING\r\n', write(one, end, is), '\r\n', after),
          ),
        );
        const finder = createCallFinder();
        const told: DecodedCall[] = [];
        for (let at = 0; at < all.length; at += portion)
          told.push(...finder.push(all.subarray(at, at + portion)));
        expect([...told, ...finder.flush()]).toEqual(pieces.map(([one, { has }]) => wanted(one, has)));
      },
    ),
    { numRuns: 3000 },
  );
});
