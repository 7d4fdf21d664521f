import { access } from 'node:fs/promises';
import { connect } from 'node:net';
import { SerialPort } from 'serialport';
import type { LineState } from '../../shared/line-status.ts';
import type { Wire, WireListener } from './wire.ts';

/** What a line was told to use. `auto`: look for a modem. */
export type Address =
  | { kind: 'serial'; path: string }
  | { kind: 'tcp'; host: string; port: number }
  | { kind: 'simulated'; name: string }
  | { kind: 'auto' };

/** Reads a line's address; null where it is none: a device path, tcp://host:port, simulated:NAME, or auto. */
export function parseAddress(spec: string): Address | null {
  const text = spec.trim();
  if (text === 'auto') return { kind: 'auto' };
  if (text.startsWith('simulated:')) {
    const name = text.slice('simulated:'.length);
    return name === '' ? null : { kind: 'simulated', name };
  }
  if (/^tcp:\/\//i.test(text)) {
    const url = URL.canParse(text) ? new URL(text) : null;
    const port = Number(url?.port);
    if (!url || url.hostname === '' || !(port > 0)) return null;
    return { kind: 'tcp', host: url.hostname.replace(/^\[|\]$/g, ''), port };
  }
  if (/^(\/[^\0]+|COM\d+|\\\\\.\\[^\0]+)$/i.test(text)) return { kind: 'serial', path: text };
  return null;
}

export type Opened = { ok: true; wire: Wire } | { ok: false; state: LineState; error: string };

/** The ports that this system knows, by USB identity. Rejects where udev is missing (containers). */
export const listPorts = (): Promise<
  {
    path: string;
    manufacturer: string | undefined;
    serialNumber: string | undefined;
    pnpId: string | undefined;
    productId: string | undefined;
    vendorId: string | undefined;
  }[]
> => SerialPort.list();

/** Opens what the address names; a failure is a state of the line, never an exception. */
export async function openWire(
  address: Exclude<Address, { kind: 'auto' }>,
  bitsPerSecond: number,
): Promise<Opened> {
  switch (address.kind) {
    case 'serial':
      return openSerial(address.path, bitsPerSecond);
    case 'tcp':
      return openTcp(address.host, address.port);
    case 'simulated':
      try {
        // Loaded when asked for: a guard on a real modem never carries the simulator.
        const { openSimulated } = await import('./simulated/simulated.ts');
        return { ok: true, wire: openSimulated(address.name) };
      } catch (error) {
        return { ok: false, state: 'bad-address', error: messageOf(error) };
      }
  }
}

/** A write that is not taken in this time means a dead wire: after a port closed, its callback would never come. */
const writeLimitMs = 3000;
/** How often the device file is looked for: some drivers never tell a reader that the device went. */
const presenceMs = 1000;
const closeLimitMs = 1500;
const lastWordsMs = 300;
const connectLimitMs = 4000;
const keepAliveMs = 10_000;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What the system's words at opening mean, first match wins. */
const openFailures: [RegExp, LineState][] = [
  [/cannot lock port|EBUSY|resource busy|temporarily unavailable/i, 'port-busy'],
  // Windows says "Access denied" when another program has the port; it has no permissions on ports.
  [/access (is )?denied/i, process.platform === 'win32' ? 'port-busy' : 'no-permission'],
  [/EACCES|EPERM|permission denied|not permitted/i, 'no-permission'],
  [/ENOTTY|inappropriate ioctl|EISDIR|is a directory|invalid argument/i, 'bad-address'],
];

export function openFailureState(message: string): LineState {
  return openFailures.find(([pattern]) => pattern.test(message))?.[1] ?? 'not-found';
}

async function openSerial(path: string, bitsPerSecond: number): Promise<Opened> {
  const port = new SerialPort({
    path,
    baudRate: bitsPerSecond,
    autoOpen: false,
    // On purpose: if Ringfence dies in mid-call, DTR drops with the port and the modem lets go of the line.
    hupcl: true,
    // Many cables carry no RTS/CTS; commands are short and voice is paced by the clock.
    rtscts: false,
  });
  const failure = await new Promise<string | null>(resolve => {
    port.open(error => resolve(error ? error.message : null));
  });
  if (failure !== null) return { ok: false, state: openFailureState(failure), error: failure };

  const guard = createLossGuard(() => void close());
  port.on('data', (bytes: Buffer) => guard.data(bytes));
  // An unplug gives `close` with an error while something reads, or only `end` after a read of nothing.
  port.on('close', (error: Error | null) => guard.lost(error?.message ?? 'closed'));
  port.on('end', () => guard.lost('end of stream'));
  port.on('error', error => guard.lost(error.message));
  const presence = setInterval(() => {
    if (!path.startsWith('/')) return;
    access(path).catch(() => guard.lost('device is gone'));
  }, presenceMs);
  const writes = createWriteWatch(() => guard.lost('write not taken'));

  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => {
    closing ??= shut();
    return closing;
  };
  async function shut(): Promise<void> {
    clearInterval(presence);
    writes.stop();
    guard.silence();
    // A last "on-hook" still goes out.
    if (port.isOpen && !guard.isLost()) await withLimit(lastWordsMs, done => port.drain(() => done()));
    // Without the flush, the system waits for output that an unplugged modem will never take.
    if (port.isOpen) await withLimit(lastWordsMs, done => port.flush(() => done()));
    if (port.isOpen) await withLimit(closeLimitMs, done => port.close(() => done()));
  }

  return {
    ok: true,
    wire: {
      path,
      kind: 'serial',
      listen: listener => guard.listen(listener),
      write(bytes) {
        if (!port.isOpen) {
          guard.lost('port is closed');
          return;
        }
        port.write(Buffer.from(bytes), error => {
          writes.taken(bytes.length);
          if (error) guard.lost(error.message);
        });
        writes.given(bytes.length);
      },
      waiting: writes.waiting,
      setSpeed: speed =>
        withLimit(closeLimitMs, done => {
          if (!port.isOpen) {
            done();
            return;
          }
          port.update({ baudRate: speed }, () => done());
        }),
      close,
    },
  };
}

async function openTcp(host: string, port: number): Promise<Opened> {
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

/** Passes data on, tells a loss once and closes the rest, and keeps what comes before anyone listens. */
function createLossGuard(whenLost: () => void) {
  let listener: WireListener | null = null;
  let early: Uint8Array[] = [];
  let lostBy: string | null = null;
  let silent = false;
  return {
    listen(next: WireListener): void {
      listener = next;
      const kept = early;
      early = [];
      for (const bytes of kept) next.data(bytes);
      if (lostBy !== null) next.lost(lostBy);
    },
    data(bytes: Uint8Array): void {
      if (silent || lostBy !== null) return;
      if (listener) listener.data(bytes);
      else if (early.length < 64) early.push(bytes);
    },
    lost(error: string): void {
      if (silent || lostBy !== null) return;
      lostBy = error;
      // In a turn of its own: a write that fails must not change the world under the one who writes.
      if (listener) queueMicrotask(() => listener?.lost(error));
      whenLost();
    },
    silence(): void {
      silent = true;
    },
    isLost: () => lostBy !== null,
  };
}

/** Counts the bytes that were given and not yet taken, and says so when nothing moves for too long. */
function createWriteWatch(whenStuck: () => void) {
  let waiting = 0;
  let timer: NodeJS.Timeout | null = null;
  const stop = (): void => {
    if (timer) clearTimeout(timer);
    timer = null;
  };
  const start = (): void => {
    stop();
    timer = setTimeout(whenStuck, writeLimitMs);
  };
  return {
    given(length: number): void {
      waiting += length;
      if (!timer) start();
    },
    taken(length: number): void {
      waiting -= length;
      if (timer) {
        if (waiting > 0) start();
        else stop();
      }
    },
    waiting: () => waiting,
    stop,
  };
}

/** Runs something that calls back, but never waits for it longer than the limit. */
function withLimit(limitMs: number, run: (done: () => void) => void): Promise<void> {
  return new Promise(resolve => {
    const limit = setTimeout(resolve, limitMs);
    run(() => {
      clearTimeout(limit);
      resolve();
    });
  });
}
