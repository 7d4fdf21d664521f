import type { CallerId, CallOutcome, LineCall } from '../../shared/call.ts';
import { rank, sameNumber } from './announcement.ts';
import { verified } from './call-refusal.ts';
import { begin, end } from './call-track.ts';
import type { CallRules, CallStep, CallTrack } from './call-track.ts';

/** Does this caller ID announce another call than the one that is known? */
export function isAnotherCall(track: CallTrack, call: LineCall, incoming: CallerId): boolean {
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

/** Ends the call of before and begins the one that the caller ID announces, with the RING that was already its own. */
export function nextCall(
  track: CallTrack & { call: LineCall },
  callerId: CallerId,
  now: number,
  rules: CallRules,
): CallStep & { track: CallTrack & { call: LineCall } } {
  const { call, phase } = track;
  const stolen = track.ringsSinceId > 0 || track.ringsSinceHangUp > 0;
  const startedAt = stolen ? (track.ringStartedAt ?? now) : now;
  const before = stolen ? { ...track, call: { ...call, rings: Math.max(0, call.rings - 1) } } : track;
  const ended = end(phase === 'watching' ? verified(before) : before, outcomeOf[phase], startedAt);
  const begun = begin(ended.track, now, rules, { rings: stolen ? 1 : 0, startedAt, callerId });
  return { track: { ...begun, perhapsTalkingUntil: 0 }, effects: ended.effects };
}

const outcomeOf: Readonly<Record<CallTrack['phase'], CallOutcome>> = {
  idle: 'stopped',
  ringing: 'stopped',
  'hanging-up': 'refused',
  watching: 'refused',
  failed: 'refusal-failed',
};
