import { defaultCallRules } from './call-track.ts';

/** Every wait of a line in one place, ms unless said otherwise; tests shorten them. */
export const defaultTimings = {
  /** For an answer to `AT` while looking for the modem's speed. */
  answerMs: 1000,
  /** For any other command. */
  commandMs: 2000,
  /** Between tries to reach a modem that is not there: from … to. It is watched 5 s after its return at the latest. */
  retryFirstMs: 250,
  retryLimitMs: 1000,
  /** Between tries of every speed with a modem that is there and says nothing: from … to. */
  silentFirstMs: 3000,
  silentLimitMs: 60_000,
  /** Meanwhile it is asked at its own speed so often: one that was met before, and one that never was. */
  wakeKnownMs: 1000,
  wakeMs: 3000,
  /** A network modem that is silent for so long is connected to anew. */
  networkSilentMs: 8000,
  /** How long to listen for a caller-ID box before the next try. */
  listenMs: 3000,
  /** After a hang-up, the ringing must stay away for so long. */
  watchMs: defaultCallRules.watchMs,
  staleMs: defaultCallRules.staleMs,
  burstMs: defaultCallRules.burstMs,
  idWithinMs: defaultCallRules.idWithinMs,
  /** No ring for so long: the call is over. 0: by the country's cadence. */
  ringAllowanceMs: 0,
  /** After so much silence an unfinished line of the wire is taken for finished. */
  flushMs: 1200,
  /** How long a fax tone is sent: robots listen for about three seconds of it. */
  faxToneMs: 3500,
  /** From the end of a call to switching caller ID on again. */
  rearmDelayMs: 300,
  /** Idle for so long: ask whether the modem is still there. */
  heartbeatMs: 30_000,
  /** The same for a network modem. */
  networkHeartbeatMs: 15_000,
  /** Switch caller ID on again this often: modems forget it after weeks. */
  rearmMs: 3 * 60 * 60_000,
  /** Calls in a row that rang without a number until the line is called deaf; a count. */
  deafCalls: 3,
};

export type LineTimings = typeof defaultTimings;
