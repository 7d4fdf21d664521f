import { randomUUID } from 'node:crypto';
import type { CallerId, HangUpMethod, LineCall } from '../../shared/call.ts';
import type { LineState, LineStatus } from '../../shared/line-status.ts';
import { createBackOff } from './back-off.ts';
import { idleTrack, next, ringAllowanceMs, wakeAt } from './call.ts';
import type { CallEffect, CallEvent, CallRules, CallTrack } from './call.ts';
import { createWireDecoder } from './caller-id/wire-decoder.ts';
import type { WireEvent } from './caller-id/wire-decoder.ts';
import { genericChip, strangerOf } from './chips.ts';
import { lineCountry } from './country.ts';
import { hangUp } from './hang-up.ts';
import type { HangUpMemory } from './hang-up.ts';
import type { LineOptions } from './line.ts';
import { createSession } from './modem.ts';
import { answers, modemSpeeds, rearm, setUp, wakeUp } from './set-up.ts';
import type { Modem } from './set-up.ts';
import { createTimers } from './timers.ts';
import type { LineTimings } from './timings.ts';
import { loadNotice } from './voice.ts';
import type { Notice } from './voice.ts';
import { createWatchdog, noNumberCalls } from './watchdog.ts';
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

/** Korean caller-ID boxes speak at 19200 and answer who they are to this frame. */
const boxSpeed = 19_200;
const boxQuestion = Buffer.from(`\x021P${' '.repeat(18)}\x03`, 'latin1');

/** Joins wire, decoder, calls, modem and hang-up for as long as the wire holds. */
export function serveModem(wire: Wire, host: LineHost, isCandidate: boolean): Served {
  const { timings, visit } = host;
  const timers = createTimers();
  const decoder = createWireDecoder();
  const session = createSession({ write: send, waiting: () => wire.waiting() }, timers);
  let track: CallTrack = idleTrack;
  let changedCall: LineCall | null = null;
  let outgoing: { bytes: Uint8Array; at: number }[] = [];
  let lastBlock: { id: number; callId: string | null } = { id: -1, callId: null };
  let heard = '';
  let isBox = false;
  let ready = false;
  let watched = false;
  let hangingUp = false;
  let notice: Notice | null = null;
  let noticeProblem: string | null = null;
  let watchdog: Watchdog | null = null;
  let cancelTick: (() => void) | null = null;
  let cancelFlush: (() => void) | null = null;
  let resolveEnd: (end: ServeEnd) => void;
  let ended = false;
  const isOver = (): boolean => ended;
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
      tellChanges();
      cancelFlush?.();
      cancelFlush = timers.after(timings.flushMs, () => {
        const now = timers.now();
        for (const event of decoder.flush()) onWireEvent(event, now);
        tellChanges();
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
    if (block === lastBlock.id && lastBlock.callId !== track.call?.id) return;
    if (callerId.number !== null || callerId.withheld !== null) {
      visit.lastCallerId = callerId;
      visit.noNumberCalls = 0;
    }
    feed({ type: 'caller-id', callerId }, now);
    lastBlock = { id: block, callId: track.call?.id ?? null };
  }

  /** V.253 table 14: P and p are another telephone on the line, H and h the one behind the modem. */
  function onVoiceEvent(code: string, now: number): void {
    // While we hold the line the reports are about us; USR says H of its own off-hook.
    if (hangingUp || track.phase === 'watching' || (code.toLowerCase() === 'h' && chip().key === 'usr'))
      return;
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

  function feed(event: CallEvent, now: number): void {
    const before = track;
    const step = next(track, event, now, rules());
    track = step.track;
    for (const effect of step.effects) act(effect, now);
    if (before.phase !== track.phase || before.inUse !== track.inUse) {
      cancelTick?.();
      cancelTick = null;
      showState();
    }
    cancelTick ??= planTick();
  }

  function act(effect: CallEffect, now: number): void {
    switch (effect.type) {
      case 'decide': {
        const answer = host.decide(effect.call);
        // A box only looks on.
        if (answer.refuse && !isBox) feed({ type: 'verdict', ...answer }, now);
        return;
      }
      case 'hang-up':
        startHangUp(effect.method);
        return;
      case 'changed':
        onChanged(effect.call);
        return;
    }
  }

  function onChanged(call: LineCall): void {
    // The newest state of a call is told; another call's last word goes out first.
    const newest = track.call?.id === call.id ? track.call : call;
    if (changedCall && changedCall.id !== newest.id) tellChanges();
    changedCall = newest;
    if (newest.state === 'ended') onCallEnded(newest);
  }

  function tellChanges(): void {
    const call = changedCall;
    changedCall = null;
    if (call) host.callChanged(call);
  }

  function onCallEnded(call: LineCall): void {
    const before = visit.noNumberCalls;
    visit.noNumberCalls = noNumberCalls(before, call);
    // Field reports: after weeks only RING arrives, and a reset cures it.
    watchdog?.wanted(visit.noNumberCalls > before ? 'reset' : 'rearm');
  }

  function planTick(): (() => void) | null {
    const at = wakeAt(track, rules());
    if (at === null) return null;
    return timers.after(Math.max(0, at - timers.now()), () => {
      cancelTick = null;
      feed({ type: 'tick' }, timers.now());
      tellChanges();
    });
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
      notice,
    }).then(result => {
      hangingUp = false;
      session.pause(false);
      if (ended) return;
      feed({ type: 'hung-up', ...result }, timers.now());
      tellChanges();
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
    const seen = { path: wire.path, ...(track.call ? { lastCallAt: track.call.startedAt } : {}) };
    if (isBox) {
      host.setStatus(track.phase === 'idle' ? 'read-only' : 'ringing', {
        ...seen,
        canHangUp: false,
        modem: { name: '발신번호 표시 단말기', chip: 'cid-box', identity: [] },
      });
      return;
    }
    if (track.phase !== 'idle') {
      host.setStatus('ringing', { ...seen, canHangUp: true, values: modemValues() });
      return;
    }
    if (!ready) return;
    const deaf = visit.noNumberCalls >= timings.deafCalls;
    host.setStatus(track.inUse ? 'in-use' : deaf ? 'deaf' : 'watching', {
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

  /** Asks at the speeds where modems answer, the last known first. */
  async function findSpeed(): Promise<boolean> {
    const speeds = wire.kind === 'serial' ? new Set([visit.speed ?? modemSpeeds[0], ...modemSpeeds]) : [0];
    let first = true;
    for (const speed of speeds) {
      if (speed > 0) await wire.setSpeed(speed);
      if (await answers(session, first ? 2 : 1, timings)) {
        visit.speed = speed || null;
        return true;
      }
      if (ended || isBox || strangerOf(heard) !== null) return false;
      // It rings at this speed: whatever it answers, here it must be heard.
      if (track.phase !== 'idle') return false;
      if (first) session.raw(wakeUp);
      first = false;
    }
    return false;
  }

  /** Sets the modem up from the beginning; false: it does not answer. */
  async function prepare(skipCallerId: number): Promise<boolean> {
    if (!(await findSpeed()) || isBox) return false;
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
    await prepareNotice();
    return true;
  }

  async function prepareNotice(): Promise<void> {
    const wanted = host.options().notice;
    notice = null;
    noticeProblem = null;
    if (!wanted) return;
    if (!visit.modem?.voice) {
      noticeProblem = 'no-voice';
      return;
    }
    const reading = await loadNotice(wanted.wavPath, visit.modem.voice);
    if (reading.ok) notice = reading.notice;
    else noticeProblem = reading.why;
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
      isFree: () => track.phase === 'idle' || (track.phase === 'watching' && track.suspectAt === null),
      rearm: () => (visit.modem ? rearm(session, visit.modem, timings) : Promise.resolve(false)),
      reset: () => prepare(visit.noNumberCalls - 1),
    });
    const fellSilent = await watchdog.run();
    watchdog = null;
    if (fellSilent) ready = false;
  }

  async function run(): Promise<void> {
    const backOff = createBackOff(timings.silentFirstMs, timings.silentLimitMs);
    while (!ended) {
      if (!ready && track.phase === 'idle' && !isBox && host.status().state !== 'silent')
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
      else if (track.phase === 'idle') host.setStatus('silent', { path: wire.path, canHangUp: false });
      if (isCandidate && track.phase === 'idle') {
        finish(stranger === null ? 'silent' : 'wrong-device', '');
        return;
      }
      if (wire.kind === 'serial' && track.phase === 'idle' && stranger === null) await askBox();
      await timers.sleep(stranger === null ? backOff.next() : timings.silentLimitMs);
    }
  }

  async function askBox(): Promise<void> {
    await wire.setSpeed(boxSpeed);
    send(boxQuestion);
    await timers.sleep(timings.listenMs);
    if (!isBox && !ended) await wire.setSpeed(visit.speed ?? modemSpeeds[0]);
  }

  function finish(reason: ServeEnd['reason'], error: string): void {
    if (ended) return;
    feed({ type: 'lost' }, timers.now());
    tellChanges();
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
        track.call?.id !== callId ||
        (track.phase !== 'ringing' && track.phase !== 'failed')
      )
        return false;
      feed({ type: 'hang-up', method: 'drop' }, timers.now());
      tellChanges();
      return true;
    },
    changed(change) {
      if (change.country !== undefined || change.notice !== undefined) watchdog?.wanted('reset');
    },
    notice: () => ({ ready: notice !== null, problem: noticeProblem }),
    stop: reason => void stop(reason),
  };
}
