import { expect, test } from 'vitest';
import { bench, korean, pause, until, watching } from './bench.ts';
import type { Answers, Manner } from './scripted-modem.ts';

/** Seven bits and even parity, as one sees it who reads eight bits. */
const withParity = (text: string): string =>
  String.fromCharCode(
    ...Array.from(text, letter => {
      const code = letter.charCodeAt(0);
      const ones = code.toString(2).replaceAll('0', '').length;
      return ones % 2 === 0 ? code : code | 0x80;
    }),
  );

/** Knows nothing but what is named: all else is ERROR. */
const only = (...commands: string[]): Answers => ({
  '*': 'ERROR',
  ...Object.fromEntries(commands.map(command => [command, 'OK'])),
});

const manners: [string, Manner, Answers?][] = [
  ['ends its lines with CR alone', { line: text => `\r${text}\r` }],
  ['ends its lines with LF alone', { line: text => `\n${text}\n` }],
  ['leaves blank lines everywhere', { line: text => `\r\n\r\n\r\n${text}\r\n\r\n` }],
  ['has no line break before its answers', { line: text => `${text}\r\n` }],
  ['has noise round every line', { line: text => `\x00\xff\r\n\xff${text}\x00\xff\r\n\x00` }],
  ['sends seven bits and parity', { line: text => withParity(`\r\n${text}\r\n`) }],
  ['echoes whatever it is told', { echo: true }],
  ['answers after a while', { delayMs: 90 }],
  ['answers in digits', { digits: true }],
  ['writes blanks behind RING', { ring: 'RING   ' }],
  ['writes ring small', { ring: 'ring' }],
  ['knows AT, ATH and one caller-ID command only', {}, only('AT', 'ATH0', 'ATH1', 'AT+VCID=1')],
  ['calls itself RING and NMBR', {}, { ATI0: 'RING TEST\r\nNMBR-9000', 'AT+GMI': 'ERROR CORRECTION' }],
];

test.each(manners)('a modem that %s is watched, and hangs up once', async (_how, manner, answers = {}) => {
  const line = await bench({
    manner,
    answers,
    refuse: () => true,
    options: { holdMs: 0, timings: { commandMs: 2000 } },
  });
  await watching(line);
  const before = line.modem.commands().length;
  line.modem.ring();
  await pause(50);
  line.modem.callerId(korean('15881234'));
  await until(() => line.calls()[0]?.state === 'ended');
  expect(line.calls()).toHaveLength(1);
  expect(line.calls()[0]).toMatchObject({
    outcome: 'refused',
    rings: 1,
    callerId: { number: '15881234', date: '1125', time: '1030' },
  });
  const hooks = line.modem
    .commands()
    .slice(before)
    .filter(command => /^ATH|^ATA/.test(command));
  expect(hooks).toEqual(['ATH1', 'ATH0']);
});
