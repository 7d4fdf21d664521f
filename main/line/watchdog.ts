import type { LineCall } from '../../shared/call.ts';
import type { Reply, Session } from './modem.ts';
import type { Timers } from './timers.ts';
import type { LineTimings } from './timings.ts';

/** How many calls in a row rang at least twice and brought neither a number nor a reason for none. */
export function noNumberCalls(before: number, ended: LineCall): number {
  if (ended.callerId && (ended.callerId.number !== null || ended.callerId.withheld !== null)) return 0;
  // One ring can end before the number was sent; it tells nothing.
  return ended.rings >= 2 ? before + 1 : before;
}

/**
 * Which accepted caller-ID command to try after so many calls without a number: the usual one after a reset, then by turns the
 * next (some modems answer OK to a command that does nothing) and the usual one again.
 */
export function callerIdToSkip(calls: number): number {
  return calls > 0 && calls % 2 === 0 ? calls / 2 : 0;
}

/** A nap that took so much longer than it should was a sleeping computer's, ms. */
const sleptMs = 5000;

export interface WatchdogTools {
  session: Pick<Session, 'send' | 'lastHeardAt'>;
  timers: Timers;
  timings: LineTimings;
  /** May the modem be spoken to? Not while it rings or hangs up. */
  isFree(): boolean;
  /** Does the modem echo whatever it is told? */
  echoes(): boolean;
  /** Switches caller ID on once more; the modem's first reply. */
  rearm(): Promise<Reply | null>;
  /** Sets the modem up from the beginning; false: it did not answer. */
  reset(): Promise<boolean>;
}

export interface Watchdog {
  /** A call is over: arm anew, or begin from scratch if it came without a number again. */
  wanted(what: 'rearm' | 'reset'): void;
  /** Runs until the modem falls silent (true) or the line ends (false). */
  run(): Promise<boolean>;
}

/** Looks after a modem for months: arms it again and again, and notices when it says nothing any more. */
export function createWatchdog(tools: WatchdogTools): Watchdog {
  const { session, timers, timings } = tools;
  let want: 'rearm' | 'reset' | null = null;
  let armedAt = timers.now();
  let cutShort: (() => void) | null = null;

  /** True when the time is over or something is wanted, false when the line ends. */
  async function nap(delayMs: number): Promise<boolean> {
    const dueAt = timers.now() + delayMs;
    const doze = timers.doze(delayMs);
    cutShort = () => doze.wake();
    const goesOn = await doze.over;
    cutShort = null;
    // The computer slept meanwhile, and nobody said so: the modem may have forgotten what it was told.
    if (timers.now() - dueAt > sleptMs) want ??= 'rearm';
    return goesOn;
  }

  /** It answers; and where its echo is on again, it was switched off and on, and has forgotten everything. */
  function goesOn({ result, echoed }: Reply): Promise<boolean> | null {
    if (result === 'timeout' || result === 'gone') return null;
    return echoed && !tools.echoes() ? reset() : Promise.resolve(true);
  }

  /** One question may be lost to a ring; two are not. */
  async function answers(): Promise<boolean> {
    for (let attempt = 0; attempt < 2; attempt++) {
      const on = goesOn(await session.send('AT', { limitMs: timings.commandMs }));
      if (on) return on;
      if (!tools.isFree()) return true;
    }
    return false;
  }

  function reset(): Promise<boolean> {
    want = null;
    armedAt = timers.now();
    return tools.reset();
  }

  async function round(): Promise<boolean> {
    const now = timers.now();
    if (want === 'reset') return reset();
    if (want === 'rearm' || now - armedAt >= timings.rearmMs) {
      want = null;
      armedAt = now;
      const reply = await tools.rearm();
      return (reply && goesOn(reply)) ?? answers();
    }
    return now - session.lastHeardAt() < timings.heartbeatMs || (await answers());
  }

  return {
    wanted(what) {
      want = want === 'reset' ? 'reset' : what;
      cutShort?.();
    },
    async run() {
      const stepMs = Math.max(20, Math.min(1000 * 15, timings.heartbeatMs / 4));
      for (;;) {
        if (want === null && !(await nap(stepMs))) return false;
        // What is wanted while it rings is done when the line is quiet again.
        if (!(await timers.sleep(want === null ? 0 : timings.rearmDelayMs))) return false;
        if (!tools.isFree()) {
          if (!(await timers.sleep(Math.min(stepMs, 500)))) return false;
          continue;
        }
        if (!(await round())) return true;
      }
    },
  };
}
