import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** What a running Ringfence tells another that finds it at the same data folder. */
export interface Running {
  pid: number;
  /** Where its page is, if it has one. */
  address: string | null;
}

export interface Hold {
  /** Tells those who ask where the page is. */
  announce(address: string): void;
  /** Called when another process changed something in the data folder (the command line added a rule), also for what came before. */
  onNudge(listener: () => void): void;
  release(): void;
}

const answerMs = 2000;

/**
 * One Ringfence per data folder. Held by a local socket, not by a file with a process number in it:
 * the system drops it with the process, however that ends.
 *
 * @returns the hold, or who holds it already
 */
export async function holdFolder(folder: string): Promise<Hold | { running: Running }> {
  const path = socketPath(folder);
  const running = await ask(path, 'who');
  if (running) return { running };
  if (process.platform !== 'win32') rmSync(path, { force: true });
  let address: string | null = null;
  let nudged = false;
  let onNudge = (): void => void (nudged = true);
  const server = createServer(socket => {
    socket.on('error', () => socket.destroy());
    socket.once('data', data => {
      if (data.toString().startsWith('nudge')) onNudge();
      socket.end(JSON.stringify({ pid: process.pid, address } satisfies Running));
    });
  });
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(path, done);
  });
  server.unref();
  return {
    announce: where => {
      address = where;
    },
    onNudge: listener => {
      onNudge = listener;
      if (nudged) listener();
    },
    release: () => server.close(),
  };
}

/** Tells the Ringfence at this data folder, if one runs, that something was changed from outside. */
export async function nudge(folder: string): Promise<Running | null> {
  return ask(socketPath(folder), 'nudge');
}

function ask(path: string, word: 'who' | 'nudge'): Promise<Running | null> {
  return new Promise(done => {
    const socket = connect(path);
    let answer = '';
    socket.setTimeout(answerMs, () => socket.destroy(new Error('no answer')));
    socket.on('connect', () => socket.write(word));
    socket.on('data', data => (answer += data.toString()));
    socket.on('error', () => done(null));
    socket.on('close', () => {
      try {
        done(JSON.parse(answer) as Running);
      } catch {
        done(null);
      }
    });
  });
}

/** Longest socket name that every system takes (sockaddr_un: 104 bytes on macOS). */
const longestSocketName = 100;

/** In the data folder itself where its name is short enough, else in the system's place, named by a digest of the folder. */
function socketPath(folder: string): string {
  const own = join(resolve(folder), 'ringfence.sock');
  if (process.platform !== 'win32' && Buffer.byteLength(own) <= longestSocketName) return own;
  const digest = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 24);
  return process.platform === 'win32'
    ? `\\\\.\\pipe\\ringfence-${digest}`
    : join(tmpdir(), `ringfence-${digest}.sock`);
}
