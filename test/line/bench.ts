import { onTestFinished } from 'vitest';
import type { HangUpMethod, LineCall } from '../../shared/call.ts';
import type { LineState, LineStatus } from '../../shared/line-status.ts';
import { openLine } from '../../main/line/line.ts';
import type { LineOptions, PhoneLine } from '../../main/line/line.ts';
import type { LineTimings } from '../../main/line/timings.ts';
import { scriptModem } from './scripted-modem.ts';
import type { Answers, Manner, ScriptedModem } from './scripted-modem.ts';
import { layCable } from './tty.ts';
import type { Cable } from './tty.ts';

/** Short waits: the behaviour is what is tested, not the patience. */
export const quick: Partial<LineTimings> = {
  answerMs: 400,
  commandMs: 400,
  ringAllowanceMs: 900,
  watchMs: 900,
  staleMs: 60,
  burstMs: 120,
  idWithinMs: 350,
  rearmDelayMs: 20,
  flushMs: 400,
};

export interface Watched {
  line: PhoneLine;
  /** Newest state of every call, in order of arrival. */
  calls(): LineCall[];
  /** Every state the line was in, in order. */
  states(): LineState[];
  statuses(): LineStatus[];
  /** Calls a verdict was asked for, as they were then. */
  asked(): LineCall[];
  /** What happened in which order: `decide`, `out ATH1`, `changed ringing` … */
  log: string[];
}

export interface Refusal {
  refuse: (call: LineCall) => boolean;
  method?: HangUpMethod;
}

/** Opens a line and keeps what it tells; closed when the test ends. */
export function watchLine(
  spec: string,
  options: Partial<LineOptions> = {},
  { refuse, method = 'drop' }: Refusal = { refuse: () => false },
): Watched {
  const calls = new Map<string, LineCall>();
  const statuses: LineStatus[] = [];
  const asked: LineCall[] = [];
  const log: string[] = [];
  const line = openLine(
    spec,
    {
      country: 'KR',
      holdMs: 1000,
      ...options,
      timings: { ...quick, ...options.timings },
    },
    {
      decide(call, canHangUp) {
        asked.push(call);
        log.push(canHangUp ? 'decide' : 'decide, looking on');
        return refuse(call) ? { refuse: true, method } : { refuse: false };
      },
      callChanged(call) {
        log.push(`changed ${call.state}`);
        calls.set(call.id, call);
      },
      statusChanged(status) {
        statuses.push(status);
      },
      wire(_line, direction, bytes) {
        if (direction === 'out') log.push(`out ${Buffer.from(bytes).toString('latin1').trim()}`);
      },
    },
  );
  onTestFinished(() => line.close());
  return {
    line,
    calls: () => [...calls.values()],
    states: () => statuses.map(status => status.state),
    statuses: () => statuses,
    asked: () => asked,
    log,
  };
}

export interface Bench extends Watched {
  cable: Cable;
  modem: ScriptedModem;
}

/** A scripted modem on a real tty, and a line that watches it. */
export async function bench(
  setup: {
    answers?: Answers;
    manner?: Manner;
    options?: Partial<LineOptions>;
    spec?: string;
  } & Partial<Refusal> = {},
): Promise<Bench> {
  const cable = await layCable();
  onTestFinished(() => cable.close());
  const modem = scriptModem(cable, setup.answers, setup.manner);
  const watched = watchLine(setup.spec ?? cable.path, setup.options, {
    refuse: setup.refuse ?? (() => false),
    ...(setup.method ? { method: setup.method } : {}),
  });
  return { cable, modem, ...watched };
}

export const watching = (one: Watched): Promise<void> => until(() => one.line.status().state === 'watching');

/** Waits for something to become true; fails with the place it was called from when it does not. */
export async function until(condition: () => boolean, withinMs = 15_000): Promise<void> {
  const giveUpAt = Date.now() + withinMs;
  while (!condition()) {
    if (Date.now() > giveUpAt) throw new Error(`Did not become true: ${condition.toString()}`);
    await pause(10);
  }
}

export const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));

export const last = <T>(list: readonly T[]): T => {
  const one = list.at(-1);
  if (one === undefined) throw new Error('The list is empty');
  return one;
};

/** A Korean caller-ID block: number first, no name, no spaces. */
export const korean = (number: string): string[] => [`NMBR=${number}`, 'DATE=1125', 'TIME=1030'];
