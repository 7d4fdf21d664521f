import { expect, test } from 'vitest';
import { createSimulatedCidBox } from '../../../main/line/simulated/cid-box.ts';
import { createExchange } from '../../../main/line/simulated/exchange.ts';
import { fakeTimers } from '../../../main/line/simulated/timers.ts';

function boxed() {
  const timers = fakeTimers();
  const box = createSimulatedCidBox(timers);
  const exchange = createExchange(box, { timers });
  let said = '';
  box.onOutput(bytes => void (said += Buffer.from(bytes).toString('latin1')));
  return { timers, box, exchange, said: () => said };
}

test('a caller-ID box reports the number, that the phone was lifted, and that it was hung up', () => {
  const { timers, exchange, said } = boxed();
  exchange.placeCall({ number: '01012345678', pickedUpAfterRings: 2 });
  timers.advance(30_000);
  expect(said()).toBe('\x021I01012345678       \x03\x021S                  \x03\x021E                  \x03');
});

test('a caller-ID box reports a withheld number by its letter', () => {
  const { timers, exchange, said } = boxed();
  exchange.placeCall({ number: null, withheld: 'unavailable' });
  timers.advance(30_000);
  expect(said()).toBe('\x021IO                 \x03');
});

test('a caller-ID box knows no AT, only the question who it is', () => {
  const { box, said } = boxed();
  box.input(Buffer.from('ATE0V1\rAT+VCID=1\r'));
  expect(said()).toBe('');
  box.input(Buffer.from('\x021P'));
  box.input(Buffer.from('                  \x03'));
  expect(said()).toBe('\x021P                  \x03');
});
