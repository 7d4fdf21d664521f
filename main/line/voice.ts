import { readFile } from 'node:fs/promises';
import type { VoiceEncoding, VoiceWay } from './chips.ts';
import type { Session } from './modem.ts';
import type { Timers } from './timers.ts';
import { encodeVoice, voiceRate } from './sound.ts';
import { readWav } from './wav.ts';

/** A spoken notice, ready to be sent to one modem. */
export interface Notice {
  way: VoiceWay;
  /** Samples in the modem's encoding, DLE doubled. */
  bytes: Uint8Array;
}

/** `why` null: none is wanted. */
export type NoticeReading = { ok: true; notice: Notice } | { ok: false; why: string | null };

export const noNotice: NoticeReading = { ok: false, why: null };

/** The notice for a modem: none where none is wanted, and a reason where the modem has no voice or the file is no sound. */
export function noticeFor(path: string | undefined, way: VoiceWay | null): Promise<NoticeReading> {
  if (path === undefined) return Promise.resolve(noNotice);
  if (way === null) return Promise.resolve({ ok: false, why: 'no-voice' });
  return loadNotice(path, way);
}

const dle = 0x10;
const etx = 0x03;

/** Reads and converts a WAV file once, long before a call needs it. */
async function loadNotice(path: string, way: VoiceWay): Promise<NoticeReading> {
  let file: Uint8Array;
  try {
    file = await readFile(path);
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : String(error) };
  }
  const reading = readWav(file);
  if (!reading.ok) return { ok: false, why: reading.why };
  return { ok: true, notice: { way, bytes: shield(encodeVoice(reading.sound, way.encoding)) } };
}

/** Doubles every DLE, so that no sample is taken for a command (V.253 §9.1). */
export function shield(samples: Uint8Array): Uint8Array {
  const shielded: number[] = [];
  for (const sample of samples) {
    shielded.push(sample);
    if (sample === dle) shielded.push(dle);
  }
  return Uint8Array.from(shielded);
}

const encodingNames: readonly [RegExp, VoiceEncoding, number][] = [
  // Linear first: every chip plays it alike. What is signed is not said, so it is left out.
  [/UNSIGNED|LINEAR|\bPCM\b(?!.*LAW)/i, 'unsigned', 0],
  [/(MU|U|µ|μ)-?LAW|G\.?711U/i, 'mulaw', 1],
  [/\bA-?LAW|G\.?711A/i, 'alaw', 2],
];

/**
 * Chooses from the answers to `+VSM=?`, such as `128,"8-BIT LINEAR",8,0,(8000,11025),(0),(0)` (V.253 §9.2.10):
 * eight bits, 8000 samples a second, plain before companded.
 */
export function voiceWayOf(lines: readonly string[]): VoiceWay | null {
  const ways = lines.flatMap(line => {
    const match = /^(?:\+VSM: ?)?\(?(\d+),"?([^",]*)"?,(.*)$/i.exec(line.trim());
    const [, number, words, rest] = match ?? [];
    if (number === undefined || words === undefined || rest === undefined) return [];
    if (/(?<!UN)SIGNED|ADPCM|G\.?72|IMA|\b(2|3|4|12|16)[ -]?BIT/i.test(words)) return [];
    const bits = /^\(?(\d{1,2})\)?,/.exec(rest)?.[1];
    if (bits !== undefined && bits !== '8') return [];
    const named = encodingNames.find(([pattern]) => pattern.test(words));
    if (!named || !offersRate(rest)) return [];
    return [{ way: { vsm: `${number},${voiceRate}`, encoding: named[1] }, preference: named[2] }];
  });
  return ways.sort((a, b) => a.preference - b.preference)[0]?.way ?? null;
}

function offersRate(rest: string): boolean {
  const range = /(\d{4,5})-(\d{4,6})/.exec(rest);
  return (
    /\b8000\b/.test(rest) ||
    (range !== null && Number(range[1]) <= voiceRate && voiceRate <= Number(range[2]))
  );
}

/** 'not-answered': the modem would not go off-hook by voice, so the call still rings. */
export type Played = 'played' | 'caller-left' | 'failed' | 'not-answered';

/** The most that may lie in the modem's buffer ahead of what is heard, ms. */
const leadMs = 300;
const pieceMs = 50;

/** Watches what a modem says while it plays: XOFF and XON, and DLE events that mean that the caller has left. */
export interface VoiceEar {
  feed(bytes: Uint8Array): void;
  isHeldUp(): boolean;
  hasLeft(): boolean;
}

/** Behind DLE: busy tone, dial tone, loop current interrupted, and the end of what the modem sent (V.253 table 14). */
const leaving = new Set(['b', 'd', 'l', 'e', '\x03']);

export function createVoiceEar(): VoiceEar {
  let afterDle = false;
  let heldUp = false;
  let left = false;
  return {
    feed(bytes) {
      for (const byte of bytes) {
        if (afterDle) {
          afterDle = false;
          if (leaving.has(String.fromCharCode(byte))) left = true;
        } else if (byte === dle) afterDle = true;
        else if (byte === 0x13) heldUp = true;
        else if (byte === 0x11) heldUp = false;
      }
    },
    isHeldUp: () => heldUp,
    hasLeft: () => left,
  };
}

/**
 * Goes off-hook in voice class, plays the notice and ends the voice stream; class 8 is set already, hanging up is left to the
 * caller. Sent no faster than it is heard: not every wire carries the modem's flow control.
 */
export async function playNotice(
  session: Session,
  timers: Timers,
  notice: Notice,
  commandMs: number,
): Promise<Played> {
  const ear = createVoiceEar();
  const unlisten = session.overhear(bytes => ear.feed(bytes));
  try {
    await session.urge(`AT+VSM=${notice.way.vsm}`, { limitMs: commandMs });
    const lifted = await session.urge('AT+VLS=1', { limitMs: 2 * commandMs });
    if (lifted.result === 'error' || lifted.result === 'gone') return 'not-answered';
    const began = await session.urge('AT+VTX', { limitMs: 2 * commandMs, ends: ['connect', 'error'] });
    if (began.result !== 'connect') return 'failed';
    const whole = await stream(session, timers, notice.bytes, ear);
    await endStream(session, commandMs);
    return whole ? 'played' : 'caller-left';
  } finally {
    unlisten();
  }
}

/** Some Conexant firmware ends at DLE DLE DLE ETX only; where the stream has ended already, that is noise before the next command. */
async function endStream(session: Session, commandMs: number): Promise<void> {
  for (const end of [
    [dle, etx],
    [dle, dle, dle, etx],
  ]) {
    session.raw(Uint8Array.from(end));
    const { result } = await session.await({ limitMs: commandMs, ends: ['ok', 'error', 'no-carrier'] });
    if (result !== 'timeout') return;
  }
}

/** Moves a cut that would fall between a DLE and its double: what came next would not be taken for what it is. */
export function wholePairs(bytes: Uint8Array, end: number): number {
  let run = 0;
  while (run < end && bytes[end - 1 - run] === dle) run++;
  return Math.min(bytes.length, end + (run % 2));
}

async function stream(session: Session, timers: Timers, bytes: Uint8Array, ear: VoiceEar): Promise<boolean> {
  const startedAt = timers.now();
  let heldUpMs = 0;
  let sent = 0;
  while (sent < bytes.length) {
    if (ear.hasLeft()) return false;
    if (ear.isHeldUp() || session.waiting() > voiceRate / 2) {
      // A modem that forgets its XON must not hold the line for ever.
      if (heldUpMs > 5000) return false;
      heldUpMs += pieceMs;
    } else {
      const due = ((timers.now() - startedAt - heldUpMs + leadMs) * voiceRate) / 1000;
      const end = wholePairs(bytes, Math.min(bytes.length, Math.max(sent, Math.ceil(due))));
      if (end > sent) session.raw(bytes.subarray(sent, end));
      sent = end;
    }
    if (!(await timers.sleep(pieceMs))) return false;
  }
  // What lies in the modem's buffer is still to be heard.
  const restMs = (bytes.length * 1000) / voiceRate + heldUpMs - (timers.now() - startedAt);
  for (let waited = 0; waited < restMs; waited += pieceMs) {
    if (ear.hasLeft()) return false;
    if (!(await timers.sleep(pieceMs))) return false;
  }
  return true;
}
