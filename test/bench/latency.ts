/**
 * Last caller-ID byte to first off-hook byte, over a real tty, in every shape; beside it, by turns, a bare echo loop over the
 * same kind of tty. Then the same with the report's lines 30 ms apart.
 */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { scriptModem } from '../line/scripted-modem.ts';
import { layCable } from '../line/tty.ts';
import type { Cable } from '../line/tty.ts';
import { figure, spread } from './figure.ts';
import { shapes } from './shapes.ts';
import type { Shape } from './shapes.ts';

const rounds = Number(process.env['BENCH_ROUNDS'] ?? 40);
const gapsMs = [0, 30];
const lateMs = 3000;
/** So that one answer is not measured while the last is still being dealt with. */
const restMs = 15;

interface Side {
  cable: Cable;
  child: ChildProcess;
  said(word: string): Promise<void>;
  /** ms from the bytes' writing to the first byte that begins an answer; null when none came. */
  answerTime(bytes: Uint8Array, answer: RegExp): Promise<number | null>;
  close(): Promise<void>;
}

async function start(file: string, prepare: (cable: Cable) => void = () => undefined): Promise<Side> {
  const cable = await layCable();
  prepare(cable);
  let heard: () => void = () => undefined;
  cable.onHeard(() => heard());
  const child = fork(join(import.meta.dirname, file), [cable.path], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const said = (word: string): Promise<void> =>
    new Promise(resolve => {
      const hear = (message: unknown): void => {
        if (message !== word) return;
        child.off('message', hear);
        resolve();
      };
      child.on('message', hear);
    });
  await said('ready');
  return {
    cable,
    child,
    said,
    answerTime: (bytes, answer) =>
      new Promise(resolve => {
        const before = cable.heard().length;
        const settle = (time: number | null): void => {
          clearTimeout(limit);
          heard = () => undefined;
          resolve(time);
        };
        const limit = setTimeout(() => settle(null), lateMs);
        const startedAt = performance.now();
        heard = () => {
          if (answer.test(cable.heard().slice(before))) settle(performance.now() - startedAt);
        };
        cable.say(bytes);
      }),
    async close() {
      child.kill();
      await cable.close();
    },
  };
}

async function callOnce(guard: Side, shape: Shape, gapMs: number): Promise<number | null> {
  const over = guard.said('over');
  guard.cable.say('\r\nRING\r\n');
  await wait(Math.max(5, gapMs));
  for (const line of shape.before) {
    guard.cable.say(line);
    await wait(gapMs);
  }
  const time = await guard.answerTime(shape.last, /ATH1/);
  guard.cable.say(shape.after);
  await over;
  return time;
}

const echo = await start('echo.ts');
const guard = await start('guarded-line.ts', cable => {
  scriptModem(cable, { ATI3: 'CX93001-EIS_V0.2002-V92\r\n\r\nOK' });
});

for (const gapMs of gapsMs)
  for (const [name, shape] of Object.entries(shapes)) {
    const floors: number[] = [];
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const floor = await echo.answerTime(shape.last, /^A/);
      if (floor !== null) floors.push(floor);
      await wait(restMs);
      const time = await callOnce(guard, shape, gapMs);
      if (time !== null) times.push(time);
      await wait(restMs);
    }
    const floor = spread(floors);
    const found = spread(times);
    figure(`off-hook latency: ${name}${gapMs > 0 ? `, ${gapMs} ms between lines` : ''}`, 'ms', {
      median: found.median,
      p99: found.p99,
      floor: floor.median,
      floorP99: floor.p99,
      ratio: found.median / floor.median,
      beyondFloor: found.median - floor.median,
      missed: rounds - times.length,
      rounds,
    });
  }

await echo.close();
await guard.close();
