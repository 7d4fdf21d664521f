import type { CallerId } from '../../../shared/call.ts';
import { isSameCall, mergeCallerId } from './caller-id.ts';
import { createWireDecoder } from './wire-decoder.ts';
import type { WireEvent } from './wire-event.ts';

/** A call found in a recording; `checksum` only where the shape carries one. */
export type DecodedCall = Omit<CallerId, 'checksum'> & { checksum?: boolean };

/** Exchanges send an ID again after the next ring at the latest; one that comes after more rings is another caller's. */
const ringsOfAnotherCall = 3;

/**
 * Finds every call whose caller ID is in a recording of modem bytes, whole packets (raw or in hexadecimal) included.
 * RINGs without any caller ID make no call here: there is nothing to tell of them. Nor do message-waiting signals and
 * other packets that announce none. `push` tells the calls that are complete; the last one waits for `flush`.
 */
export function createCallFinder(): { push(bytes: Uint8Array): DecodedCall[]; flush(): DecodedCall[] } {
  const decoder = createWireDecoder();
  let open: CallerId | null = null;
  let rings = 0;
  let byBox = false;
  let openByBox = false;

  function take(event: WireEvent): DecodedCall[] {
    if (event.type === 'ring') rings++;
    // A box tells of a call once, and of nothing else where nobody lifts.
    if (event.type === 'box') byBox = true;
    if (event.type !== 'caller-id' || !event.complete) return [];
    const { callerId } = event;
    const apart = byBox || openByBox || (rings >= ringsOfAnotherCall && !isStamped(callerId));
    rings = 0;
    openByBox = byBox;
    byBox = false;
    if (open && !apart && isSameCall(open, callerId)) {
      open = mergeCallerId(open, callerId);
      return [];
    }
    const before = open;
    open = callerId;
    return before ? [told(before)] : [];
  }

  return {
    push: bytes => decoder.push(bytes).flatMap(take),
    flush() {
      const calls = decoder.flush().flatMap(take);
      if (open) calls.push(told(open));
      open = null;
      return calls;
    },
  };
}

/** Every call in a recording. */
export function decodeAll(bytes: Uint8Array): DecodedCall[] {
  const finder = createCallFinder();
  return [...finder.push(bytes), ...finder.flush()];
}

function isStamped({ date, time }: CallerId): boolean {
  return date !== null && time !== null;
}

function told({ checksum, ...call }: CallerId): DecodedCall {
  return checksum === null ? call : { ...call, checksum };
}
