import type { CallerId, HangUpMethod, LineCall } from '../../shared/call.ts';
import type { LineState, LineStatus } from '../../shared/line-status.ts';
import { createBackOff } from './back-off.ts';
import type { FoundPort } from './find.ts';
import { createPortSearch } from './port-search.ts';
import { openWire, parseAddress } from './port.ts';
import type { Address } from './port.ts';
import { serveModem } from './serve.ts';
import type { LineHost, Served, Visit } from './serve.ts';
import type { Modem } from './set-up.ts';
import { createTimers } from './timers.ts';
import { defaultTimings } from './timings.ts';
import type { LineTimings } from './timings.ts';

/*
 *   port.ts ──bytes──▶ caller-id/ ──ring, caller id──▶ call.ts ──decide──▶ delegate
 *      ▲       │                                          │ hang-up            │
 *      │       └──▶ modem.ts ◀── set-up.ts                ▼                    │ refuse
 *      └─────────────  ▲  ◀───── watchdog.ts         hang-up.ts ◀──────────────┘
 *                      └──────────────────────────────────┘
 *
 * This file keeps one line alive: it finds the port, opens it, hands it to serve.ts until it is lost, and begins again,
 * for ever. serve.ts joins the pipes above for as long as one wire holds.
 */

export interface LineDelegate {
  /**
   * Shall this call be refused? Asked the moment its number is known, or at the second ring where none came (callerId
   * null), and again only if more became known and the call was not refused: a number after "withheld", or a name.
   * Synchronous, no input or output: the hang-up goes out in the same tick.
   * @param canHangUp false: the device only looks on; a refusal is not carried out
   */
  decide(call: LineCall, canHangUp: boolean): { refuse: false } | { refuse: true; method: HangUpMethod };
  /** At the call's first event and after every change, a new object each time; after a hang-up was written, never before. */
  callChanged(call: LineCall): void;
  statusChanged(status: LineStatus): void;
  /** Every piece on the wire, for the live view and transcripts. `line` is the address as configured. */
  wire?(line: string, direction: 'in' | 'out', bytes: Uint8Array, at: number): void;
}

/** One who looks on: the doctor, a transcript. */
export type LineObserver = Partial<Omit<LineDelegate, 'decide'>>;

export interface LineOptions {
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** How long a refused call is held off-hook, ms. */
  holdMs: number;
  notice?: { wavPath: string };
  timings?: Partial<LineTimings>;
  /** Looks for ports; the system's own by default. */
  find?: () => Promise<FoundPort[]>;
}

/** What the doctor asks beyond the status. */
export interface LineFacts {
  modem: Modem | null;
  bitsPerSecond: number | null;
  /** Calls in a row that rang without a number. */
  noNumberCalls: number;
  /** The last caller ID since the line was opened. */
  lastCallerId: CallerId | null;
  notice: { ready: boolean; problem: string | null };
}

export interface PhoneLine {
  readonly spec: string;
  status(): LineStatus;
  facts(): LineFacts;
  /** The owner's "hang up now"; false: that call does not ring any more, or the device cannot. */
  hangUp(callId: string): boolean;
  change(options: Partial<LineOptions>): void;
  /** Lets go of the port: before the computer sleeps, or to lend it to another program. */
  suspend(): void;
  resume(): void;
  observe(observer: LineObserver): () => void;
  /** Resolves when the port is free and no timer runs any more. */
  close(): Promise<void>;
}

/** Watches one phone line. Returns at once; what becomes of it is told by `statusChanged`. */
export function openLine(spec: string, options: LineOptions, delegate: LineDelegate): PhoneLine {
  let current: LineOptions = { ...options };
  const timings: LineTimings = { ...defaultTimings, ...options.timings };
  const timers = createTimers();
  const observers = new Set<LineObserver>([delegate]);
  const address = parseAddress(spec);
  let status: LineStatus = {
    line: spec,
    path: null,
    state: address?.kind === 'auto' ? 'searching' : 'opening',
    since: timers.now(),
    modem: null,
    canHangUp: false,
    values: { device: spec },
    lastCallAt: null,
    ports: [],
  };
  let served: Served | null = null;
  let suspended = false;
  let closed = false;
  /** Must the port be let go? Asked after every wait. */
  const mustStop = (): boolean => closed || suspended;
  let wake: (() => void) | null = null;
  const search = createPortSearch({ now: () => timers.now(), find: () => current.find });
  let wasThere = false;
  const visit: Visit = {
    modem: null,
    speed: null,
    noNumberCalls: 0,
    lastCallerId: null,
    memories: new Map(),
  };

  function setStatus(state: LineState, change: Partial<LineStatus> = {}): void {
    const next: LineStatus = {
      ...status,
      ...change,
      state,
      since: state === status.state ? status.since : timers.now(),
      values: { device: (change.path === undefined ? status.path : change.path) ?? spec, ...change.values },
    };
    if (JSON.stringify(next) === JSON.stringify(status)) return;
    status = next;
    tell(observer => observer.statusChanged?.(status));
  }

  /** What a listener throws must not take the guard down; it is told on the process, where logs hear it. */
  function tell(one: (observer: LineObserver) => void): void {
    for (const observer of observers) {
      try {
        one(observer);
      } catch (error) {
        process.emitWarning(error instanceof Error ? error : String(error));
      }
    }
  }

  const host: LineHost = {
    spec,
    timings,
    options: () => current,
    visit,
    decide(call, canHangUp) {
      try {
        return delegate.decide(call, canHangUp);
      } catch (error) {
        process.emitWarning(error instanceof Error ? error : String(error));
        return { refuse: false };
      }
    },
    callChanged: call => tell(observer => observer.callChanged?.(call)),
    wire: (direction, bytes, at) => tell(observer => observer.wire?.(spec, direction, bytes, at)),
    status: () => status,
    setStatus,
  };

  /** Waits, unless something (resume, close, a change) wants to go on at once. */
  const rest = (delayMs: number | null): Promise<void> =>
    new Promise(resolve => {
      const cancel = delayMs === null ? () => undefined : timers.after(delayMs, () => done());
      const done = (): void => {
        cancel();
        wake = null;
        resolve();
      };
      wake = done;
      if (closed) done();
    });

  async function run(): Promise<void> {
    if (!address) {
      setStatus('bad-address', { values: { error: spec } });
      await untilClosed();
      return;
    }
    const backOff = createBackOff(timings.retryFirstMs, timings.retryLimitMs);
    while (!closed) {
      if (suspended) {
        setStatus('stopped', { path: null, canHangUp: false });
        await rest(null);
        continue;
      }
      const worked = address.kind === 'auto' ? await serveFound() : await serveAddress(address, false);
      if (worked) backOff.reset();
      if (!mustStop()) await rest(backOff.next());
    }
  }

  const untilClosed = async (): Promise<void> => {
    while (!closed) await rest(null);
  };

  /** Tries a known address; true: a modem was watched there. */
  async function serveAddress(
    target: Exclude<Address, { kind: 'auto' }>,
    isCandidate: boolean,
  ): Promise<boolean> {
    const path = target.kind === 'serial' ? await search.locate(target.path) : null;
    if (target.kind === 'serial' && path === null) {
      setStatus(wasThere ? 'unplugged' : 'not-found', { path: null, canHangUp: false });
      return false;
    }
    const fresh: LineState[] = ['searching', 'unplugged', 'not-found', 'stopped'];
    if (fresh.includes(status.state)) setStatus('opening', { path: null });
    const place = path === null ? target : ({ kind: 'serial', path } as const);
    const opened = await openWire(place, visit.speed ?? 115_200);
    if (!opened.ok) {
      const gone = opened.state === 'not-found' && wasThere;
      const device = place.kind === 'serial' ? place.path : spec;
      setStatus(gone ? 'unplugged' : opened.state, {
        path: null,
        canHangUp: false,
        values: { device, error: opened.error },
      });
      return false;
    }
    if (mustStop()) {
      await opened.wire.close();
      return false;
    }
    wasThere = true;
    if (path !== null) search.opened(path);
    served = serveModem(opened.wire, host, isCandidate);
    const end = await served.ended;
    served = null;
    if (end.reason === 'lost')
      setStatus(target.kind === 'tcp' ? 'unreachable' : 'unplugged', {
        path: null,
        canHangUp: false,
        values: { error: end.error },
      });
    await opened.wire.close();
    return end.watched;
  }

  /** Looks for a modem on all likely ports; true: one was watched. */
  async function serveFound(): Promise<boolean> {
    const isAway = status.state === 'unplugged' || status.state === 'not-found';
    const seen = await search.look(isAway);
    if (!seen) return false;
    if (!isAway) setStatus('searching', { path: null });
    const listed = seen.ports.map(({ path, name }) => ({ path, name }));
    let told: LineStatus | null = null;
    for (const port of seen.candidates) {
      if (mustStop()) return false;
      const watched = await serveAddress(
        { kind: 'serial', path: port.path },
        !(visit.modem && search.isSame(port)),
      );
      if (watched) {
        search.watched(port);
        return true;
      }
      if (mustStop()) return false;
      if (status.state === 'silent' || status.state === 'wrong-device') search.refuse(port);
      if (!told && port.score >= 20) told = status;
    }
    const worthTelling: LineState[] = ['port-busy', 'no-permission', 'silent', 'wrong-device'];
    if (told && worthTelling.includes(told.state)) setStatus(told.state, { ...told, ports: listed });
    else if (status.state !== 'silent' && status.state !== 'wrong-device')
      setStatus(visit.modem ? 'unplugged' : 'not-found', { path: null, canHangUp: false, ports: listed });
    return false;
  }

  const running = run();

  return {
    spec,
    status: () => status,
    facts: () => ({
      modem: visit.modem,
      bitsPerSecond: visit.speed,
      noNumberCalls: visit.noNumberCalls,
      lastCallerId: visit.lastCallerId,
      notice: served?.notice() ?? { ready: false, problem: null },
    }),
    hangUp: callId => served?.hangUp(callId) ?? false,
    change(change) {
      current = { ...current, ...change };
      Object.assign(timings, change.timings);
      served?.changed(change);
    },
    suspend() {
      suspended = true;
      served?.stop('suspended');
      wake?.();
    },
    resume() {
      suspended = false;
      wake?.();
    },
    observe(observer) {
      observers.add(observer);
      return () => void observers.delete(observer);
    },
    async close() {
      closed = true;
      served?.stop('closed');
      timers.stop();
      wake?.();
      await running;
      setStatus('stopped', { path: null, canHangUp: false });
    },
  };
}
