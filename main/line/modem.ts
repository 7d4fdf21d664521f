import type { Timers } from './timers.ts';
import type { Wire } from './wire.ts';

/** How a command ended. 'timeout': no result came in time; 'gone': the wire went. */
export type Result = 'ok' | 'error' | 'connect' | 'no-carrier' | 'timeout' | 'gone';

export interface Reply {
  result: Result;
  /** What came between command and result, echo and unsolicited lines left out; bounded. */
  lines: string[];
  /** The command came back before its answer: the modem's echo is on. */
  echoed: boolean;
}

export interface SendOptions {
  /** How long to wait for the result, ms. */
  limitMs?: number;
  /** Results that end this command; a data call's `NO CARRIER` is none of a query's. */
  ends?: readonly Result[];
  /** The answer is information: a line "0" is not a numeric result. */
  query?: boolean;
}

/** A conversation with a modem: AT commands out, result lines in, whatever else the modem says in between. */
export interface Session {
  /** Sends when all before it are answered: V.250 §5.2.1 wants one command at a time. */
  send(command: string, options?: SendOptions): Promise<Reply>;
  /** Writes in this very tick, even with another command in flight; for the hang-up, which must not wait. */
  urge(command: string, options?: SendOptions): Promise<Reply>;
  /** Waits for one more result without sending a command: the end of a voice stream gives one. */
  await(options?: SendOptions): Promise<Reply>;
  /** Bytes that are no command: escape sequences and voice samples. */
  raw(bytes: Uint8Array): void;
  /** Bytes written that the wire has not taken yet. */
  waiting(): number;
  /** Hears every byte besides the session, until the returned function is called. */
  overhear(listener: (bytes: Uint8Array) => void): () => void;
  feed(bytes: Uint8Array): void;
  /** While paused, only urgent commands go out: a reset must not fall into a hang-up. */
  pause(paused: boolean): void;
  /** Forgets what is in flight: its result is no longer waited for. */
  abandon(): void;
  isIdle(): boolean;
  /** Does the modem answer in digits (V0), whatever it was told? Then RING is a 2. */
  speaksDigits(): boolean;
  /** When the modem last said anything, epoch ms. */
  lastHeardAt(): number;
  /** Ends every wait with 'gone'. */
  close(): void;
}

interface Pending {
  command: string;
  ends: readonly Result[];
  query: boolean;
  lines: string[];
  echoed: boolean;
  fragment: string;
  settle(result: Result): void;
}

const defaultLimitMs = 2000;
const defaultEnds: readonly Result[] = ['ok', 'error'];
/** Long enough for a caller name in hexadecimal, short enough for a hostile wire. */
const lineLimit = 1024;
const linesLimit = 24;
/** After an unanswered command: silence that must pass before the next, so that a late result is not taken for its own, ms. */
const settleMs = 150;

/** V.250 §5.7.1: result codes in words and, should the modem have slipped into V0, in digits. Whole lines only. */
const words = new Map<string, Result>([
  ['OK', 'ok'],
  ['VCON', 'ok'],
  ['ERROR', 'error'],
  ['CONNECT', 'connect'],
  ['NO CARRIER', 'no-carrier'],
  ['NO ANSWER', 'no-carrier'],
  ['NO DIALTONE', 'no-carrier'],
  ['NO DIAL TONE', 'no-carrier'],
  ['BUSY', 'no-carrier'],
]);
const digits = new Map<string, Result>([
  ['0', 'ok'],
  ['1', 'connect'],
  ['3', 'no-carrier'],
  ['4', 'error'],
]);

/** The result that a whole line is, if it is one; `inDigits`: may it be a number? */
export function resultOf(line: string, inDigits: boolean): Result | null {
  const word = words.get(line);
  if (word) return word;
  if (/^CONNECT [\w/ .-]+$/.test(line)) return 'connect';
  if (/^\+CM[ES] ERROR: ?[\w ]+$/.test(line)) return 'error';
  return inDigits ? (digits.get(line) ?? null) : null;
}

/** Said by the modem on its own, never as an answer. */
const unsolicited =
  /^(RING|DRON|DROF|DATE|TIME|NMBR|NBR|NAME|MESG|DDN|CALLER|FM:|\+CLIP|\+CRING|\+VCID:|[\x10])/i;

/** Seven bits and parity (7E1), read as eight bits. */
const withoutParity = (text: string): string =>
  /[\x80-\xff]/.test(text)
    ? String.fromCharCode(...Buffer.from(text, 'latin1').map(byte => byte & 0x7f)).trim()
    : text;

/** Can the line be the first part of a result word, torn by a RING that came in between? */
const isFragment = (line: string): boolean =>
  line !== '' && ['OK', 'ERROR', 'CONNECT'].some(word => word !== line && word.startsWith(line));

export function createSession(wire: Pick<Wire, 'write' | 'waiting'>, timers: Timers): Session {
  const inFlight: Pending[] = [];
  const queued: (() => void)[] = [];
  const listeners = new Set<(bytes: Uint8Array) => void>();
  let partial = '';
  let skipping = false;
  let heardAt = timers.now();
  let unsettled = false;
  let paused = false;
  let speaksDigits = false;
  let closed = false;

  function start(command: string, options: SendOptions): Promise<Reply> {
    return new Promise(resolve => {
      const lines: string[] = [];
      if (closed) {
        resolve({ result: 'gone', lines, echoed: false });
        return;
      }
      const pending: Pending = {
        command,
        ends: options.ends ?? defaultEnds,
        query: options.query ?? false,
        lines,
        echoed: false,
        fragment: '',
        settle(result) {
          cancel();
          const at = inFlight.indexOf(pending);
          if (at >= 0) inFlight.splice(at, 1);
          if (result === 'timeout') unsettled = true;
          resolve({ result, lines, echoed: pending.echoed });
          proceed();
        },
      };
      inFlight.push(pending);
      if (command !== '') wire.write(Buffer.from(`${command}\r`, 'latin1'));
      const cancel = timers.after(options.limitMs ?? defaultLimitMs, () => pending.settle('timeout'));
    });
  }

  function proceed(): void {
    if (closed || paused || inFlight.length > 0 || queued.length === 0) return;
    if (unsettled) {
      unsettled = false;
      timers.after(settleMs, proceed);
      return;
    }
    queued.shift()?.();
  }

  function onLine(line: string): void {
    // In voice class the modem's DLE-shielded events share the wire with result lines; the rest is noise of the line.
    const text = line
      .replace(/\x10[\s\S]/g, '')
      .replace(/[\x00-\x1f\x7f\xff]/g, '')
      .trim();
    if (text === '') return;
    const head = inFlight[0];
    if (!head) return;
    // A line "0" may be information; it is a result where the modem is known to speak in digits.
    const whole =
      resultOf(text, !head.query || speaksDigits) ??
      resultOf(head.fragment + text, false) ??
      resultOf(withoutParity(text), false);
    if (whole !== null) {
      speaksDigits = digits.has(text);
      // A result that the first cannot have is the next one's.
      (head.ends.includes(whole) ? head : inFlight.find(one => one.ends.includes(whole)))?.settle(whole);
      return;
    }
    if (text === head.command) head.echoed = true;
    else if (isFragment(head.fragment + text)) head.fragment += text;
    else if (!unsolicited.test(text) && head.lines.length < linesLimit) head.lines.push(text.slice(0, 200));
  }

  return {
    send(command, options = {}) {
      if (closed) return Promise.resolve({ result: 'gone', lines: [], echoed: false });
      if (!paused && inFlight.length === 0 && queued.length === 0 && !unsettled)
        return start(command, options);
      return new Promise(resolve => {
        queued.push(() => {
          void start(command, options).then(resolve);
        });
        if (inFlight.length === 0) proceed();
      });
    },
    urge: (command, options = {}) => start(command, options),
    await: (options = {}) => start('', options),
    raw: bytes => {
      if (!closed) wire.write(bytes);
    },
    waiting: () => wire.waiting(),
    overhear(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    feed(bytes) {
      heardAt = timers.now();
      for (const listener of listeners) listener(bytes);
      for (const byte of bytes) {
        if (byte === 0x0d || byte === 0x0a) {
          const line = partial;
          partial = '';
          if (!skipping && line !== '') onLine(line);
          skipping = false;
        } else if (partial.length >= lineLimit) {
          skipping = true;
          partial = '';
        } else if (!skipping) partial += String.fromCharCode(byte);
      }
    },
    pause(value) {
      paused = value;
      proceed();
    },
    abandon() {
      for (const pending of [...inFlight]) pending.settle('timeout');
      unsettled = false;
    },
    isIdle: () => inFlight.length === 0 && queued.length === 0,
    speaksDigits: () => speaksDigits,
    lastHeardAt: () => heardAt,
    close() {
      closed = true;
      for (const pending of [...inFlight]) pending.settle('gone');
      // Each start() now answers 'gone' by itself.
      for (const begin of queued.splice(0)) begin();
    },
  };
}
