import { z } from 'zod';
import { realTimers } from './timers.ts';
import type { Timers } from './timers.ts';

/**
 * One line of a recorded transcript: `t` ms, `dir` 'in' from the modem or 'out' to it, and the bytes as text with one character
 * per byte (U+0000 to U+00FF), as hex, or as base64.
 */
export const TranscriptEntry = z.object({
  t: z.number(),
  dir: z.enum(['in', 'out']),
  bytes: z.string(),
  encoding: z.enum(['text', 'hex', 'base64']).default('text'),
});
export type TranscriptEntry = z.infer<typeof TranscriptEntry>;

/** Reads JSON lines; lines of another kind (a header, a note) are passed over. Throws where nothing in it is a transcript. */
export function parseTranscript(jsonLines: string): TranscriptEntry[] {
  const entries = jsonLines.split('\n').flatMap(line => {
    const parsed = TranscriptEntry.safeParse(parseJson(line));
    return parsed.success ? [parsed.data] : [];
  });
  if (entries.length === 0)
    throw new Error('The file holds no recorded bytes: expected JSON lines with t, dir and bytes.');
  return entries;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

export function bytesOf({ bytes, encoding }: TranscriptEntry): Uint8Array {
  switch (encoding) {
    case 'hex':
      return Buffer.from(bytes.replace(/\s/g, ''), 'hex');
    case 'base64':
      return Buffer.from(bytes, 'base64');
    case 'text':
      return Buffer.from(bytes, /^[\x00-\xff]*$/.test(bytes) ? 'latin1' : 'utf8');
  }
}

export interface Playback {
  /** Starts the recording; before that nothing is said. */
  start(): void;
  input(bytes: Uint8Array): void;
  onOutput(listener: (bytes: Uint8Array) => void): () => void;
  /** All recorded bytes have been said. */
  readonly isOver: boolean;
  close(): void;
}

/** A recording's silence is never longer than this when played back: longer than a ring period, so that calls stay apart. */
const longestGapMs = 8000;
/** How long a recorded command is waited for: a newer driver may not send it any more. */
const patienceMs = 2500;

/**
 * Plays a recording back: says what the modem said, with its gaps, waiting at each recorded command for ours. A command that
 * comes out of turn gets the answer it has elsewhere in the recording, or OK, so that a driver of today gets through an old recording.
 */
export function createPlayback(
  entries: readonly TranscriptEntry[],
  options: { timers?: Timers; speed?: number } = {},
): Playback {
  const timers = options.timers ?? realTimers;
  const speed = options.speed ?? 1;
  const listeners = new Set<(bytes: Uint8Array) => void>();
  let at = 0;
  let started = false;
  let cancel = (): void => undefined;
  let line = '';

  const say = (bytes: Uint8Array): void => {
    for (const listener of [...listeners]) listener(bytes);
  };

  function go(): void {
    cancel();
    const entry = entries[at];
    if (!entry) return;
    if (entry.dir === 'out') {
      cancel = timers.after(patienceMs / speed, () => {
        at = afterAnswer(entries, at);
        go();
      });
      return;
    }
    const before = entries[at - 1];
    const gapMs = before ? Math.min(Math.max(0, entry.t - before.t), longestGapMs) : 0;
    cancel = timers.after(gapMs / speed, () => {
      at++;
      say(bytesOf(entry));
      go();
    });
  }

  function commanded(command: string): void {
    const turn = turnOf(entries, at, command);
    if (turn === null) {
      for (const bytes of answerElsewhere(entries, command)) say(bytes);
      return;
    }
    at = turn + 1;
    go();
  }

  return {
    start: () => {
      if (started) return;
      started = true;
      go();
    },
    input: bytes => {
      for (const byte of bytes) {
        if (byte !== 0x0d) {
          line = (line + String.fromCharCode(byte)).slice(-256);
          continue;
        }
        const command = normalised(line);
        line = '';
        if (command.startsWith('AT') || command === 'A/') commanded(command);
      }
    },
    onOutput: listener => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    get isOver() {
      return at >= entries.length;
    },
    close: () => {
      cancel();
      listeners.clear();
    },
  };
}

const normalised = (line: string): string => {
  const text = line.replace(/[\x00-\x20]/g, '').toUpperCase();
  return text.slice(Math.max(0, text.lastIndexOf('AT')));
};

const commandIn = (entry: TranscriptEntry): string => normalised(textOf(entry));

const finalResult = /(^|\n)\s*(OK|ERROR|CONNECT|NO CARRIER|VCON|[04]\r?)\s*$/;
/** What a modem says by itself: from here on the recording is about a call. */
const unasked = /RING|NMBR|MESG|\x10/;

const textOf = (entry: TranscriptEntry): string => Buffer.from(bytesOf(entry)).toString('latin1');

/** Where the command has its turn from `from` on: the next recorded one that is equal, unless a call comes before it. */
function turnOf(entries: readonly TranscriptEntry[], from: number, command: string): number | null {
  for (let index = from; index < entries.length; index++) {
    const entry = entries[index];
    if (!entry || (entry.dir === 'in' && unasked.test(textOf(entry)))) return null;
    if (entry.dir === 'out' && commandIn(entry) === command) return index;
  }
  return null;
}

/** Past a command that nobody sends any more, and past its answer, which would only confuse. */
function afterAnswer(entries: readonly TranscriptEntry[], command: number): number {
  for (let index = command + 1; index < entries.length; index++) {
    const entry = entries[index];
    if (!entry || entry.dir === 'out' || unasked.test(textOf(entry))) return index;
    if (finalResult.test(textOf(entry))) return index + 1;
  }
  return entries.length;
}

function answerElsewhere(entries: readonly TranscriptEntry[], command: string): Uint8Array[] {
  const asked = entries.findIndex(entry => entry.dir === 'out' && commandIn(entry) === command);
  const answer: Uint8Array[] = [];
  for (const entry of asked < 0 ? [] : entries.slice(asked + 1)) {
    if (entry.dir === 'out') break;
    answer.push(bytesOf(entry));
    if (finalResult.test(textOf(entry))) return answer;
  }
  return [Buffer.from('\r\nOK\r\n')];
}
