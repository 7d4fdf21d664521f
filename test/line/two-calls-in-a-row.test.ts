import { expect, test } from 'vitest';
import { bench, korean, until, watching } from './bench.ts';

test('two refused calls in a row are two calls, each hung up on', async () => {
  const line = await bench({ refuse: () => true });
  await watching(line);
  line.modem.ring();
  line.modem.callerId(korean('15881111'));
  await until(() => line.calls()[0]?.hangUp?.verified === null && line.calls()[0]?.endedAt !== null);
  // The next one comes while the first is still being watched for more ringing.
  await until(() => line.modem.count('ATH0') === 2);
  line.modem.ring();
  line.modem.callerId(korean('15882222'));
  await until(() => line.calls().length === 2 && line.calls()[1]?.state === 'ended');
  expect(line.calls()).toMatchObject([
    { callerId: { number: '15881111' }, outcome: 'refused', hangUp: { attempts: 1, verified: true } },
    {
      callerId: { number: '15882222' },
      outcome: 'refused',
      rings: 1,
      hangUp: { attempts: 1, verified: true },
    },
  ]);
  expect(line.modem.count('ATH1')).toBe(2);
});

test('a good caller right after a refused one is not taken for the old ringing', async () => {
  const line = await bench({ refuse: call => call.callerId?.number === '15881111' });
  await watching(line);
  line.modem.ring();
  line.modem.callerId(korean('15881111'));
  await until(() => line.calls()[0]?.endedAt != null);
  await new Promise(resolve => setTimeout(resolve, 100));
  line.modem.ring();
  line.modem.callerId(korean('0212345678'));
  await until(() => line.calls().length === 2);
  line.modem.ring();
  await until(() => line.calls()[1]?.rings === 2);
  expect(line.modem.count('ATH1')).toBe(1);
});

test('a caller ID that was never finished belongs to its own call, not to the next RING', async () => {
  const line = await bench({ refuse: () => true, options: { timings: { flushMs: 60_000 } } });
  await watching(line);
  line.modem.ring();
  line.cable.say('NMBR=15881111\r\n');
  await until(() => line.calls()[0]?.state === 'ended');
  line.modem.ring();
  await until(() => line.calls().length === 2);
  await new Promise(resolve => setTimeout(resolve, 100));
  expect(line.calls()[1]).toMatchObject({ callerId: null, rings: 1, state: 'ringing' });
  expect(line.modem.count('ATH1')).toBe(1);
});
