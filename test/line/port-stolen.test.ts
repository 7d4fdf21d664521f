import { spawn } from 'node:child_process';
import { expect, onTestFinished, test } from 'vitest';
import { until, watchLine } from './bench.ts';
import { scriptModem } from './scripted-modem.ts';
import { layCable } from './tty.ts';

test('a program that reads the same port is named, and the line is watched again when it has gone', async () => {
  const cable = await layCable();
  onTestFinished(() => cable.close());
  const modem = scriptModem(cable, { '*': null, AT: null });
  // It was there first, takes what it gets, and holds no lock.
  const thief = spawn('cat', [cable.path], { stdio: 'ignore' });
  onTestFinished(() => void thief.kill());
  const line = watchLine(cable.path, {
    timings: { answerMs: 60, silentFirstMs: 100, silentLimitMs: 200, listenMs: 50, wakeMs: 50 },
  });
  await until(() => line.line.status().state === 'port-busy');
  expect(line.line.status().values).toMatchObject({ device: cable.path, program: 'cat' });
  thief.kill();
  modem.answer({ '*': 'OK', AT: 'OK' });
  await until(() => line.line.status().state === 'watching');
});
