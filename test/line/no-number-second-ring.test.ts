import { expect, test } from 'vitest';
import { bench, korean, pause, until, watching } from './bench.ts';

test('without a number the verdict is asked for at the second ring', async () => {
  const line = await bench({ refuse: call => call.callerId === null });
  await watching(line);
  line.modem.ring();
  await pause(200);
  expect(line.asked()).toHaveLength(0);
  line.modem.ring();
  await until(() => line.calls()[0]?.outcome === 'refused');
  expect(line.asked()).toMatchObject([{ callerId: null, rings: 2 }]);
});

test('a number that comes after the second ring is asked about again', async () => {
  const line = await bench({ refuse: call => call.callerId?.number === '15881234' });
  await watching(line);
  line.modem.ring();
  await pause(200);
  line.modem.ring();
  await until(() => line.asked().length === 1);
  line.modem.callerId(korean('15881234'));
  await until(() => line.modem.count('ATH1') === 1);
  expect(line.asked().map(call => call.callerId?.number ?? null)).toEqual([null, '15881234']);
});
