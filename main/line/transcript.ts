import { createMask } from './mask.ts';

/** One piece of a wire: 'in' from the modem or 'out' to it, at `t` epoch ms. Numbered as it came. */
export interface WirePiece {
  id: number;
  t: number;
  dir: 'in' | 'out';
  bytes: Uint8Array;
  /** Bytes of speech, which are not kept: they would crowd out all else, and say nothing of a fault. */
  sound: number;
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
  /** JSON lines, oldest first, as they are asked for. `masked`: numbers and names are made unreadable, all else is kept. */
  jsonLines(masked: boolean): Iterable<string>;
  /** For a person's eyes: one line per piece, control characters named. */
  textLines(masked: boolean): Iterable<string>;
}

/** The oldest is forgotten first when more than `limitBytes` went over the wire. */
export function createTranscript(limitBytes = 512 * 1024): Transcript {
  let pieces: WirePiece[] = [];
  let forgotten = 0;
  let size = 0;
  let lastId = 0;

  let speaking = false;

  function* read(masked: boolean): Generator<WirePiece> {
    const mask = masked ? createPieceMask() : null;
    for (const piece of pieces.slice(forgotten)) yield* mask ? mask.push(piece) : [piece];
    if (mask) yield* mask.flush();
  }

  /** Between `+VTX` and DLE ETX what we send is speech (V.253 §10). */
  function isSound(dir: 'in' | 'out', bytes: Uint8Array): boolean {
    if (dir === 'in') return false;
    const command = bytes.length < 64 && bytes.at(-1) === 0x0d ? latin(bytes) : '';
    if (command.startsWith('AT')) speaking = command.includes('+VTX');
    else if (bytes.at(-2) === 0x10 && bytes.at(-1) === 0x03) speaking = false;
    else return speaking;
    return false;
  }

  return {
    add(dir, bytes, t) {
      const sound = isSound(dir, bytes) ? bytes.length : 0;
      pieces.push({ id: ++lastId, t, dir, bytes: sound > 0 ? silence : Uint8Array.from(bytes), sound });
      size += sizeOf(pieces.at(-1));
      while (size > limitBytes && forgotten < pieces.length) size -= sizeOf(pieces[forgotten++]);
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
    *jsonLines(masked) {
      for (const piece of read(masked)) if (piece.sound === 0) yield entryLine(piece);
    },
    *textLines(masked) {
      for (const { t, dir, bytes, sound } of read(masked))
        yield `${new Date(t).toISOString()} ${dir === 'in' ? '<' : '>'} ${sound > 0 ? `[${String(sound)} bytes of sound]` : visible(bytes)}\n`;
    },
  };
}

const silence = new Uint8Array(0);
const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
/** Speech takes room as well, if little. */
const sizeOf = (piece: WirePiece | undefined): number =>
  piece === undefined ? 0 : piece.bytes.length + (piece.sound > 0 ? 16 : 0);

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
