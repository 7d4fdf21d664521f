import { commandsOf } from './at-line.ts';
import { execute, freshState, results } from './commands.ts';
import type { CommandContext, ModemState, Result } from './commands.ts';
import { ascii } from './encode.ts';
import type { SentCallerId } from './encode.ts';
import { noFaults } from './faults.ts';
import type { Faults } from './faults.ts';
import { createOutlet } from './outlet.ts';
import { personalities } from './personalities.ts';
import type { Personality, PersonalityKey } from './personalities.ts';
import { seeded } from './random.ts';
import { callerIdShapes, join } from './shapes.ts';
import type { CallerIdShape } from './shapes.ts';
import { realTimers } from './timers.ts';
import type { Timers } from './timers.ts';
import { cancelLine, createTypedLine } from './typed-line.ts';
import { createTransmission } from './voice.ts';
import type { Transmission } from './voice.ts';

/*
 *   computer ──input()──▶ ┌───────┐ ◀──line.ring(), line.callerId()── exchange
 *                         │ modem │
 *   computer ◀─onOutput── └───────┘ ──line.onHook()─────────────────▶ exchange
 */

/** The telephone socket: what the exchange does to the modem, and what it sees of it. */
export interface PhoneSocket {
  /** A new call arrives; its first ring follows. */
  callArrives(): void;
  /** One burst of ringing. `pattern` for modems that report distinctive rings. */
  ring(pattern?: string): void;
  /** What is said while `run` runs goes out as one piece. */
  burst(run: () => void): void;
  /** The caller ID, in the modem's own report or in the given one. */
  callerId(sent: SentCallerId, shape?: CallerIdShape): void;
  ringingStops(): void;
  /** A person lifted another phone on the line. */
  personAnswers(): void;
  /** The caller left while the modem holds the line. */
  callerLeaves(): void;
  onHook(listener: (offHook: boolean) => void): () => void;
}

export interface ModemOptions {
  readonly timers?: Timers;
  readonly faults?: Partial<Faults>;
  readonly seed?: number;
}

export interface SimulatedModem {
  readonly personality: Personality;
  /** Bytes from the computer; any bytes, in any pieces. */
  input(bytes: Uint8Array): void;
  onOutput(listener: (bytes: Uint8Array) => void): () => void;
  readonly socket: PhoneSocket;
  /** A look inside, for tests. */
  readonly state: Readonly<ModemState>;
  /** What callers heard in voice mode, one entry per +VTX of the last few, shielding removed. */
  played(): readonly Uint8Array[];
  /** Off and on again: everything set is forgotten, and so are faults that come with time. */
  powerCycle(): void;
  close(): void;
}

type Mode =
  | { kind: 'command' }
  | { kind: 'transmitting'; transmission: Transmission }
  | { kind: 'receiving' }
  | { kind: 'handshake'; cancel: () => void }
  | { kind: 'fax-tone' };

/** Of a long run's transmissions only the last are kept. */
const keptTransmissions = 8;
const text = (words: string): Uint8Array => ascii(words);

export function createSimulatedModem(
  as: PersonalityKey | Personality,
  options: ModemOptions = {},
): SimulatedModem {
  const personality: Personality = typeof as === 'string' ? personalities[as] : as;
  const faults: Faults = { ...noFaults, ...personality.quirks, ...options.faults };
  const timers = options.timers ?? realTimers;
  const outlet = createOutlet(timers, faults, seeded(options.seed ?? 1));
  const hookListeners = new Set<(offHook: boolean) => void>();
  const state = freshState(personality);
  state.verbose = !faults.numericResults;
  let played: readonly Transmission[] = [];

  let mode: Mode = { kind: 'command' };
  let lastBody = '';
  let calls = 0;
  let corked: Uint8Array[] | null = null;
  let lastReport: readonly Uint8Array[] = [];

  const isSilent = (): boolean => calls > faults.silentAfterCalls;
  const say = (bytes: Uint8Array, delayMs = 0): void => {
    if (isSilent()) return;
    if (corked) corked.push(bytes);
    else outlet.say(bytes, delayMs);
  };

  /** Result codes: words or numbers (V.250 §5.7.1). */
  const sayResult = (result: Result, delayMs = 0): void => {
    if (state.quiet) return;
    const opening = faults.bareResults ? '' : '\r\n';
    say(text(state.verbose ? `${opening}${result}\r\n` : `${results[result]}\r`), delayMs);
  };

  const setHook = (offHook: boolean): void => {
    if (state.offHook === offHook) return;
    state.offHook = offHook;
    for (const listener of [...hookListeners]) listener(offHook);
  };

  const context: CommandContext = {
    state,
    personality,
    faults,
    now: () => timers.now(),
    inform: lines => {
      const opening = state.verbose && !faults.bareResults ? '\r\n' : '';
      for (const words of lines) say(text(`${opening}${words}\r\n`), faults.answerDelayMs);
    },
    reset: () => {
      // The country lives in NVRAM: it is set once and outlasts resets.
      const { nvramWrites, offHook, country } = state;
      Object.assign(state, freshState(personality), { nvramWrites, offHook, country });
      state.verbose = !faults.numericResults;
      setHook(false);
    },
    seize: () => setHook(true),
    release: () => setHook(false),
    answer,
    transmit: () => {
      const transmission = createTransmission(timers, faults, say, playingMs => {
        mode = { kind: 'command' };
        sayResult('OK', playingMs);
      });
      played = [...played.slice(1 - keptTransmissions), transmission];
      mode = { kind: 'transmitting', transmission };
      return 'CONNECT';
    },
    receive: () => {
      mode = { kind: 'receiving' };
      return 'CONNECT';
    },
    event: letter => say(text(`\x10${letter}`), faults.answerDelayMs),
    repeatCallerId: () => lastReport.forEach(bytes => say(bytes)),
  };

  function answer(): Result | 'later' {
    setHook(true);
    if (state.fclass === '8') return 'VCON';
    if (state.fclass !== '0') {
      mode = { kind: 'fax-tone' };
      return 'later';
    }
    const waitMs = Number(state.values.get('S7') ?? '50') * 1000;
    mode = { kind: 'handshake', cancel: timers.after(waitMs, endHandshake) };
    return 'later';
  }

  function endHandshake(): void {
    if (mode.kind === 'handshake') mode.cancel();
    mode = { kind: 'command' };
    setHook(false);
    sayResult('NO CARRIER');
  }

  function runLine(body: string): void {
    lastBody = body;
    let result: Result | 'later' = 'OK';
    for (const command of commandsOf(body)) {
      result = execute(command, context);
      if (result !== 'OK') break;
    }
    if (result !== 'later') sayResult(result, faults.answerDelayMs);
  }

  const typed = createTypedLine({
    line: runLine,
    again: () => runLine(lastBody),
    tooLong: () => sayResult('ERROR', faults.answerDelayMs),
  });

  function input(bytes: Uint8Array): void {
    if (isSilent()) return;
    let at = 0;
    while (at < bytes.length) {
      switch (mode.kind) {
        case 'transmitting':
          at += mode.transmission.read(bytes.subarray(at));
          break;
        case 'receiving':
          // Any byte ends a recording; the caller's DLE commands included.
          mode = { kind: 'command' };
          say(text('\x10\x03'));
          sayResult('OK');
          return;
        case 'handshake':
          // Any byte aborts the answer (V.250 §5.6.1), unless the chip is deaf until its handshake fails.
          if (!faults.deafInHandshake) endHandshake();
          return;
        case 'fax-tone':
          // The first line only ends the tone.
          if (bytes.subarray(at).includes(0x0d)) {
            at = bytes.indexOf(0x0d, at) + 1;
            mode = { kind: 'command' };
            sayResult('OK');
          } else at = bytes.length;
          break;
        case 'command':
          if (state.echo) say(bytes.subarray(at, at + 1));
          typed(bytes[at] ?? 0);
          at++;
          break;
      }
    }
  }

  const isVoice = (): boolean => state.fclass === '8';
  /** +VDR=1,0: the edges of the ringing in tenths of a second instead of RING (V.253 §10.2). */
  const reportsCadence = (): boolean => state.values.get('+VDR') === '1,0';

  const socket: PhoneSocket = {
    callArrives: () => {
      calls++;
      if (calls === faults.forgetsCallerIdAfterCalls + 1) state.callerId = 'off';
      state.values.set('S1', '0');
    },
    ring: pattern => {
      if (state.offHook || mode.kind !== 'command') return;
      const rings = Number(state.values.get('S1') ?? '0') + 1;
      state.values.set('S1', String(rings));
      if (isVoice()) say(text('\x10R\r\n'));
      else if (reportsCadence()) say(text(`${rings > 1 ? '\r\nDROF=20\r\n' : ''}\r\nDRON=10\r\n`));
      else if (!state.verbose) sayResult('RING');
      else say(text(`${faults.bareResults ? '' : '\r\n'}RING${pattern ? ` ${pattern}` : ''}\r\n`));
      const answerAt = Number(state.values.get('S0') ?? '0');
      if (answerAt > 0 && rings >= answerAt) {
        const result = answer();
        if (result !== 'later') sayResult(result);
      }
    },
    burst: run => {
      corked = [];
      run();
      const pieces = corked;
      corked = null;
      say(join(...pieces));
    },
    callerId: (sent, shape) => {
      if (state.offHook || state.callerId === 'off') return;
      if (timers.now() - state.armedAt > faults.forgetsCallerIdAfterMs) return;
      if (faults.onlyInCountry !== null && state.country !== faults.onlyInCountry) return;
      const own = isVoice() ? personality.shapes.voice : personality.shapes.formatted;
      lastReport = callerIdShapes[shape ?? (state.callerId === 'raw' ? personality.shapes.raw : own)](sent);
      sayLines(lastReport);
      if (faults.twiceWithO)
        sayLines(
          callerIdShapes[shape ?? own]({ ...sent, number: null, withheld: 'unavailable', name: undefined }),
        );
    },
    personAnswers: () => undefined,
    ringingStops: () => void state.values.set('S1', '0'),
    callerLeaves: () => {
      if (!state.offHook || !isVoice()) return;
      say(text('\x10b'));
    },
    onHook: listener => {
      hookListeners.add(listener);
      return () => void hookListeners.delete(listener);
    },
  };

  function sayLines(lines: readonly Uint8Array[]): void {
    if (faults.lineGapMs === 0) say(join(...lines));
    else lines.forEach((bytes, index) => say(bytes, index * faults.lineGapMs));
  }

  return {
    personality,
    input,
    onOutput: listener => outlet.onOutput(listener),
    socket,
    state,
    played: () => played.map(transmission => transmission.samples()),
    powerCycle: () => {
      if (mode.kind === 'handshake') mode.cancel();
      mode = { kind: 'command' };
      typed(cancelLine);
      calls = 0;
      outlet.clear();
      context.reset();
    },
    close: () => {
      if (mode.kind === 'handshake') mode.cancel();
      outlet.clear();
      hookListeners.clear();
    },
  };
}
