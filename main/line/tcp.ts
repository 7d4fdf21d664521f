import { connect } from 'node:net';
import type { Opened } from './wire.ts';
import { closeLimitMs, createLossGuard, createWriteWatch, withLimit } from './wire-life.ts';

const connectLimitMs = 4000;
const keepAliveMs = 10_000;

/** A modem in the network: a serial port served raw (ser2net). */
export async function openTcp(host: string, port: number): Promise<Opened> {
  const socket = connect({ host, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: keepAliveMs });
  const failure = await new Promise<string | null>(resolve => {
    const limit = setTimeout(() => resolve('no answer'), connectLimitMs);
    const settle = (error: string | null): void => {
      clearTimeout(limit);
      resolve(error);
    };
    socket.once('connect', () => settle(null));
    socket.once('error', error => settle(error.message));
  });
  if (failure !== null) {
    socket.on('error', () => undefined);
    socket.destroy();
    return { ok: false, state: 'unreachable', error: failure };
  }
  const guard = createLossGuard(() => void close());
  socket.on('data', (bytes: Buffer) => guard.data(bytes));
  socket.on('close', () => guard.lost('closed'));
  socket.on('end', () => guard.lost('closed by the other side'));
  socket.on('error', error => guard.lost(error.message));
  const writes = createWriteWatch(() => guard.lost('write not taken'));

  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => {
    closing ??= withLimit(closeLimitMs, done => {
      writes.stop();
      guard.silence();
      if (socket.destroyed) {
        done();
        return;
      }
      socket.once('close', () => done());
      socket.destroySoon();
    }).then(() => void socket.destroy());
    return closing;
  };

  return {
    ok: true,
    wire: {
      path: `${host}:${port}`,
      kind: 'tcp',
      listen: listener => guard.listen(listener),
      write(bytes) {
        if (!socket.writable) {
          guard.lost('connection is closed');
          return;
        }
        socket.write(bytes, error => {
          writes.taken(bytes.length);
          if (error) guard.lost(error.message);
        });
        writes.given(bytes.length);
      },
      waiting: writes.waiting,
      setSpeed: () => Promise.resolve(),
      close,
    },
  };
}
