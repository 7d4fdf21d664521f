import { hasParity, withoutParity } from './parity.ts';
import { readLine } from './read-line.ts';
import type { LineContext, Reading } from './read-line.ts';
import { decodeText } from './text.ts';

/** So many lines after a RING, a caller ID may begin in ways that other answers of a modem begin in as well. */
const linesOfARing = 6;
/** More hexadecimal text than the longest packet has is none. */
const tornLimit = 1024;

const hexOnly = /^[\da-f ]+$/i;

/** Reads line after line, and keeps in mind what one means for the next. */
export function createLineReader() {
  let sinceRing = linesOfARing;
  let tornHex = '';

  function understand(bytes: readonly number[], text: string, context: LineContext): Reading {
    const reading = readLine(text, context);
    if (reading.kind !== 'reply' || !hasParity(bytes)) return reading;
    const plain = String.fromCharCode(...withoutParity(bytes)).trim();
    return /^[\x20-\x7e]+$/.test(plain) ? readLine(plain, context) : reading;
  }

  function rememberTorn(text: string, reading: Reading): void {
    const breaksOff = reading.kind === 'fields' && reading.fields.checksum === false;
    const goesOn = reading.kind === 'reply' && tornHex !== '' && tornHex.length < tornLimit;
    tornHex = (breaksOff || goesOn) && hexOnly.test(text) ? (goesOn ? tornHex : '') + text : '';
  }

  return {
    /** It has just rung. */
    rang(): void {
      sinceRing = 0;
    },
    /** Understands one line, terminator removed; null: it is empty. */
    read(
      bytes: readonly number[],
      said: Pick<LineContext, 'inside' | 'seen' | 'awaitsNumber'>,
    ): Reading | null {
      const text = decodeText(bytes);
      if (text.trim() === '') return null;
      const reading = understand(bytes, text, { ...said, ringing: sinceRing < linesOfARing, tornHex });
      sinceRing++;
      rememberTorn(text, reading);
      return reading;
    },
  };
}
