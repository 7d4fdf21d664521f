import { SerialPort } from 'serialport';
import { expect, test } from 'vitest';
import { bench, until, watching } from './bench.ts';

test('a suspended line frees its port, and watches again when resumed', async () => {
  const line = await bench();
  await watching(line);
  line.line.suspend();
  await until(() => line.line.status().state === 'stopped');
  await until(() => line.line.status().path === null);
  const other = new SerialPort({ path: line.cable.path, baudRate: 9600, autoOpen: false });
  await new Promise<void>((resolve, reject) => other.open(error => (error ? reject(error) : resolve())));
  await new Promise<void>(resolve => other.close(() => resolve()));
  line.line.resume();
  await watching(line);
});

test('a closed line keeps no timer and no port', async () => {
  const line = await bench();
  await watching(line);
  line.modem.ring();
  await until(() => line.calls().length === 1);
  await line.line.close();
  expect(line.calls()[0]?.outcome).toBe('interrupted');
  expect(line.line.status().state).toBe('stopped');
  const left = process.getActiveResourcesInfo().filter(kind => kind === 'TTYWrap' || kind === 'Timeout');
  // The bench's own end of the cable stays.
  expect(left.filter(kind => kind === 'Timeout').length).toBeLessThanOrEqual(1);
});
