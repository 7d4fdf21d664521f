import { dirname } from 'node:path';
import { onTestFinished, expect, test } from 'vitest';
import { until, watchLine } from './bench.ts';
import { scriptModem } from './scripted-modem.ts';
import { layCable } from './tty.ts';

test('a modem found by itself is found again when it returns under another name', async () => {
  const cable = await layCable();
  onTestFinished(() => cable.close());
  scriptModem(cable);
  let path: string | null = cable.path;
  const find = (): Promise<{ path: string; name: string; score: number; stable: string }[]> =>
    Promise.resolve(path === null ? [] : [{ path, name: 'Modem', score: 100, stable: 'serial:1' }]);
  const auto = watchLine('auto', { find });
  await until(() => auto.line.status().state === 'watching');
  expect(auto.line.status().path).toBe(cable.path);

  path = null;
  await cable.unplug();
  await until(() => auto.line.status().state === 'unplugged');
  path = await cable.replug('ttyACM7');
  await until(() => auto.line.status().state === 'watching');
  expect(auto.line.status().path).toBe(`${dirname(cable.path)}/ttyACM7`);
});

test('without any port the line says so and lists none', async () => {
  const auto = watchLine('auto', { find: () => Promise.resolve([]) });
  await until(() => auto.line.status().state === 'not-found');
  expect(auto.line.status().ports).toEqual([]);
});

test('a silent device is passed over for the modem behind another port', async () => {
  const silent = await layCable();
  const cable = await layCable();
  onTestFinished(async () => {
    await silent.close();
    await cable.close();
  });
  scriptModem(cable);
  const auto = watchLine('auto', {
    timings: { answerMs: 60 },
    find: () =>
      Promise.resolve([
        { path: silent.path, name: 'Cable', score: 20, stable: null },
        { path: cable.path, name: 'Cable', score: 10, stable: null },
      ]),
  });
  await until(() => auto.line.status().state === 'watching');
  expect(auto.line.status().path).toBe(cable.path);
});
