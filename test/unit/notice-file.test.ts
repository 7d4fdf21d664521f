import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createNoticeDesk, ownNotice } from '../../main/notice-file.ts';
import { readWav } from '../../main/line/wav.ts';
import { pcmWav } from './line/wav-maker.ts';

const tone = (rate: number, seconds: number): number[] =>
  Array.from({ length: rate * seconds }, (_, at) => 0.5 * Math.sin((2 * Math.PI * 440 * at) / rate));
const recording = (seconds = 1): Uint8Array =>
  pcmWav(tone(44_100, seconds), { rate: 44_100, bits: 24, channels: 2 });

async function openDesk() {
  const dataFolder = await mkdtemp(join(tmpdir(), 'ringfence-notice-'));
  onTestFinished(() => rm(dataFolder, { recursive: true, force: true }));
  const told: string[] = [];
  const desk = createNoticeDesk({
    dataFolder,
    lines: () => [],
    settings: () => ({ notice: 'own' }),
    replaced: () => told.push('replaced'),
    chooseBuiltIn: () => told.push('built-in'),
  });
  return { desk, dataFolder, told, own: join(dataFolder, ownNotice) };
}

const soundOf = (file: Uint8Array) => {
  const reading = readWav(file);
  if (!reading.ok) throw new Error(reading.why);
  return reading.sound;
};

test('a recording is kept as the telephone carries it, and the line is told at once', async () => {
  const { desk, own, told } = await openDesk();
  expect((await desk.state()).own).toBeNull();
  expect(await desk.save(recording())).toBeNull();
  const { samples, rate } = soundOf(await readFile(own));
  expect([rate, samples.length]).toEqual([8000, 8000]);
  expect((await desk.state()).own?.seconds).toBe(1);
  expect(told).toEqual(['replaced']);
});

test('what is heard beforehand is what a modem plays: eight bits at 8 kHz', async () => {
  const { desk } = await openDesk();
  expect(await desk.heard('own')).toBeNull();
  await desk.save(recording());
  const heard = soundOf((await desk.heard('own')) ?? new Uint8Array(0));
  expect(heard.rate).toBe(8000);
  expect(new Set(heard.samples).size).toBeLessThanOrEqual(256);
  for (const voice of ['ko', 'en'] as const)
    expect(soundOf((await desk.heard(voice)) ?? new Uint8Array(0)).samples.length).toBeGreaterThan(8000 * 5);
});

test.each([
  ['an MP3', Buffer.from('ID3\x03 and so on'), { why: 'not-wav', kind: 'MP3' }],
  [
    'silence',
    pcmWav(new Array<number>(8000).fill(0), { rate: 8000, bits: 16, channels: 1 }),
    { why: 'silent', kind: null },
  ],
  [
    'a click',
    pcmWav(tone(8000, 1).slice(0, 100), { rate: 8000, bits: 16, channels: 1 }),
    { why: 'too-short', kind: null },
  ],
])('%s is refused, and the recording of before stays', async (_name, file, refusal) => {
  const { desk, own, told } = await openDesk();
  await desk.save(recording(2));
  const before = await readFile(own);
  expect(await desk.save(file)).toEqual(refusal);
  expect(await readFile(own)).toEqual(before);
  expect(told).toEqual(['replaced']);
});

test('when it cannot be written, the recording of before stays and it is said', async () => {
  const { desk, own, dataFolder } = await openDesk();
  await desk.save(recording(2));
  const before = await readFile(own);
  await mkdir(`${own}.new`);
  await writeFile(join(`${own}.new`, 'in the way'), '');
  await expect(desk.save(recording(1))).rejects.toThrow();
  expect(await readFile(own)).toEqual(before);
  expect(await readdir(dataFolder)).toContain(ownNotice);
});

test('one that is taken away is gone, and a built-in one is chosen in its place', async () => {
  const { desk, own, told } = await openDesk();
  await desk.save(recording());
  await desk.remove();
  expect(existsSync(own)).toBe(false);
  expect((await desk.state()).own).toBeNull();
  expect(told).toEqual(['replaced', 'built-in', 'replaced']);
});
