import { describe, expect, test } from 'vitest';
import { callerIdShapes } from '../../../main/line/simulated/shapes.ts';
import type { CallerIdShape } from '../../../main/line/simulated/shapes.ts';
import type { SentCallerId } from '../../../main/line/simulated/encode.ts';
import { benchOf, october } from './bench.ts';

const inShape = (shape: CallerIdShape, sent: Omit<SentCallerId, 'at'>): string =>
  Buffer.concat([...callerIdShapes[shape]({ ...sent, at: october })]).toString('latin1');

/** What the named modems were recorded to send, with another number and time in the same places. */
describe('a caller ID has the bytes of the recordings', () => {
  test.each<[string, CallerIdShape, Omit<SentCallerId, 'at'>, string]>([
    [
      'Conexant CX93010',
      'us',
      { number: '0412345677' },
      '\r\nDATE = 1015\r\nTIME = 1310\r\nNMBR = 0412345677\r\n',
    ],
    [
      'American modem with a name',
      'us',
      { number: '8662524822', name: '800 Service' },
      '\r\nDATE = 1015\r\nTIME = 1310\r\nNMBR = 8662524822\r\nNAME = 800 Service\r\n',
    ],
    [
      'out of area',
      'us',
      { number: null, withheld: 'unavailable' },
      '\r\nDATE = 1015\r\nTIME = 1310\r\nNMBR = O\r\nNAME = O\r\n',
    ],
    [
      'TRENDnet',
      'us-tight',
      { number: '8885551212', name: 'Cell Phone    NH' },
      '\r\nDATE=1015\r\nTIME=1310\r\nNMBR=8885551212\r\nNAME=Cell Phone    NH\r\n',
    ],
    [
      'Korean line',
      'korean',
      { number: '15881234', name: 'never sent' },
      '\r\nNMBR=15881234\r\nDATE=1015\r\nTIME=1310\r\n',
    ],
    [
      'Korean line, withheld',
      'korean',
      { number: null, withheld: 'private' },
      '\r\nNMBR=P\r\nDATE=1015\r\nTIME=1310\r\n',
    ],
    [
      'Korean line, pay phone',
      'korean',
      { number: null, withheld: 'payphone' },
      '\r\nNMBR=C\r\nDATE=1015\r\nTIME=1310\r\n',
    ],
    ['Tornado in a DTMF country', 'number-only', { number: '0724749361' }, '\r\nNMBR = 0724749361\r\n'],
    [
      'British Telecom',
      'mesg-first',
      { number: '4075550000', name: 'DOE' },
      '\r\nMESG = 110101\r\nDATE = 1015\r\nTIME = 1310\r\nNMBR = 4075550000\r\nNAME = DOE\r\n',
    ],
    [
      'year in front',
      'dated-year',
      { number: '5071234567', name: 'KLIER' },
      '\r\nDATE = 261015\r\nTIME = 1310\r\nNMBR = 5071234567\r\nNAME = KLIER\r\n',
    ],
    [
      'joined',
      'one-line',
      { number: '2021230001', name: 'BUSH' },
      'DATE = 1015 TIME = 1310 NAME = BUSH NMBR = 2021230001 \r\n',
    ],
    [
      'UK modem',
      'uk',
      { number: '01231231234' },
      '\r\nCID RING\r\nCALLING MSG\r\nDATE TIME=10/15 13:10\r\nNBR=01231231234\r\nEND MSG\r\n',
    ],
    [
      'USR #CID=2',
      'mesg-hex',
      { number: '4195551212', name: 'Cell Phone   OH' },
      '\r\nMESG=80 27 01 08 31 30 31 35 31 33 31 30 02 0A 34 31 39 35 35 35 31 32 31 32 07 0F 43 65 6C 6C 20 50 68 6F 6E 65 20 20 20 4F 48 0E\r\n',
    ],
    [
      'SDMF in hex',
      'hex-sdmf',
      { number: '4075550000' },
      '\r\n041231303135313331303430373535353030303064\r\n',
    ],
    [
      'Motorola SM56 in voice class',
      'shielded',
      { number: '4075551212', name: 'CALL' },
      '\x10X\r\nDATE=1015\r\nTIME=1310\r\nNMBR=4075551212\r\nNAME=CALL\r\n\x10.',
    ],
  ])('%s', (_name, shape, sent, bytes) => expect(inShape(shape, sent)).toBe(bytes));

  test('a Korean name can come in EUC-KR', () =>
    expect(inShape('us', { number: '0212345678', name: '서울', nameEncoding: 'euc-kr' })).toContain(
      'NAME = \xbc\xad\xbf\xef\r\n',
    ));

  test('a damaged packet has a wrong checksum', () => {
    const hex = inShape('hex-damaged', { number: '0212345678' }).trim();
    expect(Buffer.from(hex, 'hex').reduce((sum, byte) => sum + byte, 0) % 256).not.toBe(0);
  });
});

const ringOnce = (bench: ReturnType<typeof benchOf>, more = {}): string => {
  bench.exchange.placeCall({ number: '0212345678', name: 'ANY', rings: 2, ...more });
  bench.timers.advance(5999);
  return bench.heard();
};
const ring = '\r\nRING\r\n';
const block = '\r\nDATE = 1015\r\nTIME = 1310\r\nNMBR = 0212345678\r\nNAME = ANY\r\n';

describe('a caller ID comes', () => {
  const armed = ['E0', '+VCID=1'];

  test('between the first ring and the second', () =>
    expect(ringOnce(benchOf('conexant', {}, armed))).toBe(ring + block + ring));

  test('never, unless it was armed', () => expect(ringOnce(benchOf('conexant'))).toBe(ring + ring));

  test.each([
    ['before-ring', block + ring + ring],
    ['with-ring', ring + block + ring],
    ['after-ring-2', ring + ring + block],
    ['never', ring + ring],
  ])('%s', (callerIdWhen, said) =>
    expect(ringOnce(benchOf('conexant', {}, armed), { callerIdWhen })).toBe(said),
  );

  test('in one piece with RING', () => {
    const bench = benchOf('conexant', {}, armed);
    const pieces: string[] = [];
    bench.modem.onOutput(bytes => void pieces.push(Buffer.from(bytes).toString('latin1')));
    bench.exchange.placeCall({ number: '0212345678', name: 'ANY', callerIdWhen: 'with-ring' });
    expect(pieces).toEqual([ring + block]);
  });

  test('line by line with gaps', () => {
    const bench = benchOf('conexant', { lineGapMs: 30 }, armed);
    bench.exchange.placeCall({ number: '0212345678' });
    bench.timers.advance(2100);
    expect(bench.heard()).toBe(`${ring}\r\nDATE = 1015\r\n`);
    bench.timers.advance(60);
    expect(bench.heard()).toBe('TIME = 1310\r\nNMBR = 0212345678\r\n');
  });

  test('twice, the second time without the number', () =>
    expect(ringOnce(benchOf('conexant', { twiceWithO: true }, armed))).toBe(
      `${ring}${block}\r\nDATE = 1015\r\nTIME = 1310\r\nNMBR = O\r\nNAME = O\r\n${ring}`,
    ));

  test('not any more after some calls, until it is armed again', () => {
    const bench = benchOf('conexant', { forgetsCallerIdAfterCalls: 1 }, armed);
    expect(ringOnce(bench)).toContain('NMBR');
    bench.timers.advance(10_000);
    expect(ringOnce(bench)).toBe(ring + ring);
    bench.timers.advance(10_000);
    bench.at('+VCID=1');
    expect(ringOnce(bench)).toContain('NMBR');
  });

  test('only with the right country', () => {
    const bench = benchOf('conexant', { onlyInCountry: '61' }, armed);
    expect(ringOnce(bench)).toBe(ring + ring);
    bench.timers.advance(10_000);
    bench.at('+GCI=61');
    expect(ringOnce(bench)).toContain('NMBR');
  });

  test('not after the line was taken', () => {
    const bench = benchOf('conexant', {}, armed);
    bench.exchange.placeCall({ number: '0212345678' });
    bench.at('H1');
    bench.timers.advance(5000);
    expect(bench.heard()).toBe('');
  });

  test('as a packet after +VCID=2, and as MESG on a USR', () => {
    expect(ringOnce(benchOf('conexant', {}, ['E0', '+VCID=2']))).toMatch(/\r\n80[0-9A-F]+\r\n/);
    expect(ringOnce(benchOf('usr', {}, ['E0', '#CID=2']))).toMatch(/\r\nMESG=80 1B( [0-9A-F]{2})+\r\n/);
  });

  test('in voice class with DLE R for RING', () => {
    expect(ringOnce(benchOf('conexant', {}, ['E0', '+FCLASS=8;+VCID=1']))).toBe(`\x10R\r\n${block}\x10R\r\n`);
    expect(ringOnce(benchOf('motorola', {}, ['E0', '+FCLASS=8;+VCID=1']))).toMatch(
      /^\x10R\r\n\x10X\r\nDATE=1015/,
    );
  });

  test('with numeric results as 2 for RING', () =>
    expect(ringOnce(benchOf('conexant', {}, ['E0', 'V0']))).toBe('2\r2\r'));

  test('with a distinctive ring where the exchange sends one', () =>
    expect(ringOnce(benchOf('usr', {}, armed), { pattern: 'B' })).toMatch(/^\r\nRING B\r\n/));
});
