import type { SentCallerId } from './encode.ts';
import type { PhoneSocket } from './modem.ts';
import type { CallerIdShape } from './shapes.ts';
import { realTimers } from './timers.ts';
import type { Timers } from './timers.ts';

/** A call as the exchange places it on the line. */
export interface PlacedCall {
  /** As the exchange sends it; null when withheld. */
  readonly number: string | null;
  readonly withheld?: SentCallerId['withheld'];
  readonly name?: string;
  readonly nameEncoding?: SentCallerId['nameEncoding'];
  /** After how many rings the caller gives up. */
  readonly rings?: number;
  /** The report to use instead of the modem's own. */
  readonly shape?: CallerIdShape;
  readonly callerIdWhen?: 'before-ring' | 'with-ring' | 'after-ring-1' | 'after-ring-2' | 'never';
  /** Distinctive ring: what follows RING. */
  readonly pattern?: string;
  /** A call picked up for less than this goes on ringing, as real exchanges have it; ms, never sped up. */
  readonly minHoldMs?: number;
  /** Someone lifts another phone on the line after this many rings. */
  readonly pickedUpAfterRings?: number;
  /** The caller hangs up this long after the modem took the line; never when absent. */
  readonly callerLeavesAfterMs?: number;
  /** Dropped callers who try again: how often, and how soon. */
  readonly again?: { readonly times: number; readonly afterMs: number };
}

/** What hangs on the socket: a modem, or a box that only listens. */
export interface Subscriber {
  readonly socket: PhoneSocket;
  readonly state: { readonly offHook: boolean };
}

export interface CallReport {
  readonly call: PlacedCall;
  /** 'given-up': rang until the caller left; 'picked-up': a person answered elsewhere; 'dropped': the modem took and released the line. */
  readonly end: 'given-up' | 'picked-up' | 'dropped';
  readonly rings: number;
  /** How long the modem held the line, each time it did; ms. */
  readonly holdsMs: readonly number[];
  readonly startedAt: number;
  readonly endedAt: number;
}

export interface Exchange {
  /** Rings now, or as soon as the line is free. */
  placeCall(call: PlacedCall): void;
  readonly isBusy: boolean;
  onEnd(listener: (report: CallReport) => void): () => void;
  close(): void;
}

/** Korean cadence: 1 s of ringing, 2 s of silence; FSK starts half a second after the burst and takes about as long again. */
const cadence = { periodMs: 3000, silenceMs: 2000, callerIdAfterMs: 2100 } as const;
const defaultMinHoldMs = 1000;

interface Running {
  readonly call: PlacedCall;
  readonly startedAt: number;
  readonly holdsMs: number[];
  rings: number;
  takenAt: number | null;
  callerGone: boolean;
  cancels: (() => void)[];
}

/** Is the ringing over before the next burst, and why? */
function endOf({ call, rings }: Running): 'given-up' | 'picked-up' | null {
  if (call.pickedUpAfterRings !== undefined && rings >= call.pickedUpAfterRings) return 'picked-up';
  return rings >= (call.rings ?? 6) ? 'given-up' : null;
}

/** Plays calls on a modem's telephone socket. `speed` 2 rings twice as fast. */
export function createExchange(
  modem: Subscriber,
  options: { timers?: Timers; speed?: number } = {},
): Exchange {
  const timers = options.timers ?? realTimers;
  const speed = options.speed ?? 1;
  const listeners = new Set<(report: CallReport) => void>();
  const queue: PlacedCall[] = [];
  const later = new Set<() => void>();
  let running: Running | null = null;
  const { socket } = modem;

  const wait = (call: Running, delayMs: number, run: () => void): void =>
    void call.cancels.push(timers.after(delayMs, run));
  const stopTimers = (call: Running): void => {
    for (const cancel of call.cancels) cancel();
    call.cancels = [];
  };

  function start(call: PlacedCall): void {
    running = {
      call,
      startedAt: timers.now(),
      holdsMs: [],
      rings: 0,
      takenAt: null,
      callerGone: false,
      cancels: [],
    };
    socket.callArrives();
    if (call.callerIdWhen === 'before-ring') sendCallerId(running);
    // A line reversal and the packet come about half a second before the first burst.
    if (call.callerIdWhen === 'before-ring') wait(running, 600 / speed, ringOn(running));
    else ringOn(running)();
  }

  const ringOn = (current: Running) => (): void => {
    const { call } = current;
    const over = endOf(current);
    if (over) {
      end(current, over);
      return;
    }
    current.rings++;
    const when = call.callerIdWhen ?? 'after-ring-1';
    const ringNumber = current.rings;
    if (when === 'with-ring' && ringNumber === 1)
      socket.burst(() => {
        socket.ring(call.pattern);
        sendCallerId(current);
      });
    else socket.ring(call.pattern);
    // An auto-answering modem may have taken the line at this very ring.
    if (current.takenAt !== null) return;
    if (when === `after-ring-${ringNumber}`)
      wait(current, cadence.callerIdAfterMs / speed, () => sendCallerId(current));
    wait(current, cadence.periodMs / speed, ringOn(current));
  };

  function sendCallerId({ call }: Running): void {
    socket.callerId(
      {
        number: call.number,
        withheld: call.withheld,
        name: call.name,
        nameEncoding: call.nameEncoding,
        at: timers.now(),
      },
      call.shape,
    );
  }

  const unhook = socket.onHook(offHook => {
    const current = running;
    if (!current) {
      if (!offHook) next();
      return;
    }
    if (offHook) {
      current.takenAt = timers.now();
      stopTimers(current);
      socket.ringingStops();
      const { callerLeavesAfterMs } = current.call;
      if (callerLeavesAfterMs !== undefined)
        wait(current, callerLeavesAfterMs, () => {
          current.callerGone = true;
          socket.callerLeaves();
        });
      return;
    }
    if (current.takenAt === null) return;
    const heldMs = timers.now() - current.takenAt;
    current.takenAt = null;
    current.holdsMs.push(heldMs);
    stopTimers(current);
    if (current.callerGone || heldMs >= (current.call.minHoldMs ?? defaultMinHoldMs)) end(current, 'dropped');
    else wait(current, cadence.silenceMs / speed, ringOn(current));
  });

  function end(current: Running, how: CallReport['end']): void {
    const { call, rings, holdsMs, startedAt } = current;
    stopTimers(current);
    running = null;
    socket.ringingStops();
    if (how === 'picked-up') socket.personAnswers();
    if (how === 'dropped' && call.again && call.again.times > 0) placeLater(call, call.again);
    const report: CallReport = { call, end: how, rings, holdsMs, startedAt, endedAt: timers.now() };
    for (const listener of [...listeners]) listener(report);
    next();
  }

  function placeLater(call: PlacedCall, again: NonNullable<PlacedCall['again']>): void {
    const cancel = timers.after(again.afterMs / speed, () => {
      later.delete(cancel);
      placeCall({ ...call, again: { ...again, times: again.times - 1 } });
    });
    later.add(cancel);
  }

  function next(): void {
    if (running || modem.state.offHook) return;
    const call = queue.shift();
    if (call) start(call);
  }

  function placeCall(call: PlacedCall): void {
    queue.push(call);
    next();
  }

  return {
    placeCall,
    get isBusy() {
      return running !== null || queue.length > 0;
    },
    onEnd: listener => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => {
      if (running) stopTimers(running);
      running = null;
      queue.length = 0;
      for (const cancel of later) cancel();
      later.clear();
      unhook();
      listeners.clear();
    },
  };
}
