import { createMask } from './mask.ts';

/** One piece of a wire: 'in' from the modem or 'out' to it, at `t` epoch ms. Numbered as it came. */
export interface WirePiece {
  id: number;
  t: number;
  dir: 'in' | 'out';
  bytes: Uint8Array;
}

/** As a line of a transcript file, bytes in base64; what `simulated:FILE` plays. */
export interface TranscriptEntry {
  t: number;
  dir: 'in' | 'out';
  encoding: 'base64';
  bytes: string;
}

/** Keeps what went over a wire, so that it can be shown, sent, and played back as `simulated:FILE`. */
export interface Transcript {
  add(dir: 'in' | 'out', bytes: Uint8Array, t: number): void;
  /** Pieces that came after `id`, oldest first; of those that are still kept. */
  after(id: number): readonly WirePiece[];
  /** JSON lines, oldest first. `masked`: numbers and names are made unreadable, all else is kept. */
  toJsonLines(masked: boolean): string;
  /** For a person's eyes: one line per piece, control characters named. */
  toText(masked: boolean): string;
}

/** The oldest is forgotten first when more than `limitBytes` went over the wire. */
export function createTranscript(limitBytes = 512 * 1024): Transcript {
  let pieces: WirePiece[] = [];
  let forgotten = 0;
  let size = 0;
  let lastId = 0;

  const kept = (): readonly WirePiece[] => (forgotten === 0 ? pieces : pieces.slice(forgotten));

  function read(masked: boolean): readonly WirePiece[] {
    if (!masked) return kept();
    const mask = createPieceMask();
    return [...kept().flatMap(piece => mask.push(piece)), ...mask.flush()];
  }

  return {
    add(dir, bytes, t) {
      pieces.push({ id: ++lastId, t, dir, bytes: Uint8Array.from(bytes) });
      size += bytes.length;
      while (size > limitBytes && forgotten < pieces.length) size -= pieces[forgotten++]?.bytes.length ?? 0;
      // Now and then all at once: taking each from the front moves all the others.
      if (forgotten > 1000 && forgotten > pieces.length / 2) {
        pieces = pieces.slice(forgotten);
        forgotten = 0;
      }
    },
    after(id) {
      const first = pieces[forgotten]?.id ?? lastId + 1;
      return pieces.slice(forgotten + Math.max(0, id + 1 - first));
    },
    toJsonLines: masked => read(masked).map(entryLine).join(''),
    toText: masked =>
      read(masked)
        .map(
          ({ t, dir, bytes }) =>
            `${new Date(t).toISOString()} ${dir === 'in' ? '<' : '>'} ${visible(bytes)}\n`,
        )
        .join(''),
  };
}

function entryLine({ t, dir, bytes }: WirePiece): string {
  const entry: TranscriptEntry = {
    t,
    dir,
    encoding: 'base64',
    bytes: Buffer.from(bytes).toString('base64'),
  };
  return `${JSON.stringify(entry)}\n`;
}

/** Masks pieces as they come. One whose line is not whole yet waits for the rest of it, and those behind it too. */
export function createPieceMask() {
  const mask = createMask();
  let waiting: WirePiece[] = [];
  let ready: number[] = [];

  function whole(): WirePiece[] {
    const done: WirePiece[] = [];
    for (const piece of waiting) {
      // What we write comes from our own tables; only the modem tells of callers.
      if (piece.dir === 'out') done.push(piece);
      else if (piece.bytes.length <= ready.length)
        done.push({ ...piece, bytes: Uint8Array.from(ready.splice(0, piece.bytes.length)) });
      else break;
    }
    waiting = waiting.slice(done.length);
    return done;
  }

  return {
    push(piece: WirePiece): WirePiece[] {
      waiting.push(piece);
      if (piece.dir === 'in') ready = ready.concat(mask.push(piece.bytes));
      return whole();
    },
    /** Those that still wait, when no more comes for a while. */
    flush(): WirePiece[] {
      ready = ready.concat(mask.flush());
      return whole();
    },
  };
}

const names: Record<number, string> = {
  0x02: 'STX',
  0x03: 'ETX',
  0x0a: 'LF',
  0x0d: 'CR',
  0x10: 'DLE',
  0x11: 'XON',
  0x13: 'XOFF',
};

/** Bytes as text, with control characters by name. */
export function visible(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) {
    if (byte >= 0x20 && byte < 0x7f) text += String.fromCharCode(byte);
    else text += `<${names[byte] ?? byte.toString(16).padStart(2, '0')}>`;
  }
  return text;
}
