import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { CallerId } from '../../shared/call.ts';
import { decodeAll } from '../../main/line/caller-id/decode-all.ts';
import { nameLimit, numberLimit } from '../../main/line/caller-id/text.ts';
import { createWireDecoder, wireBufferLimit } from '../../main/line/caller-id/wire-decoder.ts';
import type { WireEvent } from '../../main/line/caller-id/wire-decoder.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const samples = readFileSync(new URL('../data/cid-samples.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map(line => z.object({ raw: z.string() }).parse(JSON.parse(line)).raw);
const packets = readFileSync(new URL('../data/mdmf.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map(line => z.object({ hex: z.string() }).parse(JSON.parse(line)).hex);

/** Pieces of what modems say, so that chance comes near to what matters. */
const fragments = [
  ...samples,
  ...packets,
  'NMBR = ',
  'NMBR=',
  'NAME = ',
  'DATE =',
  'TIME',
  'MESG = 80',
  '=',
  ' ',
  ',',
  'RING',
  'RING;',
  'OK',
  '+CLIP: ',
  '###DATE',
  '...NMBR',
  '+++',
  'I03/18 ',
  '01 I S ',
  'P',
  'O',
  '\r',
  '\n',
  '\r\n',
  '\x10',
  '\x10R',
  '\x02',
  '\x021I',
  '\x03',
  '\x80',
  '\x04',
  '\x82',
  '발신번호표시제한',
];

const bytes = fc.uint8Array({ maxLength: 300 });
const wireBytes = fc
  .array(
    fc.oneof(
      bytes,
      fc.constantFrom(...fragments).map(utf8),
      fc.constantFrom(...fragments).map(text => Uint8Array.from(text, letter => letter.charCodeAt(0) & 0xff)),
      fc.constantFrom(...packets).map(hex => Uint8Array.from(Buffer.from(hex, 'hex'))),
    ),
    { maxLength: 12 },
  )
  .map(parts => Uint8Array.from(parts.flatMap(part => [...part])));

function portions(all: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const at = [...new Set(cuts.map(cut => cut % (all.length + 1)))].sort((a, b) => a - b);
  return [0, ...at].map((from, index) => all.subarray(from, at[index] ?? all.length));
}

function eventsOf(parts: readonly Uint8Array[]): WireEvent[] {
  const decoder = createWireDecoder();
  const events = parts.flatMap(part => {
    const told = decoder.push(part);
    expect(decoder.buffered()).toBeLessThanOrEqual(wireBufferLimit);
    return told;
  });
  const rest = decoder.flush();
  expect(decoder.buffered()).toBe(0);
  return [...events, ...rest];
}

test('any bytes, cut anywhere, tell the same, bounded and clean', () => {
  fc.assert(
    fc.property(wireBytes, fc.array(fc.nat(), { maxLength: 40 }), (all, cuts) => {
      const events = eventsOf([all]);
      expect(eventsOf(portions(all, cuts))).toEqual(events);
      for (const event of events) {
        if (event.type !== 'caller-id') continue;
        const { number, name, date, time } = CallerId.parse(event.callerId);
        expect(number ?? '').toMatch(/^(?:[+Vv]?\d+)?$/);
        expect((number ?? '').length).toBeLessThanOrEqual(numberLimit);
        expect((name ?? '').length).toBeLessThanOrEqual(nameLimit);
        expect(name ?? '').not.toMatch(/[\p{Cc}\p{Cf}]/u);
        expect(date ?? '').toMatch(/^(?:\d{4})?$/);
        expect(time ?? '').toMatch(/^(?:([01]\d|2[0-3])[0-5]\d)?$/);
      }
    }),
    { numRuns: 2000 },
  );
});

test('byte by byte is as good as at once', () => {
  fc.assert(
    fc.property(wireBytes, all => {
      expect(eventsOf([...all].map(byte => Uint8Array.of(byte)))).toEqual(eventsOf([all]));
    }),
    { numRuns: 500 },
  );
});

test('a decoder that has seen anything, and then silence, decodes the next call as a new one would', () => {
  fc.assert(
    fc.property(wireBytes, fc.constantFrom(...samples), (before, raw) => {
      const used = createWireDecoder();
      used.push(before);
      used.flush();
      const withoutBlock = (events: WireEvent[]) => events.map(event => ({ ...event, block: 0 }));
      const fresh = createWireDecoder();
      const wanted = withoutBlock([...fresh.push(utf8(raw)), ...fresh.flush()]);
      expect(withoutBlock([...used.push(utf8(raw)), ...used.flush()])).toEqual(wanted);
    }),
    { numRuns: 1000 },
  );
});

/** Line noise: anything that does not itself say a field of a caller ID. */
const noise = fc
  .oneof(
    bytes,
    fc.uint8Array({ maxLength: 4 }),
    fc
      .constantFrom(
        'OK',
        'ERROR',
        'AT+VCID=1',
        'FOO = BAR',
        '\x02',
        '\x10',
        '\x80\xff',
        '\x80\x20\x05\xff',
        '\x04\x12',
        '\x021I',
      )
      .map(text => Uint8Array.from(text, letter => letter.charCodeAt(0))),
  )
  .filter(all => decodeAll(all).length === 0);

const calls = [
  ['\r\nNMBR=0212345678\r\nDATE=0319\r\nTIME=1632\r\n', '0212345678'],
  ['\r\nDATE = 0319\r\nTIME = 1632\r\nNMBR = 0212345678\r\nNAME = RING, INC\r\n', '0212345678'],
  ['\r\n801601083131323530393031020a38303035353531323132c5\r\n', '8005551212'],
  ['\r\n01      9/04      1:29 PM       212-555-4000           Joe     \r\n', '2125554000'],
  ['\r\nRING;08912345;08765\r\n', '08912345'],
  ['\r\n\x021I01012345678       \x03\r\n', '01012345678'],
  ['\r\n25.11.26 10:30:00;RING;0;01023456789;8673300;SIP0;\r\n', '01023456789'],
  ['\r\n^^<U>\x00\x01<S>\x00\x0d\x02$01 I E 0000 G A2 12/17 04:54 PM 770-263-7111 KIM   \r\n', '7702637111'],
  ['\r\n$01     09/26     02:30 PM     0212345678     I     KIM TRADING\r\n', '0212345678'],
] as const;

test('noise lines before and behind a call, in any portions, do not change it', () => {
  fc.assert(
    fc.property(
      noise,
      noise,
      fc.constantFrom(...calls),
      fc.array(fc.nat(), { maxLength: 20 }),
      (before, behind, [raw, number], cuts) => {
        const all = Uint8Array.from([...before, ...utf8(raw), ...utf8('\r\n'), ...behind, ...utf8('\r\n')]);
        const told = eventsOf(portions(all, cuts)).flatMap(event =>
          event.type === 'caller-id' && event.complete ? [event.callerId] : [],
        );
        const clean = eventsOf([utf8(raw)]).flatMap(event =>
          event.type === 'caller-id' && event.complete ? [event.callerId] : [],
        );
        expect(told).toEqual(clean);
        expect(told[0]?.number).toBe(number);
      },
    ),
    { numRuns: 4000 },
  );
});

/** Does it say nothing, not even a ring, to one who awaits a caller ID? */
function saysNothing(all: Uint8Array): boolean {
  const inside = Uint8Array.from([...utf8('RING\r\nDATE=0101\r\n'), ...all, ...utf8('\r\n')]);
  if (eventsOf([inside]).filter(event => event.type === 'ring').length > 1) return false;
  const told = decodeAll(inside);
  const [call] = told;
  return (
    told.length === 1 &&
    Object.entries(call ?? {}).every(([key, value]) => (key === 'date') === (value !== null))
  );
}

test('noise lines between the lines of a call do not change it', () => {
  const quiet = noise.filter(saysNothing);
  fc.assert(
    fc.property(
      fc.array(quiet, { minLength: 5, maxLength: 5 }),
      fc.shuffledSubarray(['DATE = 0319', 'TIME = 1632', 'NMBR = 0212345678', 'NAME = KIM, JIN'], {
        minLength: 4,
      }),
      fc.array(fc.nat(), { maxLength: 20 }),
      (noises, lines, cuts) => {
        const all = Uint8Array.from(
          ['RING', ...lines].flatMap((line, at) => [
            ...utf8(`${line}\r\n`),
            ...(noises[at] ?? []),
            ...utf8('\r\n'),
          ]),
        );
        const told = eventsOf(portions(all, cuts)).flatMap(event =>
          event.type === 'caller-id' && event.complete ? [event.callerId] : [],
        );
        expect(told).toMatchObject([
          { number: '0212345678', name: 'KIM, JIN', date: '0319', time: '1632', withheld: null },
        ]);
      },
    ),
    { numRuns: 2000 },
  );
});

test('endless input without a line end keeps the buffer bounded and the next line whole', () => {
  const decoder = createWireDecoder();
  for (const [head, piece] of [
    ['\x021I', '0'],
    ['\x80\x40\x70\x10', 'A'],
  ] as const) {
    decoder.push(Uint8Array.from(head + piece.repeat(3000), letter => letter.charCodeAt(0)));
    expect(decoder.buffered()).toBeLessThanOrEqual(wireBufferLimit);
    decoder.flush();
  }
  for (const piece of ['A', ' ', '\x80', '\x02', '\x10', '\x04\x08', '\x80\xff\x07\xff', 'NAME = ', '\t ']) {
    const block = Uint8Array.from(piece.repeat(5000), letter => letter.charCodeAt(0));
    for (let round = 0; round < 5; round++) {
      decoder.push(block);
      expect(decoder.buffered()).toBeLessThanOrEqual(wireBufferLimit);
    }
    const events = decoder.push(utf8('\r\nNMBR=0212345678\r'));
    const known = events.flatMap(event =>
      event.type === 'caller-id' && event.known ? [event.callerId.number] : [],
    );
    expect(known).toContain('0212345678');
    decoder.flush();
  }
});
