import { expect, test } from 'vitest';
import { bench, korean, pause, until, watching } from './bench.ts';

test.each(['A', 'B', '1', '3'])('RING %s is a ring', async which => {
  const line = await bench({ refuse: () => true, options: { holdMs: 0 } });
  await watching(line);
  line.modem.ring(which);
  line.modem.callerId(korean('15881234'));
  await until(() => line.calls()[0]?.outcome === 'refused');
  expect(line.calls()[0]?.rings).toBe(1);
});

test('two short bursts are one ring: the number that comes after them is waited for', async () => {
  const line = await bench({ refuse: () => true, options: { holdMs: 0, timings: { burstMs: 500 } } });
  await watching(line);
  line.cable.say('\r\nDRON=4\r\n');
  await pause(60);
  line.cable.say('\r\nDROF=2\r\n\r\nDRON=4\r\n');
  await pause(60);
  expect(line.asked()).toHaveLength(0);
  line.modem.callerId(korean('15881234'));
  await until(() => line.calls()[0]?.outcome === 'refused');
  expect(line.asked().map(call => call.callerId?.number)).toEqual(['15881234']);
});
