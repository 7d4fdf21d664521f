import { expect, test } from 'vitest';
import { bench, korean, pause, until, watching } from './bench.ts';

test('an allowed call rings until it stops, and nothing is sent to the modem meanwhile', async () => {
  const line = await bench();
  await watching(line);
  line.modem.ring();
  line.modem.callerId(korean('0212345678'));
  await until(() => line.calls()[0]?.callerId?.number === '0212345678');
  const before = line.modem.commands().length;
  line.modem.ring();
  await pause(200);
  line.modem.ring();
  await until(() => line.calls()[0]?.rings === 3);
  expect(line.modem.commands()).toHaveLength(before);
  expect(line.line.status().state).toBe('ringing');

  await until(() => line.calls()[0]?.state === 'ended');
  expect(line.calls()).toMatchObject([{ outcome: 'stopped', hangUp: null, rings: 3 }]);
  expect(line.modem.count('ATH1')).toBe(0);
  expect(line.line.status().state).toBe('watching');
});
