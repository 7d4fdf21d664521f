import { expect, test } from 'vitest';
import { until } from './bench.ts';
import { simulatedBench } from './simulated-bench.ts';

test.each([
  ['conexant', 'conexant'],
  ['usr', 'usr'],
  ['silabs', 'silicon-labs'],
  ['lucent', 'agere'],
  ['motorola', 'motorola'],
  ['rockwell', 'rockwell'],
  ['zyxel', 'zyxel'],
  ['multitech', 'multitech'],
  ['generic', 'generic'],
] as const)('%s is known as %s, armed, and made to drop a refused caller', async (key, chip) => {
  const line = await simulatedBench(key, {}, { refuse: () => true });
  expect(line.line.status().modem?.chip).toBe(chip);
  line.exchange.placeCall({ number: '15881234' });
  await until(() => line.calls()[0]?.state === 'ended');
  expect(line.calls()[0]).toMatchObject({ outcome: 'refused', callerId: { number: '15881234' } });
  expect(line.modem.state.nvramWrites).toBe(0);
  // Nor by the other ways to keep settings for good: profiles to start with, stored strings, registers of the maker's own.
  expect(line.log.filter(entry => /^out AT.*([&*][WZY]|~W|\$W|S\d{2,}=)/.test(entry))).toEqual([]);
  expect(line.modem.state.offHook).toBe(false);
});
