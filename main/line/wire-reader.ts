import type { WireLine, WireNews } from '../../shared/doctor.ts';
import { joinSound } from '../../shared/doctor.ts';
import { createPieceMask, visible } from './transcript.ts';
import type { Transcript, WirePiece } from './transcript.ts';

/** As much as a person can look through; of what is older, only the end is told. */
const mostLines = 400;
/** More pieces than any line is torn into. */
const contextLines = 64;
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
  let lastAt = 0;
  // Only the end is shown; before it the mask has to see how the line that stands open there began.
  const newest = transcript.after(after);
  const shownAfter = Math.max(after, (newest.at(-1)?.id ?? 0) - mostLines);
  const skips = (newest[0]?.id ?? shownAfter + 1) <= shownAfter;
  let seen = mask ? Math.max(0, shownAfter - contextLines) : shownAfter;
  let told = false;

  return {
    read(now) {
      const fresh = transcript.after(seen);
      seen = fresh.at(-1)?.id ?? seen;
      if (fresh.length > 0) lastAt = now;
      const whole = mask ? fresh.flatMap(piece => mask.push(piece)) : fresh;
      const late = mask && fresh.length === 0 && now - lastAt > patienceMs ? mask.flush() : [];
      const news = [...whole, ...late].filter(piece => piece.id > shownAfter);
      const skipped = news.length > mostLines || (skips && !told && news.length > 0);
      told ||= news.length > 0;
      return { lines: joined(news.slice(-mostLines).map(lineOf)), skipped };
    },
  };
}

function lineOf({ id, t, dir, bytes, sound }: WirePiece): WireLine {
  return { id, t, dir, text: visible(bytes), size: sound + bytes.length, sound: sound > 0 };
}

/** Speech goes out in many small pieces, which are one to the eye. */
function joined(lines: readonly WireLine[]): WireLine[] {
  return lines.reduce<WireLine[]>((done, line) => joinSound(done, line), []);
}
