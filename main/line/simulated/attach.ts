import { closeSync, constants, openSync } from 'node:fs';
import { ReadStream } from 'node:tty';

/** Whatever stands at the modem's end of the cable. */
export interface ModemEnd {
  input(bytes: Uint8Array): void;
  onOutput(listener: (bytes: Uint8Array) => void): () => void;
}

export interface Attached {
  /** Takes the modem off the tty, as an unplug does. */
  detach(): void;
}

/** Opens a terminal for reading and writing, without waiting and without becoming its foreground. */
export function openTerminal(path: string): ReadStream {
  const descriptor = openSync(path, constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK);
  const stream = new ReadStream(descriptor);
  // libuv opens a terminal anew and leaves the first descriptor to the one who opened it.
  const handle: unknown = Reflect.get(stream, '_handle');
  if (typeof handle === 'object' && handle !== null && 'fd' in handle && handle.fd !== descriptor)
    closeSync(descriptor);
  return stream;
}

/**
 * Puts a modem on a real tty, usually one end of a pseudo-terminal pair; the driver opens the other end.
 * Throws where the path cannot be opened or is no terminal.
 */
export function attachToTty(
  path: string,
  modem: ModemEnd,
  onLost: (error: string) => void = () => undefined,
): Attached {
  const terminal = openTerminal(path);
  terminal.setRawMode(true);

  let attached = true;
  const unlisten = modem.onOutput(bytes => {
    if (attached) terminal.write(bytes);
  });
  const detach = (): void => {
    if (!attached) return;
    attached = false;
    unlisten();
    terminal.destroy();
  };
  const lost = (error: string): void => {
    if (!attached) return;
    detach();
    onLost(error);
  };
  terminal.on('data', (bytes: Buffer) => modem.input(bytes));
  terminal.on('error', error => lost(error.message));
  terminal.on('end', () => lost('end of stream'));
  return { detach };
}
