import type { CallerId, CallOutcome, HangUpMethod, LineCall } from '../../shared/call.ts';
import { mergeCallerId, rank, sameCallerId, sameNumber, topRank } from './announcement.ts';

/**
 * One line's calls as a pure state machine: no timers, no ports, no modem.
 *
 *             ring, caller id            verdict: refuse            hung up
 *   idle ──────────────────────▶ ringing ───────────────▶ hanging-up ─────────▶ watching ──▶ idle
 *                                   │ ▲                        ▲   rings on, first time │
 *                      no ring for  │ │ owner's "hang up now"  └────────────────────────┤
 *                      too long     ▼ │                            rings on again       ▼
 *                                 idle └───────────────────────────────────────────── failed ──▶ idle
 */
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

/** How long after an answered-looking call a lone number is taken for call waiting, ms. */
const talkMs = 60 * 60_000;
const maxAttempts = 2;

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

/** A call is over when no ring came for two periods and a bit: one RING lost on the way does not tear it in two. */
export const ringAllowanceMs = (ringPeriodMs: number): number =>
  Math.min(13_000, Math.max(7000, 2 * ringPeriodMs + 1000));

export interface CallStep {
  track: CallTrack;
  effects: CallEffect[];
}

/** The next state and what to do for it. Effects are in the order in which they must happen. */
export function next(track: CallTrack, event: CallEvent, now: number, rules: CallRules): CallStep {
  switch (event.type) {
    case 'ring':
      return onRing(track, now, rules);
    case 'caller-id':
      return onCallerId(track, event.callerId, now, rules);
    case 'verdict':
      return event.refuse ? startHangUp(track, event.method, 'guard', now) : { track, effects: [] };
    case 'hang-up':
      return track.phase === 'ringing' || track.phase === 'failed'
        ? startHangUp(track, event.method, 'owner', now)
        : { track, effects: [] };
    case 'hung-up':
      return onHungUp(track, event.ok, event.method, now);
    case 'lifted':
      return onLifted(track, now);
    case 'put-down':
      return { track: { ...track, inUse: false }, effects: [] };
    case 'over':
      return track.phase === 'ringing' ? end(track, 'missed', now) : { track, effects: [] };
    case 'tick':
      return onTick(track, now, rules);
    case 'lost':
      return onLost(track, now);
  }
}

/** When the next `tick` is due, if nothing else happens; null: never. */
export function wakeAt(track: CallTrack, rules: CallRules): number | null {
  switch (track.phase) {
    case 'idle':
    case 'hanging-up':
      return null;
    case 'ringing': {
      const over = lastSign(track) + rules.ringAllowanceMs;
      return undecidedBursts(track) ? Math.min(over, (track.call?.startedAt ?? 0) + rules.idWithinMs) : over;
    }
    case 'watching': {
      const calm = track.phaseAt + rules.watchMs;
      return track.suspectAt === null ? calm : track.suspectAt + rules.idWithinMs;
    }
    case 'failed':
      return lastSign(track) + rules.ringAllowanceMs;
  }
}

const lastSign = (track: CallTrack): number => Math.max(track.lastRingAt ?? 0, track.phaseAt);

const undecidedBursts = (track: CallTrack): boolean =>
  track.askedRank < 0 && (track.call?.rings ?? 0) > 1 && !track.waitsForRing;

function begin(
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

function end(track: CallTrack, outcome: CallOutcome, now: number, endedAt = now): CallStep {
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

function onRing(track: CallTrack, now: number, rules: CallRules): CallStep {
  const { call } = track;
  if (!call) {
    // A line that rings is not in use, whatever was told before.
    const begun = begin({ ...track, inUse: false }, now, rules, { rings: 1, startedAt: now, callerId: null });
    return { track: begun, effects: [{ type: 'changed', call: begun.call }] };
  }
  const pauseMs = track.lastRingAt === null ? 0 : now - track.lastRingAt;
  const isBurst = track.ringStartedAt !== null && now - track.ringStartedAt < rules.burstMs;
  const rung: CallTrack & { call: LineCall } = {
    ...track,
    call: { ...call, rings: call.rings + 1 },
    rounds: isBurst ? track.rounds : track.rounds + 1,
    ringStartedAt: isBurst ? track.ringStartedAt : now,
    lastRingAt: now,
    ringsSinceId: track.ringsSinceId + 1,
    oddPause: pauseMs > 1.5 * rules.ringPeriodMs,
    inUse: false,
    waitsForRing: false,
  };
  const changed: CallEffect[] = [{ type: 'changed', call: rung.call }];
  switch (track.phase) {
    case 'idle':
    case 'ringing': {
      if (pauseMs > rules.ringAllowanceMs) {
        const ended = end(track, 'stopped', now, track.lastRingAt ?? now);
        return andThen(ended, before => onRing(before, now, rules));
      }
      // The second ring without a number, or the ring that a lone number waited for.
      const due = track.waitsForRing || (track.askedRank < 0 && rung.rounds >= 2);
      return due ? ask(rung, changed) : { track: rung, effects: changed };
    }
    case 'hanging-up':
      return {
        track: { ...rung, rangThrough: now - track.phaseAt > 500 },
        effects: changed,
      };
    case 'watching': {
      if (now - track.phaseAt < rules.staleMs) return { track: rung, effects: changed };
      const again =
        !isBurst || track.ringsSinceHangUp === 0 ? track.ringsSinceHangUp + 1 : track.ringsSinceHangUp;
      const suspect = { ...rung, ringsSinceHangUp: again, suspectAt: track.suspectAt ?? now };
      // One RING may be the next caller's, whose number then follows; two without a number are the old one's.
      return again >= 2 || track.rangThrough ? ringsOn(suspect, now) : { track: suspect, effects: changed };
    }
    case 'failed':
      return { track: rung, effects: changed };
  }
}

function ringsOn(track: CallTrack, now: number): CallStep {
  const { call } = track;
  if (!call?.hangUp) return { track, effects: [] };
  if (call.hangUp.attempts < maxAttempts)
    return startHangUp(track, call.hangUp.method, call.hangUp.asked, now);
  const failed: LineCall = {
    ...call,
    state: 'ringing',
    outcome: 'refusal-failed',
    hangUp: { ...call.hangUp, verified: false },
  };
  return {
    track: { ...track, phase: 'failed', phaseAt: now, call: failed },
    effects: [{ type: 'changed', call: failed }],
  };
}

function onCallerId(track: CallTrack, callerId: CallerId, now: number, rules: CallRules): CallStep {
  const { call } = track;
  if (!call) {
    const begun = begin(track, now, rules, { rings: 0, startedAt: now, callerId });
    const changed: CallEffect[] = [{ type: 'changed', call: begun.call }];
    // Call waiting: somebody is talking; it is shown and never acted on.
    if (track.inUse) return { track: { ...begun, askedRank: topRank }, effects: changed };
    if (!rules.idBeforeRing && now < track.perhapsTalkingUntil)
      return { track: { ...begun, waitsForRing: true }, effects: changed };
    return rank(callerId) > 0 ? ask(begun, changed) : { track: begun, effects: changed };
  }
  const another = isAnotherCall(track, call, callerId);
  if (another && track.phase !== 'hanging-up') {
    const stolen = track.ringsSinceId > 0 || track.ringsSinceHangUp > 0;
    const startedAt = stolen ? (track.ringStartedAt ?? now) : now;
    const before = stolen ? { ...track, call: { ...call, rings: Math.max(0, call.rings - 1) } } : track;
    const outcome: CallOutcome =
      track.phase === 'watching' ? 'refused' : track.phase === 'failed' ? 'refusal-failed' : 'stopped';
    const ended = end(verified(before, track.phase === 'watching'), outcome, startedAt);
    const begun = begin(ended.track, now, rules, { rings: stolen ? 1 : 0, startedAt, callerId });
    const step = ask({ ...begun, perhapsTalkingUntil: 0 }, [{ type: 'changed', call: begun.call }]);
    return { track: step.track, effects: [...ended.effects, ...step.effects] };
  }
  const merged = mergeCallerId(call.callerId, callerId);
  const known: CallTrack & { call: LineCall } = {
    ...track,
    call: { ...call, callerId: merged },
    ringsSinceId: 0,
    phaseAt: track.phase === 'ringing' ? now : track.phaseAt,
  };
  const changed: CallEffect[] = sameCallerId(call.callerId, merged)
    ? []
    : [{ type: 'changed', call: known.call }];
  if (track.phase === 'watching' && track.suspectAt !== null) return ringsOn(known, now);
  const asks =
    track.phase === 'ringing' && !track.waitsForRing && rank(merged) > Math.max(0, track.askedRank);
  return asks ? ask(known, changed) : { track: known, effects: changed };
}

function ask(track: CallTrack & { call: LineCall }, after: CallEffect[]): CallStep {
  return {
    track: { ...track, askedRank: rank(track.call.callerId) },
    // The verdict first: a refused call is hung up before anything is told about it.
    effects: [{ type: 'decide', call: track.call }, ...after],
  };
}

function startHangUp(
  track: CallTrack,
  method: HangUpMethod,
  asked: 'guard' | 'owner',
  now: number,
): CallStep {
  if (!track.call || track.phase === 'hanging-up') return { track, effects: [] };
  const attempt = (track.call.hangUp?.attempts ?? 0) + 1;
  const call: LineCall = {
    ...track.call,
    state: 'hanging-up',
    outcome: null,
    hangUp: { method, attempts: attempt, verified: null, asked },
  };
  return {
    track: {
      ...track,
      phase: 'hanging-up',
      phaseAt: now,
      call,
      suspectAt: null,
      ringsSinceHangUp: 0,
      rangThrough: false,
    },
    effects: [
      { type: 'hang-up', call, method, attempt },
      { type: 'changed', call },
    ],
  };
}

function onHungUp(track: CallTrack, ok: boolean, method: HangUpMethod, now: number): CallStep {
  if (track.phase !== 'hanging-up' || !track.call?.hangUp) return { track, effects: [] };
  const call: LineCall = {
    ...track.call,
    endedAt: ok ? now : null,
    hangUp: { ...track.call.hangUp, method, verified: ok ? null : false },
  };
  return {
    track: { ...track, phase: 'watching', phaseAt: now, call, ringsSinceHangUp: 0, suspectAt: null },
    effects: [{ type: 'changed', call }],
  };
}

function onLifted(track: CallTrack, now: number): CallStep {
  const lifted = { ...track, inUse: true };
  // While we hold the line ourselves, the report is about us.
  return track.phase === 'ringing' ? end(lifted, 'answered', now) : { track: lifted, effects: [] };
}

function onTick(track: CallTrack, now: number, rules: CallRules): CallStep {
  const due = wakeAt(track, rules);
  if (due === null || now < due || !track.call) return { track, effects: [] };
  switch (track.phase) {
    case 'idle':
    case 'hanging-up':
      return { track, effects: [] };
    case 'ringing':
      if (now < lastSign(track) + rules.ringAllowanceMs) return ask({ ...track, call: track.call }, []);
      return end(track, 'stopped', now, track.lastRingAt ?? now);
    case 'watching':
      if (track.suspectAt !== null) return ringsOn(track, now);
      return track.call.hangUp?.verified === false
        ? end(track, 'stopped', now)
        : end(verified(track, true), 'refused', now, track.call.endedAt ?? now);
    case 'failed':
      return end(track, 'refusal-failed', now, track.lastRingAt ?? now);
  }
}

function onLost(track: CallTrack, now: number): CallStep {
  const { call } = track;
  if (!call) return { track: idleTrack, effects: [] };
  const refused = track.phase === 'watching' && call.hangUp?.verified !== false;
  const outcome = track.phase === 'failed' ? 'refusal-failed' : refused ? 'refused' : 'interrupted';
  const ended = end(track, outcome, now, call.endedAt ?? now);
  return { track: idleTrack, effects: ended.effects };
}

function verified(track: CallTrack, value: boolean): CallTrack {
  if (!value || !track.call?.hangUp) return track;
  return { ...track, call: { ...track.call, hangUp: { ...track.call.hangUp, verified: true } } };
}

function andThen(first: CallStep, then: (track: CallTrack) => CallStep): CallStep {
  const second = then(first.track);
  return { track: second.track, effects: [...first.effects, ...second.effects] };
}

function isAnotherCall(track: CallTrack, call: LineCall, incoming: CallerId): boolean {
  const known = call.callerId;
  const rang = track.ringsSinceHangUp > 0;
  if (track.phase === 'watching' && !rang && incoming.number === null) return false;
  if (known?.number != null && incoming.number !== null) {
    if (!sameNumber(known.number, incoming.number))
      // A sound report right after a doubtful one corrects it.
      return known.checksum !== false || track.ringsSinceId > 0;
    return track.phase === 'ringing' && track.oddPause && track.ringsSinceId > 0;
  }
  if (track.phase === 'watching') return rang && incoming.number !== null;
  // Nothing tells a repeated "withheld" from a second caller but a pause that the cadence does not allow.
  return known !== null && rank(known) > 0 && track.oddPause && track.ringsSinceId > 0;
}
