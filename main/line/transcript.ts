/** One piece of the wire: `t` epoch ms, `dir` 'in' from the modem or 'out' to it, bytes in base64. */
export interface TranscriptEntry {
  t: number;
  dir: 'in' | 'out';
  encoding: 'base64';
  bytes: string;
}

/** Keeps what went over a wire, so that it can be shown, sent, and played back as `simulated:FILE`. */
export interface Transcript {
  add(dir: 'in' | 'out', bytes: Uint8Array, t: number): void;
  /** JSON lines, oldest first. `masked`: numbers and names are made unreadable, all else is kept. */
  toJsonLines(masked: boolean): string;
  /** For a person's eyes: one line per piece, control characters named. */
  toText(masked: boolean): string;
  clear(): void;
}

/** The oldest is forgotten first when more than `limitBytes` went over the wire. */
export function createTranscript(limitBytes = 512 * 1024): Transcript {
  let pieces: { t: number; dir: 'in' | 'out'; bytes: Uint8Array }[] = [];
  let size = 0;

  function read(masked: boolean): { t: number; dir: 'in' | 'out'; bytes: Uint8Array }[] {
    if (!masked) return pieces;
    const mask = createMask();
    // What we write comes from our own tables; only the modem tells of callers.
    return pieces.map(piece => (piece.dir === 'in' ? { ...piece, bytes: mask(piece.bytes) } : piece));
  }

  return {
    add(dir, bytes, t) {
      pieces.push({ t, dir, bytes: Uint8Array.from(bytes) });
      size += bytes.length;
      while (size > limitBytes) size -= pieces.shift()?.bytes.length ?? size;
    },
    toJsonLines: masked =>
      read(masked)
        .map(({ t, dir, bytes }) => {
          const entry: TranscriptEntry = {
            t,
            dir,
            encoding: 'base64',
            bytes: Buffer.from(bytes).toString('base64'),
          };
          return `${JSON.stringify(entry)}\n`;
        })
        .join(''),
    toText: masked =>
      read(masked)
        .map(
          ({ t, dir, bytes }) =>
            `${new Date(t).toISOString()} ${dir === 'in' ? '<' : '>'} ${visible(bytes)}\n`,
        )
        .join(''),
    clear() {
      pieces = [];
      size = 0;
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

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
const isLetter = (byte: number): boolean =>
  (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || byte >= 0x80;

/** Lines that tell of a caller, by how they begin; and the key before the value, which stays. */
const numberLine =
  /^[^A-Z+]*(NMBR|DDN_NMBR|DDN|NBR|CALLER NUMBER|CALLER|FM|TO|RING;|\+CLIP|\+VCID)[^=:;]*[=:;]/i;
const nameLine = /^[^A-Z+]*(NAME|CALLER NAME|NMBR_?NAME)\s*[=:]/i;
const safeLine = /^[^A-Z+]*(DATE|TIME|AT|OK|ERROR)/i;
const hexLine = /^[^0-9A-Z]*(?:MESG\s*[=:]\s*)?(?:04|80)(?:\s?[0-9A-F]{2})*\s?[0-9A-F]?$/i;
/** How much of a number stays readable: enough to see its kind. */
const keptDigits = 3;
/** More digits in a row than any identity or code has. */
const longRun = 6;

/** Reads on over pieces, so that a number torn in two is masked as well. Length and shape stay. */
function createMask(): (bytes: Uint8Array) => Uint8Array {
  let line = '';
  let digits = 0;
  let run = 0;
  return bytes =>
    bytes.map(byte => {
      if (byte === 0x0d || byte === 0x0a || byte === 0x02 || byte === 0x03) {
        line = byte === 0x02 ? '\x02' : '';
        digits = run = 0;
        return byte;
      }
      const before = line;
      line = (line + String.fromCharCode(byte)).slice(-400);
      run = isDigit(byte) ? run + 1 : 0;
      if (nameLine.test(before)) return isLetter(byte) ? 0x58 : isDigit(byte) ? 0x30 : byte;
      if (numberLine.test(before) || before.startsWith('\x021') || /[\x04\x80]/.test(before)) {
        if (isDigit(byte)) return ++digits > keptDigits ? 0x30 : byte;
        return /[\x04\x80]/.test(before) && isLetter(byte) && byte < 0x80 ? 0x58 : byte;
      }
      if (hexLine.test(before + String.fromCharCode(byte)) && before.replace(/\W|MESG/gi, '').length > 3)
        return maskHex(before, byte);
      if (safeLine.test(before)) return byte;
      return isDigit(byte) && run > longRun ? 0x30 : byte;
    });
}

/** In hexadecimal a digit of a number is 3x and a letter of a name 4x to 7x: the x goes. Its checksum then fails, and says so. */
function maskHex(before: string, byte: number): number {
  const nibbles = before.replace(/MESG/i, '').replace(/[^0-9A-F]/gi, '');
  const high = nibbles.length % 2 === 1 ? nibbles.at(-1) : undefined;
  if (high === '3') return 0x30;
  return high !== undefined && /[4-7]/.test(high) ? 0x38 : byte;
}
