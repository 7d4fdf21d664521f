import { writeSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { SerialPort } from 'serialport';
import type { LineState } from '../../shared/line-status.ts';
import { openTcp } from './tcp.ts';
import type { Opened } from './wire.ts';
import { closeLimitMs, createLossGuard, createWriteWatch, withLimit } from './wire-life.ts';

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

/** How often the device file is looked for: some drivers never tell a reader that the device went. */
const presenceMs = 1000;
const lastWordsMs = 300;

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
        const isShort = bytes.length <= commandLength && writes.waiting() === 0;
        const rest = isShort ? bytes.subarray(writtenAtOnce(port.port, bytes)) : bytes;
        if (rest.length === 0) return;
        port.write(Buffer.from(rest), error => {
          writes.taken(rest.length);
          if (error) guard.lost(error.message);
        });
        writes.given(rest.length);
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

/** Commands are this short; voice goes the long way, which tells when the port takes no more. */
const commandLength = 64;

/**
 * Writes in this very tick where the system has descriptors: the driver's own way goes through a queue and a
 * thread. The port does not block; what it does not take, and every failure, is left to the driver. Returns the bytes taken.
 */
function writtenAtOnce(binding: object | undefined, bytes: Uint8Array): number {
  // What Windows calls by this name is a handle: another thing altogether.
  if (process.platform === 'win32') return 0;
  if (!binding || !('fd' in binding) || typeof binding.fd !== 'number') return 0;
  try {
    return writeSync(binding.fd, bytes);
  } catch {
    return 0;
  }
}
