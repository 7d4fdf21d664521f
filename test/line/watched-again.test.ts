import { SerialPort } from 'serialport';
import { expect, test } from 'vitest';
import { defaultTimings } from '../../main/line/timings.ts';
import { bench, korean, pause, until, watching } from './bench.ts';
import type { Bench } from './bench.ts';

/** The promise. Where the machine is busy the test waits longer: it proves that, not when. */
const { retryFirstMs, retryLimitMs, wakeKnownMs, answerMs } = defaultTimings;
const real = { retryFirstMs, retryLimitMs, wakeKnownMs, answerMs };

const seen = (line: Bench): Promise<void> => until(() => line.line.status().state === 'unplugged');

/** Takes the modem away and brings it back, each in its own way. */
const ways: [string, (line: Bench) => Promise<void>][] = [
  [
    'at once',
    async line => {
      await line.cable.unplug();
      await line.cable.replug();
    },
  ],
  [
    'after half a second',
    async line => {
      await line.cable.unplug();
      await pause(500);
      await line.cable.replug();
    },
  ],
  [
    'three times in a row',
    async line => {
      for (let times = 0; times < 3; times++) {
        await line.cable.unplug();
        await pause(120);
        await line.cable.replug();
        await pause(250);
      }
    },
  ],
  [
    'when the pauses between tries are longest',
    async line => {
      await line.cable.unplug();
      await seen(line);
      await pause(3500);
      await line.cable.replug();
    },
  ],
  [
    'while another program looks at it',
    async line => {
      await line.cable.unplug();
      await seen(line);
      await line.cable.replug();
      const other = new SerialPort({ path: line.cable.path, baudRate: 9600, autoOpen: false });
      await new Promise<void>(resolve => other.open(() => resolve()));
      await pause(1200);
      if (other.isOpen) await new Promise<void>(resolve => other.close(() => resolve()));
    },
  ],
  [
    'with old output before it',
    async line => {
      await line.cable.unplug();
      await seen(line);
      await line.cable.replug();
      line.cable.say('\r\nOK\r\nNMBR=0212345678\r\nER');
    },
  ],
  [
    'still starting up',
    async line => {
      await line.cable.unplug();
      await seen(line);
      line.modem.answer({ AT: null, '*': null });
      await line.cable.replug();
      await pause(2500);
      line.modem.answer({ AT: 'OK', '*': 'OK' });
    },
  ],
];

test.each(ways)('a modem that returns %s is watched again, and hung up', async (_how, leaveAndReturn) => {
  const line = await bench({ refuse: () => true, options: { timings: real } });
  await watching(line);
  await leaveAndReturn(line);
  await pause(50);
  await until(() => line.line.status().state === 'watching' && line.states().includes('unplugged'));
  line.modem.ring();
  line.modem.callerId(korean('15881234'));
  await until(() => line.calls().some(call => call.outcome === 'refused'));
  expect(line.modem.count('ATH1')).toBe(1);
});
