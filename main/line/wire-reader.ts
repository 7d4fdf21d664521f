import type { WireLine, WireNews } from '../../shared/doctor.ts';
import { createPieceMask, visible } from './transcript.ts';
import type { Transcript, WirePiece } from './transcript.ts';

/** As much as a person can look through; of what is older, only the end is told. */
const mostLines = 400;
/** Half a line is shown as well when its rest has not come for so long, ms. */
const patienceMs = 1000;

/** One who looks at the wire. It asks when it has time, so that the line never waits for those who look on. */
export interface WireReader {
  /** What came since the last asking. `now`: epoch ms. */
  read(now: number): WireNews;
}

/** Reads on after the piece `after`. `masked`: numbers and names are unreadable. */
export function createWireReader(
  transcript: Transcript,
  { after, masked }: { after: number; masked: boolean },
): WireReader {
  const mask = masked ? createPieceMask() : null;
  // The mask has to know how the line that stands open began.
  let seen = mask ? 0 : after;
  let lastAt = 0;

  return {
    read(now) {
      const fresh = transcript.after(seen);
      seen = fresh.at(-1)?.id ?? seen;
      if (fresh.length > 0) lastAt = now;
      const whole = mask ? fresh.flatMap(piece => mask.push(piece)) : fresh;
      const late = mask && fresh.length === 0 && now - lastAt > patienceMs ? mask.flush() : [];
      const news = [...whole, ...late].filter(piece => piece.id > after);
      return { lines: news.slice(-mostLines).map(lineOf), skipped: news.length > mostLines };
    },
  };
}

function lineOf({ id, t, dir, bytes }: WirePiece): WireLine {
  const sound = isSound(bytes);
  return { id, t, dir, text: sound ? '' : visible(bytes), size: bytes.length, sound };
}

/** Speech goes out in long pieces that are mostly no letters. */
function isSound(bytes: Uint8Array): boolean {
  const letters = bytes.reduce((count, byte) => count + (byte >= 0x20 && byte < 0x7f ? 1 : 0), 0);
  return bytes.length >= 64 && letters < bytes.length / 2;
}
