/** Start to watching, and memory, of the headless door as it is built; beside a bare Node process. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { figure } from './figure.ts';

const door = join(import.meta.dirname, '..', '..', 'dist', 'main', 'headless.js');
const quiet = '--disable-warning=ExperimentalWarning';
const settledMs = 4000;

function residentMb(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}

async function measure(args: string[], until: RegExp): Promise<{ ms: number; mb: number }> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, args, { env: { ...process.env, LANG: 'en_US.UTF-8' } });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (bytes: Buffer) => {
      said += bytes.toString();
      if (until.test(said)) resolve();
    });
    child.on('exit', () => reject(new Error(`ended early: ${said}`)));
  });
  const ms = performance.now() - startedAt;
  await wait(settledMs);
  const mb = process.platform === 'linux' ? residentMb(child.pid) : Number.NaN;
  child.removeAllListeners('exit');
  child.kill('SIGINT');
  await new Promise(resolve => child.once('exit', resolve));
  return { ms, mb };
}

if (!existsSync(door)) throw new Error('Run npm run build first.');
const data = mkdtempSync(join(tmpdir(), 'ringfence-bench-'));
const bare = await measure(['-e', 'console.log("ready"); setInterval(() => {}, 1000)'], /ready/);
const ours = await measure(
  [quiet, door, '--data', data, '--line', 'simulated:conexant', '--port', '0'],
  /guard|watch/i,
);
figure('start to watching', 'ms', { value: ours.ms, floor: bare.ms, ratio: ours.ms / bare.ms });
figure('resident memory, headless', 'MB', { value: ours.mb, floor: bare.mb, ratio: ours.mb / bare.mb });
