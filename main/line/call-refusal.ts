import type { HangUpMethod, LineCall } from '../../shared/call.ts';
import { end } from './call-track.ts';
import type { CallRules, CallStep, CallTrack } from './call-track.ts';

/*
 * The part of a call that is refused: off-hook, on-hook, then looking whether the ringing stays away; once more if not, and
 * then the owner is told.
 */

const maxAttempts = 2;
/** RINGs that come this soon after ATH1 were on their way; later ones mean that the exchange noticed nothing, ms. */
const onTheWayMs = 500;

export function startHangUp(
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

export function onHungUp(track: CallTrack, ok: boolean, method: HangUpMethod, now: number): CallStep {
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

export function ringsOn(track: CallTrack, now: number): CallStep {
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

/** A RING while the modem holds the line. `rung`: the track with this RING counted. */
export function ringWhileHeld(track: CallTrack, rung: CallTrack, now: number): CallTrack {
  return { ...rung, rangThrough: now - track.phaseAt > onTheWayMs };
}

/** A RING after the hang-up: one may be the next caller's, whose number then follows; two without a number are the old one's. */
export function ringAfterHangUp(
  track: CallTrack,
  rung: CallTrack & { call: LineCall },
  isBurst: boolean,
  now: number,
  rules: CallRules,
): CallStep {
  const effects: CallStep['effects'] = [{ type: 'changed', call: rung.call }];
  if (now - track.phaseAt < rules.staleMs) return { track: rung, effects };
  const isAnother = !isBurst || track.ringsSinceHangUp === 0;
  const rings = isAnother ? track.ringsSinceHangUp + 1 : track.ringsSinceHangUp;
  const suspect = { ...rung, ringsSinceHangUp: rings, suspectAt: track.suspectAt ?? now };
  return rings >= 2 || track.rangThrough ? ringsOn(suspect, now) : { track: suspect, effects };
}

/** The ringing stayed away for as long as it was watched. */
export function calmAfterHangUp(track: CallTrack, now: number): CallStep {
  return track.call?.hangUp?.verified === false
    ? end(track, 'stopped', now)
    : end(verified(track), 'refused', now, track.call?.endedAt ?? now);
}

export function verified(track: CallTrack): CallTrack {
  if (!track.call?.hangUp) return track;
  return { ...track, call: { ...track.call, hangUp: { ...track.call.hangUp, verified: true } } };
}
