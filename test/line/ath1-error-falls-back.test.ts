import { expect, test } from 'vitest';
import { bench, korean, until, watching } from './bench.ts';

test('a modem that refuses ATH1 is made to answer with ATA, and that is remembered', async () => {
  const line = await bench({ refuse: () => true, answers: { ATH1: 'ERROR', ATA: null } });
  await watching(line);
  line.modem.ring();
  line.modem.callerId(korean('15881111'));
  await until(() => line.calls()[0]?.outcome === 'refused');
  expect(line.modem.count('ATH1')).toBe(1);
  expect(line.modem.count('ATA')).toBe(1);

  line.modem.ring();
  line.modem.callerId(korean('15882222'));
  await until(() => line.calls()[1]?.outcome === 'refused');
  expect(line.modem.count('ATH1')).toBe(1);
  expect(line.modem.count('ATA')).toBe(2);
});
