import { expect, test } from 'vitest';
import { bench, korean, until, watching } from './bench.ts';

test('a number before the first ring is decided at once, and the RING after it belongs to it', async () => {
  const line = await bench({ refuse: () => true, options: { country: 'GB' } });
  await watching(line);
  line.modem.callerId(korean('02079460000'));
  await until(() => line.modem.count('ATH1') === 1);
  line.modem.ring();
  await until(() => line.calls()[0]?.outcome === 'refused');
  expect(line.calls()).toHaveLength(1);
});

test('where the number normally follows the ring, a lone number after an answered call waits for a ring', async () => {
  const line = await bench({ refuse: call => call.callerId?.number === '15881234' });
  await watching(line);
  line.modem.ring();
  line.modem.callerId(korean('0212345678'));
  await until(() => line.calls()[0]?.outcome === 'stopped');
  line.modem.callerId(korean('15881234'));
  await until(() => line.calls().length === 2);
  expect(line.modem.count('ATH1')).toBe(0);
  line.modem.ring();
  await until(() => line.modem.count('ATH1') === 1);
});
