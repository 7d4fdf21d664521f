import { defaultCallRules } from './call.ts';

/** Every wait of a line in one place, ms unless said otherwise; tests shorten them. */
export const defaultTimings = {
  /** For an answer to `AT` while looking for the modem's speed. */
  answerMs: 1000,
  /** For any other command. */
  commandMs: 2000,
  /** Between tries to reach a modem that is not there: from … to. At most 5 s by promise, 2 s by choice. */
  retryFirstMs: 250,
  retryLimitMs: 2000,
  /** Between tries to wake a modem that is there and says nothing: from … to. */
  silentFirstMs: 3000,
  silentLimitMs: 60_000,
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
  heartbeatMs: 60_000,
  /** Switch caller ID on again this often: modems forget it after weeks. */
  rearmMs: 3 * 60 * 60_000,
  /** Calls in a row that rang without a number until the line is called deaf; a count. */
  deafCalls: 3,
};

export type LineTimings = typeof defaultTimings;
