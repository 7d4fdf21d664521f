import { expect, test } from 'vitest';
import { until } from './bench.ts';
import { simulatedBench } from './simulated-bench.ts';

test('a fax tone answers in class 1, hangs up with the second ATH0, and leaves class 0 behind', async () => {
  const line = await simulatedBench(
    'conexant',
    {},
    { refuse: () => true, method: 'fax' },
    { timings: { faxToneMs: 1200 } },
  );
  line.exchange.placeCall({ number: '15881234' });
  await until(() => line.calls()[0]?.state === 'ended');
  expect(line.calls()[0]).toMatchObject({ outcome: 'refused', hangUp: { method: 'fax', verified: true } });
  expect(line.modem.state).toMatchObject({ fclass: '0', offHook: false });
  const sent = line.log.filter(entry => entry.startsWith('out AT'));
  const from = sent.indexOf('out AT+FCLASS=1');
  expect(sent.slice(from, from + 5)).toEqual([
    'out AT+FCLASS=1',
    'out ATA',
    'out ATH0',
    'out ATH0',
    'out AT+FCLASS=0',
  ]);
});
