import type { LineState } from '../../shared/line-status.ts';

/** What a wire tells the one who listens to it. */
export interface WireListener {
  data(bytes: Uint8Array): void;
  /** The wire is gone (unplugged, closed by the other side, a write that was never taken); said once, nothing follows. */
  lost(error: string): void;
}

/**
 * A two-way stream of bytes to a modem: a serial port, a TCP socket (ser2net) or the simulated line.
 * Single-use: after `lost` or `close()` a new one is opened.
 */
export interface Wire {
  /** Where it really leads: the device path, host:port, or simulated:NAME. */
  readonly path: string;
  readonly kind: 'serial' | 'tcp' | 'simulated';
  readonly listen: (listener: WireListener) => void;
  /** Hands the bytes on at once. Never throws: a failure, or a write not taken within the time limit, is told by `lost`. */
  readonly write: (bytes: Uint8Array) => void;
  /** Bytes handed to `write` that the other side has not taken yet, for pacing long output. */
  readonly waiting: () => number;
  /** Bits per second; does nothing where the wire has no speed of its own. */
  readonly setSpeed: (bitsPerSecond: number) => Promise<void>;
  /** Resolves when the port is free for others. Idempotent; nothing is told after it. */
  readonly close: () => Promise<void>;
}

/** A wire, or the state of the line that explains why there is none. */
export type Opened = { ok: true; wire: Wire } | { ok: false; state: LineState; error: string };
