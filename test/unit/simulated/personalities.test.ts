import { describe, expect, test } from 'vitest';
import { personalityKeys } from '../../../main/line/simulated/personalities.ts';
import type { PersonalityKey } from '../../../main/line/simulated/personalities.ts';
import { benchOf } from './bench.ts';

const ok = '\r\nOK\r\n';
const error = '\r\nERROR\r\n';
const line = (...words: string[]): string => words.map(word => `\r\n${word}\r\n`).join('') + ok;

/** Command and answer, in the order in which a set-up would ask. */
const transcripts: Record<PersonalityKey, [command: string, answer: string][]> = {
  conexant: [
    ['ATI0', line('56000')],
    ['ATI3', line('CX93001-EIS_V0.2013-V92')],
    ['AT+GMI', line('CONEXANT')],
    ['AT+GMM', line('V90')],
    ['AT+GMR', line('CX93001-EIS_V0.2013-V92')],
    ['ATI5', line('B5')],
    ['AT+GCI?', line('B5')],
    ['AT+GCI=61', ok],
    ['AT+FCLASS=?', line('0,1,1.0,2,8')],
    ['AT+VCID=?', line('(0-2)')],
    ['AT-SCID=1;+VCID=1', ok],
    ['AT!4886=00', ok],
    ['AT#CID=1', error],
    ['AT+FCLASS=8', ok],
    ['AT+FCLASS?', line('8')],
    ['AT+VSM=1,8000,0,0', ok],
    ['AT+VTX=?', error],
  ],
  usr: [
    ['ATI0', line('5601')],
    ['ATI3', line('U.S. Robotics 56K FAX USB V1.2.23')],
    ['AT+FCLASS=?', line('0,1,8')],
    ['AT#CID=?', line('0,1,2')],
    ['AT#CID=2', ok],
    ['AT+VSM=128,8000', ok],
  ],
  silabs: [
    ['ATI6', line('2457')],
    ['ATI0', line('C')],
    ['AT+VCDT=1', ok],
    ['AT+VCID=1', ok],
    ['AT+GCI=61', ok],
  ],
  lucent: [
    ['AT+GMI', line('LUCENT TECHNOLOGIES')],
    ['AT+VDR=1,0', ok],
    ['AT+VCID=1', ok],
  ],
  motorola: [
    ['AT+VCID=1', error],
    ['AT+FCLASS=8;+VCID=1', ok],
    ['AT+FCLASS=0', ok],
    ['AT+GCI?', error],
  ],
  rockwell: [
    ['AT+VCID=1', error],
    ['AT+GMI', error],
    ['AT#CID=?', line('0,1,2')],
    ['AT#CID=1', ok],
    ['AT#CLS=8#CID=1', ok],
  ],
  zyxel: [
    ['ATI0', line('1496')],
    ['AT+VCID=1', ok],
    ['ATS40.2=1', ok],
  ],
  multitech: [
    ['ATI0', line('MT9234MU')],
    ['AT+VCID=1', ok],
    ['AT#CID=3', ok],
    ['AT#CID=4', error],
  ],
  generic: [
    ['AT+GMI', line('GENERIC')],
    ['AT+VCID=?', line('+VCID: (0,1)')],
    ['AT+VCID=1', ok],
    ['AT+VCID=2', error],
    ['AT#CID=1', error],
  ],
};

describe.each(personalityKeys)('a %s', key => {
  test.each(transcripts[key])('answers %s', (command, answer) => {
    const bench = benchOf(key);
    // In order, because a class or a country set before counts.
    for (const [earlier] of transcripts[key].slice(
      0,
      transcripts[key].findIndex(([other]) => other === command),
    ))
      bench.send(`${earlier}\r`);
    expect(bench.send(`${command}\r`)).toBe(answer);
  });
});

test('a MultiTech takes +VCID=1 without any effect', () => {
  const bench = benchOf('multitech', {}, ['E0', '+VCID=1']);
  expect(bench.modem.state.callerId).toBe('off');
  bench.at('#CID=3');
  expect(bench.modem.state.callerId).toBe('formatted');
});

test('a ZyXEL is armed by a bit of S40 and reports in words', () => {
  const bench = benchOf('zyxel', {}, ['E0', 'S40.2=1']);
  bench.exchange.placeCall({ number: '0212345678' });
  bench.timers.advance(2100);
  expect(bench.heard()).toBe('\r\nRING\r\n\r\nTIME: 10-15 13:10\r\nCALLER NUMBER: 0212345678\r\n');
});

test('a Lucent with +VDR=1,0 reports the edges of the ringing instead of RING', () => {
  const bench = benchOf('lucent', {}, ['E0', '+VDR=1,0']);
  bench.exchange.placeCall({ number: '0212345678', rings: 2 });
  bench.timers.advance(3000);
  expect(bench.heard()).toBe('\r\nDRON=10\r\n\r\nDROF=20\r\n\r\nDRON=10\r\n');
});
