import { SerialPort } from 'serialport';
import { onTestFinished, expect, test } from 'vitest';
import { until, watchLine } from './bench.ts';
import { scriptModem } from './scripted-modem.ts';
import { layCable } from './tty.ts';

test('a port that another program holds is busy, and used as soon as it is free', async () => {
  const cable = await layCable();
  onTestFinished(() => cable.close());
  scriptModem(cable);
  const other = new SerialPort({ path: cable.path, baudRate: 9600 });
  await new Promise<void>(resolve => other.once('open', () => resolve()));
  const line = watchLine(cable.path);
  await until(() => line.line.status().state === 'port-busy');
  expect(line.line.status().values).toMatchObject({ device: cable.path });
  await new Promise<void>(resolve => other.close(() => resolve()));
  await until(() => line.line.status().state === 'watching');
});

test('one line that fails does not disturb another', async () => {
  const cable = await layCable();
  onTestFinished(() => cable.close());
  const modem = scriptModem(cable);
  const missing = watchLine('/dev/ringfence-no-such-modem');
  const nonsense = watchLine('http://example');
  const good = watchLine(cable.path, {}, { refuse: () => true });
  await until(() => good.line.status().state === 'watching');
  expect(missing.line.status().state).toBe('not-found');
  expect(nonsense.line.status().state).toBe('bad-address');
  modem.ring();
  modem.callerId(['NMBR=15881234']);
  await until(() => good.calls()[0]?.outcome === 'refused');
});

test('a file that is no terminal is a bad address', async () => {
  const line = watchLine('/etc/hostname');
  await until(() => line.line.status().state === 'bad-address');
});
