import type { CallerId } from '../../../shared/call.ts';
import { isSameCall, mergeCallerId } from './caller-id.ts';
import { createWireDecoder } from './wire-decoder.ts';

/** A call found in a recording; `checksum` only where the shape carries one. */
export type DecodedCall = Omit<CallerId, 'checksum'> & { checksum?: boolean };

/**
 * Every call whose caller ID is in a recording of modem bytes, whole packets (raw or in hexadecimal) included.
 * RINGs without any caller ID make no call here: there is nothing to tell of them. Nor do message-waiting signals and
 * other packets that announce none.
 */
export function decodeAll(bytes: Uint8Array): DecodedCall[] {
  const decoder = createWireDecoder();
  const events = [...decoder.push(bytes), ...decoder.flush()];
  const calls: CallerId[] = [];
  for (const event of events) {
    if (event.type !== 'caller-id' || !event.complete) continue;
    const last = calls.at(-1);
    if (last && isSameCall(last, event.callerId)) calls.splice(-1, 1, mergeCallerId(last, event.callerId));
    else calls.push(event.callerId);
  }
  return calls.map(({ checksum, ...call }) => (checksum === null ? call : { ...call, checksum }));
}
