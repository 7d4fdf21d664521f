import { expect, test } from 'vitest';
import { bench, korean, until, watching } from './bench.ts';

test('an unplugged modem is told, and watched again when it returns', async () => {
  const line = await bench({ refuse: () => true });
  await watching(line);
  await line.cable.unplug();
  await until(() => line.line.status().state === 'unplugged', 4000);
  expect(line.line.status()).toMatchObject({ canHangUp: false, path: null });
  await line.cable.replug();
  await watching(line);
  line.modem.ring();
  line.modem.callerId(korean('15881234'));
  await until(() => line.calls()[0]?.outcome === 'refused');
});

test('an unplug in mid-call closes the call as interrupted', async () => {
  const line = await bench();
  await watching(line);
  line.modem.ring();
  line.modem.callerId(korean('15881234'));
  await until(() => line.calls()[0]?.callerId != null);
  await line.cable.unplug();
  await until(() => line.calls()[0]?.state === 'ended');
  expect(line.calls()[0]?.outcome).toBe('interrupted');
});

test('a modem that was never there is not found, and found when it comes', async () => {
  const line = await bench();
  await line.line.close();
  await line.cable.unplug();
  const { watchLine } = await import('./bench.ts');
  const absent = watchLine(line.cable.path);
  await until(() => absent.line.status().state === 'not-found');
  await line.cable.replug();
  await until(() => absent.line.status().state === 'watching');
});
