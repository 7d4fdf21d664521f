import { readFileSync, statSync } from 'node:fs';
import type { Wire, WireListener } from '../wire.ts';
import { createExchange } from './exchange.ts';
import type { Exchange } from './exchange.ts';
import { noFaults } from './faults.ts';
import type { Faults } from './faults.ts';
import { createHouseholdDay } from './household-day.ts';
import { createSimulatedModem } from './modem.ts';
import type { SimulatedModem } from './modem.ts';
import { isPersonality, personalityKeys } from './personalities.ts';
import type { PersonalityKey } from './personalities.ts';
import { createPlayback, parseTranscript } from './playback.ts';

/** The far end of a cable: a modem with its exchange, or a recording of one. */
export interface SimulatedLine {
  input(bytes: Uint8Array): void;
  onOutput(listener: (bytes: Uint8Array) => void): () => void;
  /** Lets calls or the recording begin. */
  start(): void;
  /** null for a recording. */
  readonly modem: SimulatedModem | null;
  readonly exchange: Exchange | null;
  close(): void;
}

/** The simulated lines that have names; besides them a file of recorded bytes can be given. */
export const simulatedNames: readonly string[] = ['demo', 'household', ...personalityKeys];

/**
 * Makes the far end by name: `demo` or `household` (calls come by themselves), a kind of modem (`conexant`, `usr`, …; idle), or the
 * path of a recorded transcript. Faults and `speed` may follow a `?`: `conexant?hookError&answerDelayMs=30`.
 * Throws where the name means none of them.
 */
export function createSimulatedLine(name: string): SimulatedLine {
  const [base = '', query = ''] = name.split('?', 2);
  const options = parseOptions(query);
  if (isPersonality(base)) return modemLine(base, options);
  if (base === 'demo' || base === 'household') return householdLine(options);
  if (isFile(name)) return recordedLine(name, 1);
  if (isFile(base)) return recordedLine(base, options.speed);
  throw new Error(`No simulated line and no file is named "${name}". Names: ${simulatedNames.join(', ')}.`);
}

function modemLine(key: PersonalityKey, { faults, speed }: Options): SimulatedLine & { exchange: Exchange } {
  const modem = createSimulatedModem(key, { faults });
  const exchange = createExchange(modem, { speed });
  return {
    input: bytes => modem.input(bytes),
    onOutput: listener => modem.onOutput(listener),
    start: () => undefined,
    modem,
    exchange,
    close: () => {
      exchange.close();
      modem.close();
    },
  };
}

/** A Conexant on a Korean line: reads come in torn pieces, as over USB. Rings half as fast again as a real one. */
function householdLine({ faults, speed }: Options): SimulatedLine {
  const line = modemLine('conexant', {
    faults: { tornBytes: 12, tornGapMs: 2, ...faults },
    speed: speed * 1.5,
  });
  const day = createHouseholdDay(line.exchange);
  return {
    ...line,
    start: () => day.start(),
    close: () => {
      day.close();
      line.close();
    },
  };
}

function recordedLine(path: string, speed: number): SimulatedLine {
  const playback = createPlayback(parseTranscript(readFileSync(path, 'utf8')), { speed });
  return { ...playback, modem: null, exchange: null };
}

/** Opens a simulated line as a wire. Throws with a plain message where the name means nothing. */
export function openSimulated(name: string): Wire {
  return wireTo(createSimulatedLine(name), `simulated:${name}`);
}

/** Runs a cable to the far end. What it says arrives in a later turn of the event loop, as from a real port. */
export function wireTo(line: SimulatedLine, path = 'simulated'): Wire {
  let listener: WireListener | null = null;
  let early: Uint8Array[] = [];
  let open = true;
  line.onOutput(bytes => {
    setImmediate(() => {
      if (!open) return;
      if (listener) listener.data(bytes);
      else if (early.length < 64) early.push(bytes);
    });
  });
  return {
    path,
    kind: 'simulated',
    listen: next => {
      listener = next;
      const kept = early;
      early = [];
      for (const bytes of kept) next.data(bytes);
      line.start();
    },
    write: bytes => {
      if (open) line.input(Uint8Array.from(bytes));
    },
    waiting: () => 0,
    setSpeed: () => Promise.resolve(),
    close: () => {
      if (open) line.close();
      open = false;
      return Promise.resolve();
    },
  };
}

/** Puts the far end `name` on an open wire, so that what is at the wire's other side sees a modem. Returns how to take it off. */
export function simulateOn(wire: Wire, name: string): { line: SimulatedLine; stop: () => Promise<void> } {
  const line = createSimulatedLine(name);
  line.onOutput(bytes => wire.write(bytes));
  wire.listen({ data: bytes => line.input(bytes), lost: () => line.close() });
  line.start();
  return {
    line,
    stop: () => {
      line.close();
      return wire.close();
    },
  };
}

interface Options {
  readonly faults: Partial<Faults>;
  readonly speed: number;
}

function parseOptions(query: string): Options {
  const faults: Record<string, boolean | number | string> = {};
  let speed = 1;
  for (const [key, value] of new URLSearchParams(query)) {
    if (key === 'speed') speed = Math.max(0.01, Number(value) || 1);
    else faults[key] = faultValue(key, value);
  }
  return { faults, speed };
}

function faultValue(key: string, value: string): boolean | number | string {
  const normal: unknown = Object.entries(noFaults).find(([name]) => name === key)?.[1];
  if (normal === undefined)
    throw new Error(`A simulated modem has no fault "${key}". Faults: ${Object.keys(noFaults).join(', ')}.`);
  if (typeof normal === 'boolean') return value !== '0';
  if (typeof normal !== 'number') return value;
  const amount = Number(value);
  if (!Number.isFinite(amount)) throw new Error(`The fault "${key}" wants a number.`);
  return amount;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
