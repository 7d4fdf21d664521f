import { randomUUID } from 'node:crypto';
import type { CallerId, HangUpMethod, LineCall } from '../../shared/call.ts';
import type { LineState, LineStatus } from '../../shared/line-status.ts';
import { createBackOff } from './back-off.ts';
import { ringAllowanceMs } from './call.ts';
import { createCallDriver } from './call-driver.ts';
import type { CallRules, CallTrack } from './call.ts';
import { createWireDecoder } from './caller-id/wire-decoder.ts';
import type { WireEvent } from './caller-id/wire-decoder.ts';
import { genericChip, strangerOf } from './chips.ts';
import { lineCountry } from './country.ts';
import { hangUp } from './hang-up.ts';
import type { HangUpMemory } from './hang-up.ts';
import type { LineOptions } from './line.ts';
import { createSession } from './modem.ts';
import { askBox, findSpeed, modemSpeeds, rearm, setUp } from './set-up.ts';
import type { Modem } from './set-up.ts';
import { createTimers } from './timers.ts';
import type { LineTimings } from './timings.ts';
import { noNotice, noticeFor } from './voice.ts';
import type { NoticeReading } from './voice.ts';
import { callerIdToSkip, createWatchdog, noNumberCalls } from './watchdog.ts';
import type { Watchdog } from './watchdog.ts';
import type { Wire } from './wire.ts';

/** What outlives one wire: the same modem is met again after an unplug. */
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
  decide(call: LineCall): { refuse: false } | { refuse: true; method: HangUpMethod };
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

/** Joins wire, decoder, calls, modem and hang-up for as long as the wire holds. */
export function serveModem(wire: Wire, host: LineHost, isCandidate: boolean): Served {
  const { timings, visit } = host;
  const timers = createTimers();
  const decoder = createWireDecoder();
  const session = createSession({ write: send, waiting: () => wire.waiting() }, timers);
  let outgoing: { bytes: Uint8Array; at: number }[] = [];
  let lastBlock: { id: number; callId: string | null } = { id: -1, callId: null };
  let heard = '';
  let isBox = false;
  let ready = false;
  let watched = false;
  let hangingUp = false;
  let notice: NoticeReading = noNotice;
  let watchdog: Watchdog | null = null;
  let cancelFlush: (() => void) | null = null;
  let resolveEnd: (end: ServeEnd) => void;
  let ended = false;
  const isOver = (): boolean => ended;
  const isSeenAsBox = (): boolean => isBox;
  const endPromise = new Promise<ServeEnd>(resolve => (resolveEnd = resolve));

  // ── bytes in ────────────────────────────────────────────────────────────────────────────────────────────────

  // Not through parser-readline: it holds back until a delimiter and waits a turn of the stream per line, while packets, DLE
  // events and boxes have no lines at all. The decoder takes the bytes as they come.
  wire.listen({
    data(bytes) {
      if (ended) return;
      const at = timers.now();
      for (const event of decoder.push(bytes)) onWireEvent(event, at);
      session.feed(bytes);
      // The hang-up is on its way: now there is time to tell.
      host.wire('in', bytes, at);
      if (!ready && heard.length < 4096) heard += Buffer.from(bytes).toString('latin1');
      calls.tell();
      cancelFlush?.();
      cancelFlush = timers.after(timings.flushMs, () => {
        const now = timers.now();
        for (const event of decoder.flush()) onWireEvent(event, now);
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

  function onWireEvent(event: WireEvent, now: number): void {
    switch (event.type) {
      case 'ring':
        feed({ type: 'ring' }, now);
        break;
      case 'cadence':
        // Beside RING, or instead of it; RINGs this close are bursts of one ring.
        if (event.edge === 'on') feed({ type: 'ring' }, now);
        break;
      case 'caller-id':
        onCallerId(event, now);
        break;
      case 'dle':
        onVoiceEvent(event.code, now);
        break;
      case 'box':
        onBox(event.event, now);
        break;
      case 'reply':
        // V.250 §5.7.1: RING of a modem that keeps to digits.
        if (event.line.trim() === '2' && session.speaksDigits() && session.isIdle())
          feed({ type: 'ring' }, now);
        break;
      case 'other':
        break;
    }
  }

  function onCallerId(event: Extract<WireEvent, { type: 'caller-id' }>, now: number): void {
    const { block, callerId } = event;
    // The decoder closes a block when the next RING comes: what it says then still belongs to the call of before.
    if (block === lastBlock.id && lastBlock.callId !== calls.track().call?.id) return;
    if (callerId.number !== null || callerId.withheld !== null) {
      visit.lastCallerId = callerId;
      visit.noNumberCalls = 0;
    }
    feed({ type: 'caller-id', callerId }, now);
    lastBlock = { id: block, callId: calls.track().call?.id ?? null };
  }

  /** V.253 table 14: P and p are another telephone on the line, H and h the one behind the modem. */
  function onVoiceEvent(code: string, now: number): void {
    // While we hold the line the reports are about us; USR says H of its own off-hook.
    if (hangingUp || phase() === 'watching' || (code.toLowerCase() === 'h' && chip().key === 'usr')) return;
    if (code === 'P' || code === 'H') feed({ type: 'lifted' }, now);
    else if (code === 'p' || code === 'h') feed({ type: 'put-down' }, now);
  }

  function onBox(event: Extract<WireEvent, { type: 'box' }>['event'], now: number): void {
    if (!isBox) {
      isBox = true;
      watched = true;
      session.abandon();
      showState();
    }
    if (event === 'lifted') feed({ type: 'lifted' }, now);
    if (event === 'hung-up' || event === 'force-end') {
      feed({ type: 'over' }, now);
      feed({ type: 'put-down' }, now);
    }
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
    // A box only looks on.
    decide: call => (isBox ? { refuse: false } : host.decide(call)),
    startHangUp,
    callChanged: call => host.callChanged(call),
    callEnded: onCallEnded,
    phaseChanged: showState,
  });
  const { feed } = calls;
  const phase = (): CallTrack['phase'] => calls.track().phase;

  function onCallEnded(call: LineCall): void {
    const before = visit.noNumberCalls;
    visit.noNumberCalls = noNumberCalls(before, call);
    // Field reports: after weeks only RING arrives, and a reset cures it.
    watchdog?.wanted(visit.noNumberCalls > before ? 'reset' : 'rearm');
  }

  function startHangUp(method: HangUpMethod): void {
    hangingUp = true;
    session.pause(true);
    const { holdMs } = host.options();
    const { faxToneMs, commandMs } = timings;
    // Its first command is written in this very call.
    void hangUp(method, {
      session,
      timers,
      memory: memory(),
      chip: chip(),
      holdMs,
      faxToneMs,
      commandMs,
      notice: notice.ok ? notice.notice : null,
    }).then(result => {
      hangingUp = false;
      session.pause(false);
      if (ended) return;
      feed({ type: 'hung-up', ...result }, timers.now());
      calls.tell();
      // Armed at once: the next call may come before the ringing has been watched.
      watchdog?.wanted('rearm');
    });
  }

  const chip = (): Modem['chip'] => visit.modem?.chip ?? genericChip;

  function memory(): HangUpMemory {
    const key = visit.modem?.identity.join('\n') ?? '';
    const known = visit.memories.get(key) ?? { offHook: chip().offHook };
    visit.memories.set(key, known);
    return known;
  }

  // ── state ───────────────────────────────────────────────────────────────────────────────────────────────────

  function showState(): void {
    if (ended) return;
    const { call, inUse } = calls.track();
    const seen = { path: wire.path, ...(call ? { lastCallAt: call.startedAt } : {}) };
    if (isBox) {
      host.setStatus(phase() === 'idle' ? 'read-only' : 'ringing', {
        ...seen,
        canHangUp: false,
        modem: { name: 'CID box', chip: 'cid-box', identity: [] },
      });
      return;
    }
    if (phase() !== 'idle') {
      host.setStatus('ringing', { ...seen, canHangUp: true, values: modemValues() });
      return;
    }
    if (!ready) return;
    const deaf = visit.noNumberCalls >= timings.deafCalls;
    host.setStatus(inUse ? 'in-use' : deaf ? 'deaf' : 'watching', {
      ...seen,
      canHangUp: true,
      modem: visit.modem && {
        name: visit.modem.name,
        chip: visit.modem.chip.key,
        identity: [...visit.modem.identity],
      },
      values: { ...modemValues(), ...(deaf ? { calls: visit.noNumberCalls } : {}) },
    });
  }

  const modemValues = (): Record<string, string> => ({
    device: wire.path,
    ...(visit.modem ? { modem: visit.modem.name } : {}),
  });

  // ── modem ───────────────────────────────────────────────────────────────────────────────────────────────────

  /** Sets the modem up from the beginning; false: it does not answer. */
  async function prepare(skipCallerId: number): Promise<boolean> {
    const found = await findSpeed(
      wire,
      session,
      visit.speed,
      timings,
      () =>
        // It rings at this speed: whatever it answers, here it must be heard.
        ended || isBox || strangerOf(heard) !== null || phase() !== 'idle',
    );
    if (!found || isBox) return false;
    visit.speed = found.bitsPerSecond;
    const modem = await setUp(
      session,
      visit.modem,
      {
        country: lineCountry(host.options().country),
        voice: host.options().notice !== undefined,
        skipCallerId,
      },
      timings,
    );
    if (ended) return false;
    visit.modem = modem;
    notice = await noticeFor(host.options().notice?.wavPath, modem.voice);
    return true;
  }

  /** The modem is met for the first time on this wire: perhaps another one than before. */
  async function meet(): Promise<boolean> {
    const before = visit.modem;
    visit.modem = null;
    if (await prepare(0)) return true;
    visit.modem = before;
    return false;
  }

  async function watch(): Promise<void> {
    ready = true;
    watched = true;
    heard = '';
    showState();
    watchdog = createWatchdog({
      session,
      timers,
      timings,
      isFree: () => phase() === 'idle' || (phase() === 'watching' && calls.track().suspectAt === null),
      rearm: () => (visit.modem ? rearm(session, visit.modem, timings) : Promise.resolve(false)),
      reset: () => prepare(callerIdToSkip(visit.noNumberCalls)),
    });
    const fellSilent = await watchdog.run();
    watchdog = null;
    if (fellSilent) ready = false;
  }

  async function run(): Promise<void> {
    const backOff = createBackOff(timings.silentFirstMs, timings.silentLimitMs);
    while (!ended) {
      if (!ready && phase() === 'idle' && !isBox && host.status().state !== 'silent')
        host.setStatus('setting-up', { path: wire.path, canHangUp: false });
      if (await meet()) {
        backOff.reset();
        await watch();
        continue;
      }
      if (isOver()) return;
      if (isBox) {
        showState();
        return;
      }
      const stranger = strangerOf(heard);
      heard = '';
      if (stranger !== null)
        host.setStatus('wrong-device', {
          path: wire.path,
          modem: null,
          canHangUp: false,
          values: { name: stranger },
        });
      else if (phase() === 'idle') host.setStatus('silent', { path: wire.path, canHangUp: false });
      if (isCandidate && phase() === 'idle') {
        finish(stranger === null ? 'silent' : 'wrong-device', '');
        return;
      }
      if (wire.kind === 'serial' && phase() === 'idle' && stranger === null) {
        await askBox(wire, send);
        await timers.sleep(timings.listenMs);
        if (!isSeenAsBox() && !isOver()) await wire.setSpeed(visit.speed ?? modemSpeeds[0]);
      }
      await timers.sleep(stranger === null ? backOff.next() : timings.silentLimitMs);
    }
  }

  function finish(reason: ServeEnd['reason'], error: string): void {
    if (ended) return;
    feed({ type: 'lost' }, timers.now());
    calls.tell();
    ended = true;
    session.close();
    timers.stop();
    resolveEnd({ reason, error, watched });
  }

  async function stop(reason: 'suspended' | 'closed'): Promise<void> {
    // Never leaves the line off-hook behind.
    if (hangingUp) wire.write(Buffer.from('ATH0\r', 'latin1'));
    finish(reason, '');
    await Promise.resolve();
  }

  void run();

  return {
    ended: endPromise,
    hangUp(callId) {
      if (
        ended ||
        isBox ||
        calls.track().call?.id !== callId ||
        (phase() !== 'ringing' && phase() !== 'failed')
      )
        return false;
      feed({ type: 'hang-up', method: 'drop' }, timers.now());
      calls.tell();
      return true;
    },
    changed(change) {
      if (change.country !== undefined || change.notice !== undefined) watchdog?.wanted('reset');
    },
    notice: () => ({ ready: notice.ok, problem: notice.ok ? null : notice.why }),
    stop: reason => void stop(reason),
  };
}
