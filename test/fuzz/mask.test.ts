import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeAll } from '../../main/line/caller-id/decode-all.ts';
import { createMask } from '../../main/line/mask.ts';
import { callerIdShapeKeys, callerIdShapes, join } from '../../main/line/simulated/shapes.ts';

const mobile = fc.integer({ min: 20_000_000, max: 99_999_999 }).map(rest => `010${String(rest)}`);
const syllables = fc
  .array(fc.constantFrom('KIM', 'MIN', 'SU', 'LEE', 'JI', 'PARK', '김', '민', '수', '홍길'), {
    minLength: 2,
    maxLength: 4,
  })
  .map(parts => parts.join(''));

function maskAll(bytes: Uint8Array): Uint8Array {
  const mask = createMask();
  return Uint8Array.from([...mask.push(bytes), ...mask.flush()]);
}

test.each(callerIdShapeKeys)(
  'in the shape %s no number and no name gets through, and the call stays',
  shape => {
    fc.assert(
      fc.property(mobile, syllables, (number, name) => {
        const lines = callerIdShapes[shape]({ number, name, at: Date.UTC(2026, 10, 25, 1, 30) });
        const bytes = join(
          new TextEncoder().encode('\r\nRING\r\n'),
          ...lines,
          new TextEncoder().encode('\r\nRING\r\n'),
        );
        const [call] = decodeAll(bytes);
        const masked = maskAll(bytes);
        const [again] = decodeAll(masked);
        expect(masked).toHaveLength(bytes.length);
        if (call?.number == null) return;
        expect(again).toMatchObject({
          number: call.number.slice(0, call.number.startsWith('1') ? 4 : 3).padEnd(call.number.length, '0'),
          date: call.date,
          time: call.time,
          withheld: null,
        });
        expect(again?.checksum).toBe(call.checksum);
        if (call.name !== null) expect(again?.name).toMatch(/^X+$/);
      }),
      { numRuns: 60 },
    );
  },
);
