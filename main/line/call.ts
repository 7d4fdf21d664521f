import type { CallerId, LineCall } from '../../shared/call.ts';
import { mergeCallerId, rank, sameCallerId } from './announcement.ts';
import {
  calmAfterHangUp,
  onHungUp,
  ringAfterHangUp,
  ringsOn,
  ringWhileHeld,
  startHangUp,
} from './call-refusal.ts';
import { begin, end, idleTrack } from './call-track.ts';
import type { CallEffect, CallEvent, CallRules, CallStep, CallTrack } from './call-track.ts';
import { isAnotherCall, nextCall } from './next-call.ts';

/*
 * One line's calls as a pure state machine: no timers, no ports, no modem.
 *
 *             ring, caller id            verdict: refuse            hung up
 *   idle ──────────────────────▶ ringing ───────────────▶ hanging-up ─────────▶ watching ──▶ idle
 *                                   │ ▲                        ▲   rings on, first time │
 *                      no ring for  │ │ owner's "hang up now"  └────────────────────────┤
 *                      too long     ▼ │                            rings on again       ▼
 *                                 idle └───────────────────────────────────────────── failed ──▶ idle
 *
 * What is known of a call is in call-track.ts, refusing it in call-refusal.ts, telling calls apart in next-call.ts.
 */

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
      return { track: ringWhileHeld(track, rung, now), effects: changed };
    case 'watching':
      return ringAfterHangUp(track, rung, isBurst, now, rules);
    case 'failed':
      return { track: rung, effects: changed };
  }
}

function onCallerId(track: CallTrack, callerId: CallerId, now: number, rules: CallRules): CallStep {
  const { call } = track;
  if (!call) {
    const begun = begin(track, now, rules, { rings: 0, startedAt: now, callerId });
    const changed: CallEffect[] = [{ type: 'changed', call: begun.call }];
    // Call waiting: somebody is talking; it is shown, and acted on only if it rings after all.
    if (track.inUse || (!rules.idBeforeRing && now < track.perhapsTalkingUntil))
      return { track: { ...begun, waitsForRing: true }, effects: changed };
    return rank(callerId) > 0 ? ask(begun, changed) : { track: begun, effects: changed };
  }
  if (track.phase !== 'hanging-up' && isAnotherCall(track, call, callerId)) {
    const { track: begun, effects } = nextCall({ ...track, call }, callerId, now, rules);
    const step = ask(begun, [{ type: 'changed', call: begun.call }]);
    return { track: step.track, effects: [...effects, ...step.effects] };
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
      return track.suspectAt === null ? calmAfterHangUp(track, now) : ringsOn(track, now);
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

function andThen(first: CallStep, then: (track: CallTrack) => CallStep): CallStep {
  const second = then(first.track);
  return { track: second.track, effects: [...first.effects, ...second.effects] };
}
