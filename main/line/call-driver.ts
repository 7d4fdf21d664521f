import type { HangUpMethod, LineCall } from '../../shared/call.ts';
import { next, wakeAt } from './call.ts';
import { idleTrack } from './call-track.ts';
import type { CallEffect, CallEvent, CallRules, CallTrack } from './call-track.ts';
import type { Timers } from './timers.ts';

export interface CallDriverTools {
  timers: Timers;
  rules(): CallRules;
  decide(call: LineCall): { refuse: false } | { refuse: true; method: HangUpMethod };
  /** Begins to hang up: the first command is written before this returns. */
  startHangUp(method: HangUpMethod): void;
  callChanged(call: LineCall): void;
  callEnded(call: LineCall): void;
  /** It rings now, or no more, or a receiver was lifted or put down. */
  phaseChanged(): void;
}

/** Runs the pure machine of call.ts in real time. */
export interface CallDriver {
  readonly track: () => CallTrack;
  readonly feed: (event: CallEvent, now: number) => void;
  /** Tells what changed; apart from `feed`, so that a whole piece of the wire is acted on before anything is told. */
  readonly tell: () => void;
}

export function createCallDriver(tools: CallDriverTools): CallDriver {
  const { timers } = tools;
  let track: CallTrack = idleTrack;
  let changed: LineCall | null = null;
  let tick: { at: number; cancel: () => void } | null = null;

  function feed(event: CallEvent, now: number): void {
    const before = track;
    const step = next(track, event, now, tools.rules());
    track = step.track;
    for (const effect of step.effects) act(effect, now);
    if (before.phase !== track.phase || before.inUse !== track.inUse) tools.phaseChanged();
    planTick();
  }

  function act(effect: CallEffect, now: number): void {
    switch (effect.type) {
      case 'decide': {
        const answer = tools.decide(effect.call);
        if (answer.refuse) feed({ type: 'verdict', ...answer }, now);
        return;
      }
      case 'hang-up':
        tools.startHangUp(effect.method);
        return;
      case 'changed':
        onChanged(effect.call);
        return;
    }
  }

  function onChanged(call: LineCall): void {
    // The newest state of a call is told; another call's last word goes out first.
    const newest = track.call?.id === call.id ? track.call : call;
    if (changed && changed.id !== newest.id) tell();
    changed = newest;
    if (newest.state === 'ended') tools.callEnded(newest);
  }

  function tell(): void {
    const call = changed;
    changed = null;
    if (call) tools.callChanged(call);
  }

  function planTick(): void {
    const at = wakeAt(track, tools.rules());
    if (at === tick?.at) return;
    // One that falls due too early finds nothing to do and plans anew; it is cheaper than a timer per RING.
    if (at !== null && tick && tick.at < at) return;
    tick?.cancel();
    tick = null;
    if (at === null) return;
    const cancel = timers.after(Math.max(0, at - timers.now()), () => {
      tick = null;
      feed({ type: 'tick' }, timers.now());
      tell();
    });
    tick = { at, cancel };
  }

  return { track: () => track, feed, tell };
}
