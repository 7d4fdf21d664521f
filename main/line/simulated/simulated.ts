import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import type { Wire, WireListener } from '../wire.ts';
import { createSimulatedCidBox } from './cid-box.ts';
import { createExchange } from './exchange.ts';
import type { Exchange, Subscriber } from './exchange.ts';
import { noFaults } from './faults.ts';
import type { Faults } from './faults.ts';
import { createHouseholdDay } from './household-day.ts';
import type { Delivery } from './household-day.ts';
import { createSimulatedModem } from './modem.ts';
import type { SimulatedModem } from './modem.ts';
import { isPersonality, personalityKeys } from './personalities.ts';
import type { PersonalityKey } from './personalities.ts';
import { createPlayback, parseTranscript } from './playback.ts';
import { callerIdShapeKeys } from './shapes.ts';

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
export const simulatedNames: readonly string[] = ['demo', 'household', 'cid-box', ...personalityKeys];

/**
 * Makes the far end by name: `demo` or `household` (calls come by themselves), a kind of modem (`conexant`, `usr`, …) or `cid-box`
 * (idle), or the path of a recorded transcript. After a `?`: faults of the modem, `speed` of ringing or playback, `calls` to let the
 * household call, and how the caller ID comes: `shape`, `callerIdWhen`. Example: `usr?calls&shape=mesg-hex&answerDelayMs=30`.
 * Throws where the name means none of them.
 */
export function createSimulatedLine(name: string): SimulatedLine {
  if (isFile(name)) return recordedLine(name, 1);
  const [base = '', query = ''] = name.split('?', 2);
  const options = parseOptions(query);
  if (isPersonality(base)) return modemLine(base, options);
  if (base === 'demo' || base === 'household') return modemLine('conexant', asDemo(options));
  if (base === 'cid-box') return subscriberLine(createSimulatedCidBox(), null, options);
  if (isFile(base)) return recordedLine(base, options.speed);
  throw new Error(`No simulated line and no file is named "${name}". Names: ${simulatedNames.join(', ')}.`);
}

/** A Conexant on a Korean line: reads come in torn pieces, as over USB; rings half as fast again as a real one. */
const demoOptions = {
  delivery: { shape: 'korean' },
  faults: { tornBytes: 12, tornGapMs: 2 },
  speed: 1.5,
} as const;

function asDemo({ faults, speed, delivery }: Options): Options {
  return {
    calls: true,
    delivery: { ...demoOptions.delivery, ...delivery },
    faults: { ...demoOptions.faults, ...faults },
    speed: speed * demoOptions.speed,
  };
}

function modemLine(key: PersonalityKey, options: Options): SimulatedLine {
  const modem = createSimulatedModem(key, { faults: options.faults });
  return subscriberLine(modem, modem, options);
}

function subscriberLine(
  device: Subscriber & Pick<SimulatedModem, 'input' | 'onOutput' | 'close'>,
  modem: SimulatedModem | null,
  { speed, calls, delivery }: Options,
): SimulatedLine {
  const exchange = createExchange(device, { speed });
  const day = calls ? createHouseholdDay(exchange, { delivery }) : null;
  return {
    input: bytes => device.input(bytes),
    onOutput: listener => device.onOutput(listener),
    start: () => day?.start(),
    modem,
    exchange,
    close: () => {
      day?.close();
      exchange.close();
      device.close();
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
  readonly calls?: boolean;
  readonly delivery: Delivery;
}

const Delivered = z.object({
  shape: z.enum(callerIdShapeKeys).optional(),
  callerIdWhen: z.enum(['before-ring', 'with-ring', 'after-ring-1', 'after-ring-2', 'never']).optional(),
});

function parseOptions(query: string): Options {
  const faults: Record<string, boolean | number | string> = {};
  const words = new URLSearchParams(query);
  const delivered = Delivered.safeParse(Object.fromEntries(words));
  if (!delivered.success)
    throw new Error(`No caller ID comes like this: ${z.prettifyError(delivered.error)}`);
  for (const [key, value] of words) if (!notFaults.has(key)) faults[key] = faultValue(key, value);
  const { shape, callerIdWhen } = delivered.data;
  return {
    faults,
    speed: Math.max(0.01, Number(words.get('speed') ?? 1) || 1),
    ...(words.has('calls') ? { calls: true } : {}),
    delivery: { ...(shape ? { shape } : {}), ...(callerIdWhen ? { callerIdWhen } : {}) },
  };
}

const notFaults = new Set(['speed', 'calls', 'shape', 'callerIdWhen']);

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
