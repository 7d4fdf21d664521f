import { createWireDecoder } from '../../main/line/caller-id/wire-decoder.ts';
import { encodeCall, encodeSdmf } from '../../main/line/simulated/encode.ts';
import type { SentCallerId } from '../../main/line/simulated/encode.ts';
import { callerIdShapes, join } from '../../main/line/simulated/shapes.ts';
import type { Lines } from '../../main/line/simulated/shapes.ts';

const sent: SentCallerId = { at: Date.UTC(2026, 10, 25, 5, 2), number: '15881234', name: 'A SELLER' };
const named = callerIdShapes;

const written: Record<string, Lines> = {
  'korean block, no name': named.korean(sent),
  'number only': named['number-only'](sent),
  'number, then name': named.us(sent),
  'name, then number': named['name-first'](sent),
  'number last, no name': named['name-first']({ ...sent, name: undefined }),
  'all on one line': named['one-line'](sent),
  'between CALLING MSG and END MSG': named.uk(sent),
  'MESG, spaced hex': named['mesg-hex'](sent),
  'MDMF in hex': named['hex-mdmf'](sent),
  'SDMF in hex, no checksum': named['hex-bare'](sent),
  'MDMF raw': [encodeCall(sent)],
  'SDMF raw': [encodeSdmf(sent)],
  'behind DLE': named.shielded(sent),
  '+CLIP': named.clip(sent),
  'RING;caller': named['ring-list'](sent),
};

/** Lines up to the one with whose end the number is known, that line, and what comes after it. */
export interface Shape {
  before: Uint8Array[];
  last: Uint8Array;
  after: Uint8Array;
}

function cut(lines: Lines): Shape {
  const decoder = createWireDecoder();
  const at = lines.findIndex(line =>
    decoder.push(line).some(event => event.type === 'caller-id' && event.callerId.number !== null),
  );
  const last = lines[at];
  if (!last) throw new Error('No line of this shape tells the number.');
  return { before: lines.slice(0, at), last, after: join(...lines.slice(at + 1)) };
}

/** Caller ID as different modems write it. */
export const shapes: Readonly<Record<string, Shape>> = Object.fromEntries(
  Object.entries(written).map(([name, lines]) => [name, cut(lines)]),
);
