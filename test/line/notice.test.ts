import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, expect, test } from 'vitest';
import { pcmWav } from '../unit/line/wav-maker.ts';
import { until } from './bench.ts';
import { simulatedBench } from './simulated-bench.ts';

async function noticeFile(seconds: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ringfence-notice-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'notice.wav');
  const samples = Array.from({ length: 16_000 * seconds }, (_, index) => Math.sin(index / 5) * 0.9);
  await writeFile(path, pcmWav(samples, { rate: 16_000, bits: 16, channels: 1 }));
  return path;
}

test('the notice is played whole in voice mode, then the call is dropped and class 0 is back', async () => {
  const line = await simulatedBench(
    'conexant',
    {},
    { refuse: () => true, method: 'notice' },
    { notice: { wavPath: await noticeFile(1) } },
  );
  expect(line.line.facts().notice).toEqual({ ready: true, problem: null });
  line.exchange.placeCall({ number: '15881234' });
  await until(() => line.calls()[0]?.state === 'ended');
  expect(line.calls()[0]).toMatchObject({ outcome: 'refused', hangUp: { method: 'notice', verified: true } });
  expect(line.modem.played().map(heard => heard.length)).toEqual([8000]);
  expect(line.modem.state).toMatchObject({ fclass: '0', offHook: false });
});

test('when the caller leaves, the notice ends there', async () => {
  const line = await simulatedBench(
    'usr',
    {},
    { refuse: () => true, method: 'notice' },
    { notice: { wavPath: await noticeFile(20) } },
  );
  line.exchange.placeCall({ number: '15881234', callerLeavesAfterMs: 1200 });
  await until(() => line.calls()[0]?.state === 'ended');
  expect(line.calls()[0]?.outcome).toBe('refused');
  expect(line.modem.played()[0]?.length).toBeLessThan(8000 * 8);
  expect(line.modem.state).toMatchObject({ fclass: '0', offHook: false });
});

test('a modem that ends voice at three DLEs only is made to end it', async () => {
  const line = await simulatedBench(
    'conexant',
    { endsVoiceAtTriple: true },
    { refuse: () => true, method: 'notice' },
    { notice: { wavPath: await noticeFile(1) }, timings: { commandMs: 500 } },
  );
  line.exchange.placeCall({ number: '15881234' });
  await until(() => line.calls()[0]?.state === 'ended');
  expect(line.calls()[0]?.outcome).toBe('refused');
  expect(line.modem.state).toMatchObject({ fclass: '0', offHook: false });
});

test('flow control by XOFF and XON is kept to', async () => {
  const line = await simulatedBench(
    'conexant',
    { xoffAtBytes: 1000 },
    { refuse: () => true, method: 'notice' },
    { notice: { wavPath: await noticeFile(1) } },
  );
  line.exchange.placeCall({ number: '15881234' });
  await until(() => line.calls()[0]?.state === 'ended');
  expect(line.modem.played().map(heard => heard.length)).toEqual([8000]);
});

test('without a notice that can be played the call is dropped all the same', async () => {
  const line = await simulatedBench(
    'conexant',
    {},
    { refuse: () => true, method: 'notice' },
    { notice: { wavPath: '/nowhere/notice.wav' } },
  );
  expect(line.line.facts().notice.ready).toBe(false);
  line.exchange.placeCall({ number: '15881234' });
  await until(() => line.calls()[0]?.state === 'ended');
  expect(line.calls()[0]).toMatchObject({ outcome: 'refused', hangUp: { method: 'drop' } });
});
