/** Last caller-ID byte to first off-hook byte, over a real tty, beside a bare echo loop over the same kind of tty. */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { scriptModem } from '../line/scripted-modem.ts';
import { layCable } from '../line/tty.ts';
import type { Cable } from '../line/tty.ts';
import { figure, spread } from './figure.ts';
import { shapes } from './shapes.ts';

const rounds = Number(process.env['BENCH_ROUNDS'] ?? 60);
const lateMs = 3000;

function start(file: string, cable: Cable): { child: ChildProcess; said(word: string): Promise<void> } {
  const child = fork(join(import.meta.dirname, file), [cable.path], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  return {
    child,
    said: word =>
      new Promise(resolve => {
        const hear = (message: unknown): void => {
          if (message !== word) return;
          child.off('message', hear);
          resolve();
        };
        child.on('message', hear);
      }),
  };
}

/** Called for every piece that the other side wrote. */
let heard: () => void = () => undefined;

/** ms from the bytes' writing to the first byte that begins an answer; null when none came. */
function answerTime(cable: Cable, bytes: string, answer: RegExp): Promise<number | null> {
  return new Promise(resolve => {
    const before = cable.heard().length;
    const limit = setTimeout(() => resolve(null), lateMs);
    const startedAt = performance.now();
    heard = () => {
      if (!answer.test(cable.heard().slice(before))) return;
      clearTimeout(limit);
      resolve(performance.now() - startedAt);
      heard = () => undefined;
    };
    cable.say(bytes);
  });
}

async function echoFloor(): Promise<number[]> {
  const cable = await layCable();
  cable.onHeard(() => heard());
  const echo = start('echo.ts', cable);
  await echo.said('ready');
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const time = await answerTime(cable, 'NMBR=15881234\r\n', /^A/);
    if (time !== null) times.push(time);
    await wait(5);
  }
  echo.child.kill();
  await cable.close();
  return times;
}

async function guarded(gapMs: number): Promise<void> {
  const floor = spread(await echoFloor());
  for (const [name, { first, last, after }] of Object.entries(shapes)) {
    const cable = await layCable();
    cable.onHeard(() => heard());
    scriptModem(cable, { ATI3: 'CX93001-EIS_V0.2002-V92\r\n\r\nOK' });
    const guard = start('guarded-line.ts', cable);
    await guard.said('ready');
    const times: number[] = [];
    let missed = 0;
    for (let round = 0; round < rounds; round++) {
      const over = guard.said('over');
      cable.say('\r\nRING\r\n');
      await wait(5);
      cable.say(first);
      await wait(gapMs);
      const time = await answerTime(cable, last, /^[^]*?ATH1/);
      if (time === null) missed++;
      else times.push(time);
      cable.say(after);
      await over;
      await wait(50);
    }
    const found = spread(times);
    figure(`off-hook latency: ${name}${gapMs > 5 ? `, ${gapMs} ms between lines` : ''}`, 'ms', {
      median: found.median,
      p99: found.p99,
      max: found.max,
      floor: floor.median,
      floorP99: floor.p99,
      ratio: found.median / floor.median,
      missed,
      rounds,
    });
    guard.child.kill();
    await cable.close();
  }
}

await guarded(5);
await guarded(30);
