import { expect, test } from 'vitest';
import { bench, korean, until, watching } from './bench.ts';
import { simulatedBench } from './simulated-bench.ts';

test('caller ID is switched on again after each call, and every few hours', async () => {
  const line = await bench({ refuse: () => true, options: { timings: { rearmMs: 400, heartbeatMs: 100 } } });
  await watching(line);
  const armed = (): number => line.modem.count('AT+VCID=1');
  const first = armed();
  line.modem.ring();
  line.modem.callerId(korean('15881234'));
  await until(() => line.calls()[0]?.outcome === 'refused');
  await until(() => armed() > first);
  const second = armed();
  await until(() => armed() > second + 1);
  expect(line.modem.count('AT&W')).toBe(0);
});

test('a modem that forgets its caller ID after a call is armed for the next', async () => {
  const line = await simulatedBench('conexant', { forgetsCallerIdAfterCalls: 1 }, { refuse: () => true });
  line.exchange.placeCall({ number: '15881111' });
  await until(() => line.calls()[0]?.state === 'ended');
  line.exchange.placeCall({ number: '15882222' });
  await until(() => line.calls()[1]?.state === 'ended');
  line.exchange.placeCall({ number: '15883333' });
  await until(() => line.calls()[2]?.state === 'ended');
  expect(line.calls()[2]?.callerId?.number).toBe('15883333');
});
