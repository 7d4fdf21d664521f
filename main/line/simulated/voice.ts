import type { Faults } from './faults.ts';
import type { Timers } from './timers.ts';

const dle = 0x10;
const etx = 0x03;
/** CAN and `!`: stop at once (V.253 §9.1.3). */
const stops = new Set([0x18, 0x21]);
const xoff = Uint8Array.of(0x13);
const xon = Uint8Array.of(0x11);
/** Samples per second; one byte each. */
const voiceRate = 8000;

/** Voice data on its way from the computer to the caller (V.253: +VTX). */
export interface Transmission {
  /** Reads on; returns how many bytes it took: all, unless the end came before. */
  read(bytes: Uint8Array): number;
  /** What the caller hears: the samples without their DLE shielding. */
  samples(): Uint8Array;
}

/**
 * Takes the shielding off and keeps count of what still has to be played. `ended` gets that remainder in ms: the modem says OK after
 * it, or at once when it was told to stop. Above `xoffAtBytes` waiting bytes (0: never) the computer is asked to pause.
 */
export function createTransmission(
  timers: Timers,
  { xoffAtBytes, endsVoiceAtTriple }: Pick<Faults, 'xoffAtBytes' | 'endsVoiceAtTriple'>,
  say: (bytes: Uint8Array) => void,
  ended: (playingMs: number) => void,
): Transmission {
  const startedAt = timers.now();
  const heard: number[] = [];
  let shielded = false;
  let paused = false;

  const waitingMs = (): number => Math.max(0, startedAt + (heard.length / voiceRate) * 1000 - timers.now());

  function pauseIfFull(): void {
    if (xoffAtBytes <= 0 || paused || (waitingMs() * voiceRate) / 1000 <= xoffAtBytes) return;
    paused = true;
    say(xoff);
    timers.after(waitingMs() / 2, () => {
      paused = false;
      say(xon);
    });
  }

  /** The end that this byte brings, if any. */
  function take(byte: number): 'finished' | 'stopped' | null {
    if (!shielded) {
      if (byte === dle) shielded = true;
      else heard.push(byte);
      return null;
    }
    shielded = false;
    if (byte === dle) heard.push(dle);
    if (byte === etx && endsVoiceAtTriple && heard.at(-1) !== dle) return null;
    if (byte === etx) return 'finished';
    return stops.has(byte) ? 'stopped' : null;
  }

  return {
    read(bytes) {
      for (const [index, byte] of bytes.entries()) {
        const end = take(byte);
        if (end === null) continue;
        ended(end === 'finished' ? Math.round(waitingMs()) : 0);
        return index + 1;
      }
      pauseIfFull();
      return bytes.length;
    },
    samples: () => Uint8Array.from(heard),
  };
}
