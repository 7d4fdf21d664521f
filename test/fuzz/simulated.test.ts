import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createExchange } from '../../main/line/simulated/exchange.ts';
import { createSimulatedModem } from '../../main/line/simulated/modem.ts';
import { personalityKeys } from '../../main/line/simulated/personalities.ts';
import { createPlayback } from '../../main/line/simulated/playback.ts';
import { fakeTimers } from '../../main/line/simulated/timers.ts';

const anyKind = fc.constantFrom(...personalityKeys);
const commands = fc.constantFrom(
  'E0',
  'V0',
  'Q1',
  '+FCLASS=8',
  '+FCLASS=1',
  '+VLS=1',
  '+VTX',
  '+VRX',
  'A',
  'H1',
  'H0',
  'S0=1',
  '+VCID=1',
  '#CID=2',
  'Z',
  '&F',
  'S7=1',
  'D5',
  '+VRID',
);
const anyInput = fc.oneof(
  fc.uint8Array({ maxLength: 64 }),
  fc.array(commands, { maxLength: 5 }).map(bodies => Buffer.from(`AT${bodies.join('')}\r`)),
  commands.map(body => Buffer.from(`AT${body}\r`)),
);

test('no bytes, in any pieces, at any moment of a call, upset the modem', () => {
  fc.assert(
    fc.property(anyKind, fc.array(fc.tuple(anyInput, fc.nat(4000)), { maxLength: 30 }), (kind, steps) => {
      const timers = fakeTimers();
      const modem = createSimulatedModem(kind, { timers });
      const exchange = createExchange(modem, { timers });
      exchange.placeCall({ number: '15881234', rings: 30, again: { times: 1, afterMs: 100 } });
      for (const [bytes, waitMs] of steps) {
        modem.input(bytes);
        timers.advance(waitMs);
      }
      exchange.close();
      modem.powerCycle();
      let said = '';
      modem.onOutput(bytes => void (said += Buffer.from(bytes).toString('latin1')));
      modem.input(Buffer.from('\rATE0\rAT\r'));
      timers.advance(1);
      expect(said).toMatch(/OK\r\n$/);
      expect(modem.state.offHook).toBe(false);
    }),
    { numRuns: 300 },
  );
});

test('the same bytes in other pieces get the same answer', () => {
  fc.assert(
    fc.property(
      anyKind,
      fc.array(anyInput, { maxLength: 8 }),
      fc.integer({ min: 1, max: 7 }),
      (kind, inputs, size) => {
        const whole = Buffer.concat(
          inputs.filter(
            input =>
              !Buffer.from(input)
                .toString('latin1')
                .match(/A(?!T)|VRX|RX/i),
          ),
        );
        const answer = (piece: number): string => {
          const modem = createSimulatedModem(kind, { timers: fakeTimers() });
          let said = '';
          modem.onOutput(bytes => void (said += Buffer.from(bytes).toString('latin1')));
          for (let at = 0; at < whole.length; at += piece) modem.input(whole.subarray(at, at + piece));
          return said;
        };
        expect(answer(size)).toBe(answer(Math.max(1, whole.length)));
      },
    ),
    { numRuns: 200 },
  );
});

test('no bytes upset a playback', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array(), { maxLength: 20 }), inputs => {
      const timers = fakeTimers();
      const playback = createPlayback([{ t: 0, dir: 'in', bytes: '\r\nRING\r\n', encoding: 'text' }], {
        timers,
      });
      playback.start();
      for (const bytes of inputs) playback.input(bytes);
      timers.advance(10_000);
      expect(playback.isOver).toBe(true);
    }),
    { numRuns: 100 },
  );
});
