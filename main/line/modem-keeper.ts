import type { LineState, LineStatus } from '../../shared/line-status.ts';
import { createBackOff } from './back-off.ts';
import { lineCountry } from './country.ts';
import { otherHolder } from './holders.ts';
import type { LineOptions } from './line.ts';
import type { Session } from './modem.ts';
import type { Visit } from './serve.ts';
import { askBox, findSpeed, modemSpeeds, rearm, setUp } from './set-up.ts';
import type { Timers } from './timers.ts';
import type { LineTimings } from './timings.ts';
import { noNotice, noticeFor } from './voice.ts';
import type { NoticeReading } from './voice.ts';
import { callerIdToSkip, createWatchdog } from './watchdog.ts';
import type { Watchdog } from './watchdog.ts';
import type { Wire } from './wire.ts';

export interface ModemKeeperTools {
  wire: Wire;
  session: Session;
  timers: Timers;
  timings: LineTimings;
  visit: Visit;
  send: (bytes: Uint8Array) => void;
  options: () => LineOptions;
  /** Only one of several ports that may have the modem behind it. */
  isCandidate: boolean;
  isOver: () => boolean;
  isBox: () => boolean;
  /** No call is ringing. */
  isQuiet: () => boolean;
  /** May the modem be spoken to? */
  isFree: () => boolean;
  /** The name of a device that is no modem, by what it said. */
  stranger: () => string | null;
  forgetHeard: () => void;
  state: () => LineState;
  setStatus: (state: LineState, change: Partial<LineStatus>) => void;
  /** Shows the state of a line that is watched. */
  showState: () => void;
  /** Gives the wire up. */
  leave: (reason: 'silent' | 'wrong-device') => void;
}

/** Meets the modem at the end of a wire, sets it up, looks after it, and waits for it when it says nothing. */
export interface ModemKeeper {
  /** Runs for as long as the wire is served. */
  run(): Promise<void>;
  isReady: () => boolean;
  wasReady: () => boolean;
  wanted: (what: 'rearm' | 'reset') => void;
  notice: () => NoticeReading;
}

/** States in which nothing is said about each new try: it would only flicker. */
const quietStates: readonly LineState[] = ['silent', 'port-busy', 'wrong-device'];

export function createModemKeeper(tools: ModemKeeperTools): ModemKeeper {
  const { wire, session, timers, timings, visit } = tools;
  let ready = false;
  let wasReady = false;
  let notice: NoticeReading = noNotice;
  let watchdog: Watchdog | null = null;

  /** Sets the modem up from the beginning; false: it does not answer. `skipCallerId`: see SetUpWishes. */
  async function prepare(skipCallerId: number | null): Promise<boolean> {
    const found = await findSpeed(
      wire,
      session,
      visit.speed,
      visit.modem !== null && !tools.isCandidate,
      timings,
      // It rings at this speed: whatever it answers, here it must be heard.
      () => tools.isOver() || tools.isBox() || tools.stranger() !== null || !tools.isQuiet(),
    );
    if (!found || tools.isBox()) return false;
    visit.speed = found.bitsPerSecond;
    const { country, notice: wished } = tools.options();
    const modem = await setUp(
      session,
      visit.modem,
      { country: lineCountry(country), voice: wished !== undefined, skipCallerId, onHook: !ready },
      timings,
    );
    if (tools.isOver()) return false;
    visit.modem = modem;
    notice = await noticeFor(wished?.wavPath, modem.voice);
    return true;
  }

  /** Looks after a modem that is set up, until it falls silent or the wire ends. */
  async function watch(): Promise<void> {
    ready = wasReady = true;
    tools.forgetHeard();
    tools.showState();
    // A connection can be dead for many minutes before anybody says so.
    const heartbeatMs =
      wire.kind === 'tcp' ? Math.min(timings.heartbeatMs, timings.networkHeartbeatMs) : timings.heartbeatMs;
    watchdog = createWatchdog({
      session,
      timers,
      timings: { ...timings, heartbeatMs },
      isFree: tools.isFree,
      echoes: () => visit.modem?.echoes ?? false,
      rearm: () => (visit.modem ? rearm(session, visit.modem, timings) : Promise.resolve(null)),
      reset: () => prepare(visit.noNumberCalls > 0 ? callerIdToSkip(visit.noNumberCalls) : null),
    });
    const fellSilent = await watchdog.run();
    watchdog = null;
    if (fellSilent) ready = false;
  }

  /** Says why there is no modem here. */
  async function tellNone(stranger: string | null): Promise<void> {
    const seen = { path: wire.path, canHangUp: false };
    if (stranger !== null) {
      tools.setStatus('wrong-device', { ...seen, modem: null, values: { name: stranger } });
      return;
    }
    const program = wire.kind === 'serial' ? await otherHolder(wire.path) : null;
    if (!tools.isQuiet() || tools.isOver()) return;
    if (program === null) tools.setStatus('silent', seen);
    else tools.setStatus('port-busy', { ...seen, values: { device: wire.path, program } });
  }

  /** Asks now and then, so that a modem that is switched on again is watched within seconds. */
  async function waitForAnswer(limitMs: number): Promise<void> {
    const until = timers.now() + limitMs;
    const pauseMs = visit.modem ? timings.wakeKnownMs : timings.wakeMs;
    while (!tools.isOver() && !tools.isBox() && timers.now() < until) {
      await timers.sleep(Math.min(pauseMs, limitMs));
      if (!tools.isQuiet()) continue;
      const { result } = await session.send('AT', { limitMs: timings.answerMs });
      if (result === 'ok' || result === 'error') return;
    }
  }

  /** Perhaps it is a caller-ID box: they say who they are, at a speed of their own. */
  async function listenForBox(): Promise<void> {
    await askBox(wire, tools.send);
    await timers.sleep(timings.listenMs);
    if (!tools.isBox() && !tools.isOver()) await wire.setSpeed(visit.speed ?? modemSpeeds[0]);
  }

  async function waitForModem(limitMs: number): Promise<void> {
    const stranger = tools.stranger();
    tools.forgetHeard();
    if (tools.isQuiet()) await tellNone(stranger);
    if (tools.isCandidate && !wasReady && tools.isQuiet()) {
      tools.leave(stranger === null ? 'silent' : 'wrong-device');
      return;
    }
    if (stranger !== null) {
      await timers.sleep(timings.silentLimitMs);
      return;
    }
    if (wire.kind === 'serial' && visit.modem === null && tools.isQuiet()) await listenForBox();
    await waitForAnswer(wire.kind === 'tcp' ? Math.min(limitMs, timings.networkSilentMs) : limitMs);
    // Perhaps only the connection is dead.
    if (
      wire.kind === 'tcp' &&
      tools.isQuiet() &&
      timers.now() - session.lastHeardAt() > timings.networkSilentMs
    )
      tools.leave('silent');
  }

  return {
    async run() {
      const backOff = createBackOff(timings.silentFirstMs, timings.silentLimitMs);
      while (!tools.isOver()) {
        if (!ready && tools.isQuiet() && !tools.isBox() && !quietStates.includes(tools.state()))
          tools.setStatus('setting-up', { path: wire.path, canHangUp: false });
        if (await prepare(null)) {
          backOff.reset();
          await watch();
        } else if (tools.isBox()) {
          tools.showState();
          return;
        } else if (!tools.isOver()) await waitForModem(backOff.next());
      }
    },
    isReady: () => ready,
    wasReady: () => wasReady,
    wanted: what => watchdog?.wanted(what),
    notice: () => notice,
  };
}
