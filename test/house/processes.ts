import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** English words wherever the tests run; nothing of the one who runs them. */
const plainEnv = {
  LC_ALL: 'en_US.UTF-8',
  LANGUAGE: '',
  DISPLAY: '',
  WAYLAND_DISPLAY: '',
  RINGFENCE_PASSWORD: '',
};

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

export interface Running {
  readonly pid: number;
  stdout(): string;
  stderr(): string;
  /** Each line of stdout as JSON. */
  records(): unknown[];
  /** Resolves as soon as the condition holds; rejects with all that was said if the process ends before. */
  until(what: string, holds: () => boolean): Promise<void>;
  signal(name: NodeJS.Signals): void;
  ended: Promise<Ended>;
}

const running = new Set<ChildProcess>();
// A test that fails half-way leaves none behind.
process.on('exit', () => running.forEach(child => child.kill('SIGKILL')));

/** Starts one of the doors from source. */
export function start(file: string, args: string[], env: Record<string, string> = {}): Running {
  return launch(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, file), ...args], env);
}

function launch(
  command: string,
  args: string[],
  env: Record<string, string>,
  input?: string | Uint8Array,
): Running {
  const child = spawn(command, args, { cwd: root, env: { ...process.env, ...plainEnv, ...env } });
  running.add(child);
  let stdout = '';
  let stderr = '';
  let over = false;
  const waiting = new Set<() => void>();
  const look = (): void => waiting.forEach(check => check());
  const { stdin, stdout: out, stderr: err } = child;
  out.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    look();
  });
  err.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    look();
  });
  stdin.on('error', () => undefined);
  stdin.end(input);
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      over = true;
      running.delete(child);
      resolve({ code, signal, stdout, stderr });
      look();
    });
  });
  const story = (): string => `stdout:\n${stdout}\nstderr:\n${stderr}`;
  return {
    pid: child.pid ?? 0,
    stdout: () => stdout,
    stderr: () => stderr,
    records: () => jsonLines(stdout),
    until: (what, holds) =>
      new Promise((resolve, reject) => {
        const check = (): void => {
          if (holds()) resolve();
          else if (over) reject(new Error(`Ended before: ${what}\n${story()}`));
          else return;
          waiting.delete(check);
        };
        waiting.add(check);
        check();
      }),
    signal: name => void child.kill(name),
    ended,
  };
}

/** Every whole line of the text as JSON. */
export function jsonLines(text: string): unknown[] {
  return text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as unknown);
}

/** One command of the command line, started as scripts start it that do not care for npm. */
export function cli(
  args: string[],
  input?: string | Uint8Array,
  env: Record<string, string> = {},
): Promise<Ended> {
  return launch(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(root, 'main/cli.ts'), ...args],
    env,
    input ?? '',
  ).ended;
}

/** The same exactly as the contract writes it: `npm run -s cli -- …`. */
export function npmCli(args: string[], input?: string | Uint8Array): Promise<Ended> {
  return startByNpm(args, input).ended;
}

export function startByNpm(args: string[], input?: string | Uint8Array): Running {
  return launch('npm', ['run', '-s', 'cli', '--', ...args], {}, input ?? '');
}

/** A folder that is gone when `body` is through. */
export async function withFolder<T>(body: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'ringfence-house-'));
  try {
    return await body(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
