const dle = 0x10;
const etx = 0x03;
/** CAN and `!`: stop at once (V.253 §9.1.3). */
const stops = new Set([0x18, 0x21]);

/** Takes the DLE shielding off voice data that comes from the computer (V.253: +VTX). */
export interface VoiceIntake {
  /** Reads on; returns how many bytes it took: all, unless the end came before. */
  read(bytes: Uint8Array): { taken: number; end: 'none' | 'finished' | 'stopped' };
  /** The samples heard by the caller so far. */
  samples(): Uint8Array;
}

export function createVoiceIntake(): VoiceIntake {
  let shielded = false;
  const heard: number[] = [];
  return {
    read(bytes) {
      let taken = 0;
      for (const byte of bytes) {
        taken++;
        if (!shielded) {
          if (byte === dle) shielded = true;
          else heard.push(byte);
          continue;
        }
        shielded = false;
        if (byte === dle) heard.push(dle);
        else if (byte === etx) return { taken, end: 'finished' };
        else if (stops.has(byte)) return { taken, end: 'stopped' };
      }
      return { taken, end: 'none' };
    },
    samples: () => Uint8Array.from(heard),
  };
}
