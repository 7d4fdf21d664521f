import { expect, test } from 'vitest';
import { bench, korean, until, watching } from './bench.ts';

test('a Korean block without a name is decided at its number, before the rest has come', async () => {
  const line = await bench({ refuse: call => call.callerId?.number === '15881234' });
  await watching(line);
  line.modem.ring();
  line.cable.say('\r\nNMBR=15881234\r\n');
  await until(() => line.modem.count('ATH1') === 1);
  line.cable.say('DATE=1125\r\nTIME=1030\r\n');
  await until(() => line.calls()[0]?.outcome === 'refused');
  expect(line.calls()[0]?.callerId).toMatchObject({ number: '15881234', date: '1125', time: '1030' });
  expect(line.calls()).toHaveLength(1);
});

test('a whole Korean block in one burst with RING is decided as well', async () => {
  const line = await bench({ refuse: () => true });
  await watching(line);
  line.cable.say(`\r\nRING\r\n${korean('0212345678').join('\r\n')}\r\n`);
  await until(() => line.modem.count('ATH0') >= 2 && line.modem.count('ATH1') === 1);
  expect(line.asked()).toHaveLength(1);
});
