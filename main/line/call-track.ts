import type { CallerId, CallOutcome, HangUpMethod, LineCall } from '../../shared/call.ts';

/** What happens to a line's calls. */
export type CallEvent =
  | { type: 'ring' }
  /** What one announcement said; several of one call are put together here. */
  | { type: 'caller-id'; callerId: CallerId }
  /** The delegate's answer to a `decide` effect. */
  | { type: 'verdict'; refuse: false }
  | { type: 'verdict'; refuse: true; method: HangUpMethod }
  /** The owner's "hang up now". */
  | { type: 'hang-up'; method: HangUpMethod }
  /** The hang-up's commands are through; `ok`: the modem took them. */
  | { type: 'hung-up'; ok: boolean; method: HangUpMethod }
  /** Somebody lifted or put down a receiver, where the modem can tell. */
  | { type: 'lifted' }
  | { type: 'put-down' }
  /** The device itself says that the call is over. */
  | { type: 'over' }
  | { type: 'tick' }
  | { type: 'lost' };

export type CallEffect =
  | { type: 'decide'; call: LineCall }
  | { type: 'hang-up'; call: LineCall; method: HangUpMethod; attempt: number }
  | { type: 'changed'; call: LineCall };

type Phase = 'idle' | 'ringing' | 'hanging-up' | 'watching' | 'failed';

export interface CallTrack {
  readonly phase: Phase;
  readonly call: LineCall | null;
  /** The ring that is being heard; a double burst (UK, distinctive ring) is one ring of several RINGs. */
  readonly ringStartedAt: number | null;
  readonly lastRingAt: number | null;
  /** RINGs since the last caller ID, and since the last hang-up. */
  readonly ringsSinceId: number;
  readonly ringsSinceHangUp: number;
  /** Rings of this call, where several RINGs of one double burst are one. */
  readonly rounds: number;
  /** The pause before the last ring was longer than this line's cadence allows. */
  readonly oddPause: boolean;
  /** How much was known when the verdict was last asked for; -1: not asked yet. */
  readonly askedRank: number;
  readonly phaseAt: number;
  /** The first RING after a hang-up that may be the next call's. */
  readonly suspectAt: number | null;
  /** It rang while the modem was off-hook: the exchange did not notice. */
  readonly rangThrough: boolean;
  /** A receiver is off, as the modem tells. */
  readonly inUse: boolean;
  /** Until then somebody may be talking: a call stopped ringing, perhaps because it was answered. */
  readonly perhapsTalkingUntil: number;
  /** The number came first where the country sends it later: wait for a RING, it may be call waiting. */
  readonly waitsForRing: boolean;
}

export interface CallRules {
  readonly line: string;
  newId(): string;
  /** From one ring to the next, ms: 3000 in Korea, 6000 in North America. */
  readonly ringPeriodMs: number;
  /** No ring for so long: the call is over, ms. */
  readonly ringAllowanceMs: number;
  /** Does the country send the number before the first ring (line reversal)? */
  readonly idBeforeRing: boolean;
  /** How long after a hang-up the ringing must stay away, ms. */
  readonly watchMs: number;
  /** RINGs this close after the hang-up were on their way already, ms. */
  readonly staleMs: number;
  /** RINGs this close together are bursts of one ring, ms. */
  readonly burstMs: number;
  /** Where a caller ID comes at all, it comes within this time after the ring, ms. */
  readonly idWithinMs: number;
}

export const defaultCallRules = {
  ringPeriodMs: 3000,
  ringAllowanceMs: 7000,
  idBeforeRing: false,
  watchMs: 7000,
  staleMs: 300,
  burstMs: 1500,
  idWithinMs: 2500,
};

/** A call is over when no ring came for two periods and a bit: one RING lost on the way does not tear it in two. */
export const ringAllowanceMs = (ringPeriodMs: number): number =>
  Math.min(13_000, Math.max(7000, 2 * ringPeriodMs + 1000));

export const idleTrack: CallTrack = {
  phase: 'idle',
  call: null,
  ringStartedAt: null,
  lastRingAt: null,
  ringsSinceId: 0,
  ringsSinceHangUp: 0,
  rounds: 0,
  oddPause: false,
  askedRank: -1,
  phaseAt: 0,
  suspectAt: null,
  rangThrough: false,
  inUse: false,
  perhapsTalkingUntil: 0,
  waitsForRing: false,
};

export interface CallStep {
  track: CallTrack;
  effects: CallEffect[];
}

/** How long after an answered-looking call a lone number is taken for call waiting, ms. */
const talkMs = 60 * 60_000;

/** A new call on a line that was quiet, or whose last call was found to be over. */
export function begin(
  track: CallTrack,
  now: number,
  rules: CallRules,
  first: { rings: number; startedAt: number; callerId: CallerId | null },
): CallTrack & { call: LineCall } {
  const call: LineCall = {
    id: rules.newId(),
    line: rules.line,
    startedAt: first.startedAt,
    endedAt: null,
    rings: first.rings,
    callerId: first.callerId,
    state: 'ringing',
    outcome: null,
    hangUp: null,
  };
  return {
    ...idleTrack,
    inUse: track.inUse,
    perhapsTalkingUntil: track.perhapsTalkingUntil,
    phase: 'ringing',
    phaseAt: now,
    call,
    rounds: first.rings,
    ringStartedAt: first.rings > 0 ? first.startedAt : null,
    lastRingAt: first.rings > 0 ? first.startedAt : null,
    ringsSinceId: first.callerId ? 0 : first.rings,
  };
}

/** The call is over; the line is quiet again. */
export function end(track: CallTrack, outcome: CallOutcome, now: number, endedAt = now): CallStep {
  if (!track.call) return { track, effects: [] };
  const call: LineCall = { ...track.call, state: 'ended', outcome, endedAt };
  return {
    track: {
      ...idleTrack,
      inUse: track.inUse,
      perhapsTalkingUntil: outcome === 'stopped' || outcome === 'answered' ? now + talkMs : 0,
    },
    effects: [{ type: 'changed', call }],
  };
}
