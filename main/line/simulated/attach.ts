import { constants, openSync } from 'node:fs';
import { ReadStream, WriteStream } from 'node:tty';

/** Whatever stands at the modem's end of the cable. */
export interface ModemEnd {
  input(bytes: Uint8Array): void;
  onOutput(listener: (bytes: Uint8Array) => void): () => void;
}

export interface Attached {
  /** Takes the modem off the tty, as an unplug does. */
  detach(): void;
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
  const inward = openSync(path, constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK);
  const reader = new ReadStream(inward);
  reader.setRawMode(true);
  const outward = openSync(path, constants.O_WRONLY | constants.O_NOCTTY | constants.O_NONBLOCK);
  const writer = new WriteStream(outward);

  let attached = true;
  const unlisten = modem.onOutput(bytes => {
    if (attached) writer.write(bytes);
  });
  const detach = (): void => {
    if (!attached) return;
    attached = false;
    unlisten();
    reader.destroy();
    writer.destroy();
  };
  const lost = (error: string): void => {
    if (!attached) return;
    detach();
    onLost(error);
  };
  reader.on('data', (bytes: Buffer) => modem.input(bytes));
  reader.on('error', error => lost(error.message));
  reader.on('end', () => lost('end of stream'));
  writer.on('error', (error: Error) => lost(error.message));
  return { detach };
}
