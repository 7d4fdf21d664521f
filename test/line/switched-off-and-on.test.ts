import { expect, test } from 'vitest';
import { until } from './bench.ts';
import { simulatedBench } from './simulated-bench.ts';

test('a modem that was switched off and on behind its cable is set up again', async () => {
  const line = await simulatedBench(
    'conexant',
    {},
    { refuse: () => true },
    { timings: { heartbeatMs: 300 } },
  );
  line.modem.powerCycle();
  expect(line.modem.state.callerId).toBe('off');
  await until(() => line.modem.state.callerId === 'formatted');
  await until(() => !line.modem.state.echo);
  line.exchange.placeCall({ number: '15881234' });
  await until(() => line.calls()[0]?.outcome === 'refused');
});

test('a modem that echoes for ever is not set up again and again', async () => {
  const line = await simulatedBench('conexant', { echoStuck: true }, undefined, {
    timings: { heartbeatMs: 100 },
  });
  const resets = (): number => line.log.filter(entry => entry.startsWith('out AT&F')).length;
  const asked = (): number => line.log.filter(entry => entry === 'out AT').length;
  const [before, questions] = [resets(), asked()];
  await until(() => asked() > questions + 3);
  expect(resets()).toBe(before);
});
