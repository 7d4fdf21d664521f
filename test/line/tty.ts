import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { constants, openSync, closeSync } from 'node:fs';
import { mkdtemp, rm, symlink, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReadStream } from 'node:tty';
import { openTerminal } from '../../main/line/simulated/attach.ts';

/** A serial cable that is real to the driver: two ends of a pseudo-terminal pair, which can be pulled out and put in. */
export interface Cable {
  /** The computer's end; the same name after every return. */
  path: string;
  /** What the modem says. */
  say(text: string | Uint8Array): void;
  /** Everything that the computer wrote so far. */
  heard(): string;
  onHeard(listener: (bytes: Uint8Array) => void): void;
  unplug(): Promise<void>;
  /** Puts the modem back, under its name or another. */
  replug(name?: string): Promise<string>;
  close(): Promise<void>;
}

export async function layCable(): Promise<Cable> {
  const folder = await mkdtemp(join(tmpdir(), 'ringfence-tty-'));
  const path = join(folder, 'modem');
  let socat: ChildProcess | null = null;
  let terminal: ReadStream | null = null;
  let heard = '';
  let linkedAs: string | null = null;
  const listeners = new Set<(bytes: Uint8Array) => void>();

  async function plug(name: string): Promise<string> {
    const { child, ends } = await startSocat();
    socat = child;
    const [modemEnd, computerEnd] = ends;
    await symlink(computerEnd, join(folder, name));
    linkedAs = join(folder, name);
    terminal = openTerminal(modemEnd);
    terminal.on('data', (bytes: Buffer) => {
      heard += bytes.toString('latin1');
      for (const listener of listeners) listener(bytes);
    });
    terminal.on('error', () => undefined);
    // The other end is held open for a moment, so that nothing is lost before the driver opens it.
    closeSync(openSync(computerEnd, constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK));
    return linkedAs;
  }

  async function unplug(): Promise<void> {
    if (linkedAs !== null) await unlink(linkedAs).catch(() => undefined);
    linkedAs = null;
    terminal?.destroy();
    terminal = null;
    const child = socat;
    socat = null;
    if (!child || child.exitCode !== null) return;
    await new Promise<void>(resolve => {
      child.once('exit', () => resolve());
      child.kill('SIGKILL');
    });
  }

  await plug('modem');
  return {
    path,
    say: text => void terminal?.write(typeof text === 'string' ? Buffer.from(text, 'latin1') : text),
    heard: () => heard,
    onHeard: listener => void listeners.add(listener),
    unplug,
    replug: async (name = 'modem') => plug(name),
    async close() {
      await unplug();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A cable of which both ends are device files. */
export async function layPair(): Promise<{ modemEnd: string; computerEnd: string; close(): Promise<void> }> {
  const { child, ends } = await startSocat();
  const [modemEnd, computerEnd] = ends;
  return {
    modemEnd,
    computerEnd,
    close: () =>
      new Promise(resolve => {
        child.once('exit', () => resolve());
        child.kill('SIGKILL');
      }),
  };
}

function startSocat(): Promise<{ child: ChildProcess; ends: [string, string] }> {
  const child = spawn('socat', ['-d', '-d', 'pty,raw,echo=0', 'pty,raw,echo=0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let said = '';
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`socat ended: ${said}`)));
    child.stderr.on('data', (bytes: Buffer) => {
      said += bytes.toString();
      const [one, other] = [...said.matchAll(/PTY is (\S+)/g)].map(match => match[1]);
      if (one !== undefined && other !== undefined && said.includes('starting data transfer loop'))
        resolve({ child, ends: [one, other] });
    });
  });
}
