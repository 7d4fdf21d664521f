import type { CallerId } from '../../shared/call.ts';
import type { CallEvent } from './call-track.ts';
import type { WireEvent } from './caller-id/wire-event.ts';

export interface HearingTools {
  feed: (event: CallEvent, now: number) => void;
  /** The call that rings now, by its id. */
  currentCall: () => string | null;
  /** Do we hold the line ourselves, or did we just let go of it? Then reports of our own hook come in. */
  holdsLine: () => boolean;
  /** Does the modem echo its own off-hook as H (USR)? */
  reportsOwnHook: () => boolean;
  /** Does the modem keep to digits for results, with nothing asked? Then a 2 is a RING. */
  ringsInDigits: () => boolean;
  /** A number came, or a reason for none. */
  callerKnown: (callerId: CallerId) => void;
  /** It is no modem but a caller-ID box. */
  boxFound: () => void;
}

/** Turns what the wire says into what happens to the line's calls. */
export function createHearing(tools: HearingTools): (event: WireEvent, now: number) => void {
  const { feed } = tools;
  let lastBlock: { id: number; call: string | null } = { id: -1, call: null };

  function onCallerId({ block, callerId }: Extract<WireEvent, { type: 'caller-id' }>, now: number): void {
    // The decoder closes a block when the next RING comes: what it says then still belongs to the call of before.
    if (block === lastBlock.id && lastBlock.call !== tools.currentCall()) return;
    if (callerId.number !== null || callerId.withheld !== null) tools.callerKnown(callerId);
    feed({ type: 'caller-id', callerId }, now);
    lastBlock = { id: block, call: tools.currentCall() };
  }

  /** V.253 table 14: P and p are another telephone on the line, H and h the one behind the modem. */
  function onVoiceEvent(code: string, now: number): void {
    const isOwn = code === 'H' || code === 'h';
    if (isOwn && (tools.holdsLine() || tools.reportsOwnHook())) return;
    if (code === 'P' || code === 'H') feed({ type: 'lifted' }, now);
    else if (code === 'p' || code === 'h') feed({ type: 'put-down' }, now);
  }

  function onBox(event: Extract<WireEvent, { type: 'box' }>['event'], now: number): void {
    tools.boxFound();
    if (event === 'lifted') feed({ type: 'lifted' }, now);
    if (event === 'hung-up' || event === 'force-end') {
      feed({ type: 'over' }, now);
      feed({ type: 'put-down' }, now);
    }
  }

  return (event, now) => {
    switch (event.type) {
      case 'ring':
        feed({ type: 'ring' }, now);
        break;
      case 'cadence':
        // Beside RING, or instead of it; RINGs this close are bursts of one ring.
        if (event.edge === 'on') feed({ type: 'ring' }, now);
        break;
      case 'caller-id':
        onCallerId(event, now);
        break;
      case 'dle':
        onVoiceEvent(event.code, now);
        break;
      case 'box':
        onBox(event.event, now);
        break;
      case 'reply':
        // V.250 §5.7.1: RING of a modem that keeps to digits.
        if (event.line.trim() === '2' && tools.ringsInDigits()) feed({ type: 'ring' }, now);
        break;
      case 'other':
        break;
    }
  };
}
