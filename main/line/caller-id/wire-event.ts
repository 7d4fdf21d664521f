import type { CallerId } from '../../../shared/call.ts';
import type { BoxEvent } from './korean-box.ts';

/**
 * What a line's bytes say, in the order in which they said it.
 *
 * caller-id: what is known so far of one block (`block` counts up; an exchange that sends the ID twice makes two, see
 * mergeCallerId). `known`: its number has come, or it is sure that none does: decide now. `complete`: the block is over.
 * ring: one ring. cadence: a distinctive ring's edge (DRON/DROF), beside or instead of RINGs.
 * reply: any other whole line (OK, ERROR, CONNECT, identity, echo). dle: a voice-class event, by its letter.
 * box: a frame of a Korean caller-ID box. other: a packet or record that is no call (message waiting, outgoing …).
 */
export type WireEvent =
  | { type: 'ring'; distinctive: string | null }
  | { type: 'cadence'; edge: 'on' | 'off'; ms: number }
  | { type: 'caller-id'; block: number; callerId: CallerId; known: boolean; complete: boolean }
  | { type: 'reply'; line: string }
  | { type: 'dle'; code: string }
  | { type: 'box'; event: BoxEvent; line: string; payload: string }
  | { type: 'other'; what: string };

export type WireDecoder = {
  /** Takes bytes as they came, in any portions; tells what they completed. Never throws. */
  push(bytes: Uint8Array): WireEvent[];
  /** The wire fell silent or ended: takes what was begun for finished. */
  flush(): WireEvent[];
  /** Bytes held back at the moment; never more than `wireBufferLimit`. */
  buffered(): number;
};
