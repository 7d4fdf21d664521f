import { expect, test } from 'vitest';
import type { Faults } from '../../main/line/simulated/faults.ts';
import type { PersonalityKey } from '../../main/line/simulated/personalities.ts';
import { until } from './bench.ts';
import { simulatedBench } from './simulated-bench.ts';

const faults: [string, PersonalityKey, Partial<Faults>][] = [
  ['echo that cannot be switched off', 'conexant', { echoStuck: true }],
  ['results in digits only', 'conexant', { numericResults: true }],
  ['the V of +VCID read as ATV', 'rockwell', { readsPlusVAsV: true }],
  ['ERROR to ATH1', 'usr', { hookError: true }],
  ['a handshake that swallows everything', 'usr', { hookError: true, deafInHandshake: true }],
  ['caller ID in Korea only', 'conexant', { onlyInCountry: '61' }],
  ['slow answers', 'conexant', { answerDelayMs: 120 }],
  ['torn bytes', 'conexant', { tornBytes: 2, tornGapMs: 4 }],
  ['results without their line breaks', 'conexant', { bareResults: true }],
  ['a second report with O', 'conexant', { twiceWithO: true }],
];

test.each(faults)('a modem with %s is lived with', async (_name, key, fault) => {
  const line = await simulatedBench(key, fault, { refuse: () => true });
  line.exchange.placeCall({ number: '0212345678' });
  await until(() => line.calls()[0]?.state === 'ended');
  expect(line.calls()[0]).toMatchObject({ outcome: 'refused', callerId: { number: '0212345678' } });
});
