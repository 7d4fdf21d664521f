/**
 * Calls to be refused, over a real tty, in every shape, torn at random places into pieces that come by turns at once and
 * late, with noise between their lines: each must be hung up on, once, and be over before the next.
 * BENCH_CALLS says how many.
 */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { scriptModem } from '../line/scripted-modem.ts';
import { layCable } from '../line/tty.ts';
import { figure } from './figure.ts';
import { shapes } from './shapes.ts';
import type { Shape } from './shapes.ts';

const calls = Number(process.env['BENCH_CALLS'] ?? 1500);
const lateMs = 4000;
const longestPiece = 12;
const noises = ['\0', '\xff', '\r\n', '\r\n\r\n', '\0\0\xff\r\n', '~\x7f}\r\n', 'OK\r\n', 'NO CARRIER\r\n'];
/** Within a packet every byte counts: only what is made of lines bears noise between them. */
const isPacket = /raw|hex|DLE/;

let state = 1588;
/** The same calls at every run (constants of ANSI C's rand()). */
function chance(): number {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
  return state / 2_147_483_648;
}
const below = (count: number): number => Math.floor(chance() * count);

function noisy(name: string, { before, last, after }: Shape): Buffer {
  const noise = (): Buffer =>
    isPacket.test(name) || chance() < 0.5
      ? Buffer.alloc(0)
      : Buffer.from(noises[below(noises.length)] ?? '', 'latin1');
  return Buffer.concat([noise(), ...before.flatMap(line => [line, noise()]), last, after]);
}

async function until(holds: () => boolean): Promise<boolean> {
  const end = performance.now() + lateMs;
  while (!holds() && performance.now() < end) await wait(1);
  return holds();
}

const cable = await layCable();
scriptModem(cable);
const child = fork(join(import.meta.dirname, 'guarded-line.ts'), [cable.path], {
  execArgv: ['--disable-warning=ExperimentalWarning'],
});
let overs = 0;
const ready = new Promise<void>(resolve => {
  child.on('message', message => {
    if (message === 'ready') resolve();
    if (message === 'over') overs++;
  });
});
await ready;

const names = Object.keys(shapes);
const missed: string[] = [];
let twice = 0;
for (let call = 0; call < calls; call++) {
  const name = names[below(names.length)] ?? '';
  const shape = shapes[name];
  if (!shape) continue;
  const before = cable.heard().length;
  const answers = (): number => cable.heard().slice(before).match(/ATH1/g)?.length ?? 0;
  const over = overs + 1;
  cable.say('\r\nRING\r\n');
  await wait(5);
  const bytes = noisy(name, shape);
  for (let at = 0, length = 0; at < bytes.length; at += length) {
    length = 1 + below(longestPiece);
    cable.say(bytes.subarray(at, at + length));
    if (chance() < 0.3) await wait(below(4));
  }
  if (!(await until(() => answers() > 0))) missed.push(name);
  if (!(await until(() => overs >= over))) missed.push(`${name}: never over`);
  if (answers() > 1) twice++;
  await wait(20);
}
for (const name of missed.slice(0, 20)) console.error(`missed: ${name}`);
figure('torn and noisy calls', 'missed', { value: missed.length, calls, twice });
child.kill();
await cable.close();
