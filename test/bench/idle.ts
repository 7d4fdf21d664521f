/** What it costs to wait for calls: share of one core over twenty quiet seconds, beside a bare Node process. */
import { fork, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { scriptModem } from '../line/scripted-modem.ts';
import { layCable } from '../line/tty.ts';
import { figure } from './figure.ts';

const seconds = 20;
/** Linux counts a process's time in these. */
const ticksPerSecond = 100;
const settledMs = 3000;

/** Seconds on a core since it began: fields 14 and 15 of stat, user and system. */
function usedBy(pid: number | undefined): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

async function shareOf(pid: number | undefined): Promise<number> {
  const before = usedBy(pid);
  await wait(seconds * 1000);
  return (usedBy(pid) - before) / seconds;
}

if (process.platform === 'linux') {
  const cable = await layCable();
  scriptModem(cable, { ATI3: 'CX93001-EIS_V0.2002-V92\r\n\r\nOK' });
  const guard = fork(join(import.meta.dirname, 'guarded-line.ts'), [cable.path], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const bare = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  await new Promise<void>(resolve => guard.once('message', () => resolve()));
  await wait(settledMs);
  const [ours, floor] = await Promise.all([shareOf(guard.pid), shareOf(bare.pid)]);
  figure('idle: line watched, guard and book', 'share of one core', { value: ours, floor });
  guard.kill();
  bare.kill();
  await cable.close();
}
