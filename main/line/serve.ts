import { randomUUID } from 'node:crypto';
import type { CallerId, HangUpMethod, LineCall } from '../../shared/call.ts';
import type { LineState, LineStatus } from '../../shared/line-status.ts';
import { createCallDriver } from './call-driver.ts';
import { ringAllowanceMs } from './call-track.ts';
import type { CallRules } from './call-track.ts';
import { createWireDecoder } from './caller-id/wire-decoder.ts';
import { genericChip, strangerOf } from './chips.ts';
import { lineCountry } from './country.ts';
import type { HangUpMemory } from './hang-up.ts';
import { createHearing } from './hearing.ts';
import { viewOf } from './line-view.ts';
import type { LineOptions } from './line.ts';
import { createModemKeeper } from './modem-keeper.ts';
import { createSession } from './modem.ts';
import { createRefusing } from './refusing.ts';
import type { Modem } from './set-up.ts';
import { createTimers } from './timers.ts';
import type { LineTimings } from './timings.ts';
import { noNumberCalls } from './watchdog.ts';
import type { Wire } from './wire.ts';

/** What outlives one wire: the same modem is met again after an unplug. Found out anew in seconds after a restart. */
export interface Visit {
  modem: Modem | null;
  speed: number | null;
  noNumberCalls: number;
  lastCallerId: CallerId | null;
  /** How each modem met is made to answer, by its identity. */
  memories: Map<string, HangUpMemory>;
}

/** What the line offers to the one who serves its wire. */
export interface LineHost {
  spec: string;
  timings: LineTimings;
  options(): LineOptions;
  visit: Visit;
  decide(call: LineCall, canHangUp: boolean): { refuse: false } | { refuse: true; method: HangUpMethod };
  callChanged(call: LineCall): void;
  wire(direction: 'in' | 'out', bytes: Uint8Array, at: number): void;
  status(): LineStatus;
  setStatus(state: LineState, change?: Partial<LineStatus>): void;
}

export type ServeEnd = {
  reason: 'lost' | 'silent' | 'wrong-device' | 'suspended' | 'closed';
  error: string;
  /** Was a modem watched meanwhile? */
  watched: boolean;
};

export interface Served {
  ended: Promise<ServeEnd>;
  hangUp(callId: string): boolean;
  changed(options: Partial<LineOptions>): void;
  notice(): { ready: boolean; problem: string | null };
  stop(reason: 'suspended' | 'closed'): void;
}

/** What was heard before the modem was known, to tell strangers by; bytes. */
const heardLimit = 4096;

/*
 *   wire ─bytes─▶ decoder ─▶ hearing.ts ─▶ call-driver.ts ─decide─▶ host
 *    ▲      │                                    │ refuse
 *    │      └─▶ session ◀── modem-keeper.ts      ▼
 *    └──────────── ▲ ◀──────────────────── refusing.ts
 */

/** Joins wire, decoder, calls, modem and hang-up for as long as the wire holds. */
export function serveModem(wire: Wire, host: LineHost, isCandidate: boolean): Served {
  const { timings, visit } = host;
  const timers = createTimers();
  const decoder = createWireDecoder();
  const session = createSession({ write: send, waiting: () => wire.waiting() }, timers);
  let outgoing: { bytes: Uint8Array; at: number }[] = [];
  let heard = '';
  let isBox = false;
  let cancelFlush: (() => void) | null = null;
  let ended = false;
  let resolveEnd: (end: ServeEnd) => void;
  const endPromise = new Promise<ServeEnd>(resolve => (resolveEnd = resolve));

  // ── bytes in ────────────────────────────────────────────────────────────────────────────────────────────────

  // Not through parser-readline: it holds back until a delimiter and waits a turn of the stream per line, while packets, DLE
  // events and boxes have no lines at all. The decoder takes the bytes as they come.
  wire.listen({
    data(bytes) {
      if (ended) return;
      const at = timers.now();
      for (const event of decoder.push(bytes)) hear(event, at);
      session.feed(bytes);
      // The hang-up is on its way: now there is time to tell.
      host.wire('in', bytes, at);
      if (!keeper.isReady() && heard.length < heardLimit) heard += Buffer.from(bytes).toString('latin1');
      calls.tell();
      cancelFlush?.();
      cancelFlush = timers.after(timings.flushMs, () => {
        const now = timers.now();
        for (const event of decoder.flush()) hear(event, now);
        calls.tell();
      });
    },
    lost: error => finish('lost', error),
  });

  function send(bytes: Uint8Array): void {
    wire.write(bytes);
    outgoing.push({ bytes, at: timers.now() });
    // Told later, in order with what comes in: the write must not wait for those who look on.
    if (outgoing.length === 1) queueMicrotask(tellOutgoing);
  }

  function tellOutgoing(): void {
    const told = outgoing;
    outgoing = [];
    for (const { bytes, at } of told) host.wire('out', bytes, at);
  }

  // ── calls ───────────────────────────────────────────────────────────────────────────────────────────────────

  const rules = (): CallRules => {
    const country = lineCountry(host.options().country);
    const ringPeriodMs = country?.ringPeriodMs ?? 6000;
    return {
      line: host.spec,
      newId: randomUUID,
      ringPeriodMs,
      ringAllowanceMs: timings.ringAllowanceMs || ringAllowanceMs(ringPeriodMs),
      idBeforeRing: country?.idBeforeRing ?? true,
      watchMs: timings.watchMs,
      staleMs: timings.staleMs,
      burstMs: timings.burstMs,
      idWithinMs: timings.idWithinMs,
    };
  };

  const calls = createCallDriver({
    timers,
    rules,
    decide(call) {
      const answer = host.decide(call, !isBox);
      return isBox ? { refuse: false } : answer;
    },
    startHangUp: method => refusing.start(method),
    callChanged: call => host.callChanged(call),
    callEnded(call) {
      const before = visit.noNumberCalls;
      visit.noNumberCalls = noNumberCalls(before, call);
      // Field reports: after weeks only RING arrives, and a reset cures it.
      keeper.wanted(visit.noNumberCalls > before ? 'reset' : 'rearm');
    },
    phaseChanged: showState,
  });
  const { feed, track } = calls;
  const isQuiet = (): boolean => track().phase === 'idle';

  const refusing = createRefusing({
    session,
    timers,
    timings,
    memory,
    chip: () => visit.modem?.chip ?? genericChip,
    holdMs: () => host.options().holdMs,
    notice: () => keeper.notice(),
    done(result) {
      if (ended) return;
      feed({ type: 'hung-up', ...result }, timers.now());
      calls.tell();
      // Armed at once: the next call may come before the ringing has been watched.
      keeper.wanted('rearm');
    },
  });

  function memory(): HangUpMemory {
    const key = visit.modem?.identity.join('\n') ?? '';
    const known = visit.memories.get(key) ?? { offHook: (visit.modem?.chip ?? genericChip).offHook };
    visit.memories.set(key, known);
    return known;
  }

  const hear = createHearing({
    feed,
    currentCall: () => track().call?.id ?? null,
    holdsLine: () => refusing.isUnderWay() || track().phase === 'watching',
    reportsOwnHook: () => visit.modem?.chip.key === 'usr',
    ringsInDigits: () => session.speaksDigits() && session.isIdle(),
    callerKnown(callerId) {
      visit.lastCallerId = callerId;
      visit.noNumberCalls = 0;
    },
    boxFound() {
      if (isBox) return;
      isBox = true;
      session.abandon();
      showState();
    },
  });

  // ── modem ───────────────────────────────────────────────────────────────────────────────────────────────────

  const keeper = createModemKeeper({
    wire,
    session,
    timers,
    timings,
    visit,
    send,
    options: () => host.options(),
    isCandidate,
    isOver: () => ended,
    isBox: () => isBox,
    isQuiet,
    isFree: () => isQuiet() || (track().phase === 'watching' && track().suspectAt === null),
    stranger: () => strangerOf(heard),
    forgetHeard: () => (heard = ''),
    state: () => host.status().state,
    setStatus: (state, change) => host.setStatus(state, change),
    showState,
    leave: reason => finish(reason, ''),
  });

  function showState(): void {
    if (ended) return;
    const view = viewOf({
      path: wire.path,
      track: track(),
      modem: visit.modem,
      isBox,
      isReady: keeper.isReady(),
      noNumberCalls: visit.noNumberCalls,
      deafCalls: timings.deafCalls,
    });
    if (view) host.setStatus(view.state, view.change);
  }

  // ── end ─────────────────────────────────────────────────────────────────────────────────────────────────────

  function finish(reason: ServeEnd['reason'], error: string): void {
    if (ended) return;
    feed({ type: 'lost' }, timers.now());
    calls.tell();
    ended = true;
    session.close();
    timers.stop();
    resolveEnd({ reason, error, watched: isBox || keeper.wasReady() });
  }

  void keeper.run();

  return {
    ended: endPromise,
    hangUp(callId) {
      const { call, phase } = track();
      if (ended || isBox || call?.id !== callId || (phase !== 'ringing' && phase !== 'failed')) return false;
      feed({ type: 'hang-up', method: 'drop' }, timers.now());
      calls.tell();
      return true;
    },
    changed(change) {
      if (change.country !== undefined || change.notice !== undefined) keeper.wanted('reset');
    },
    notice() {
      const notice = keeper.notice();
      return { ready: notice.ok, problem: notice.ok ? null : notice.why };
    },
    stop(reason) {
      // Never leaves the line off-hook behind.
      if (refusing.isUnderWay()) wire.write(Buffer.from('ATH0\r', 'latin1'));
      finish(reason, '');
    },
  };
}
