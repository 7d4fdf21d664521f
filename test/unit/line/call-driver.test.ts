import { expect, test } from 'vitest';
import { createCallDriver } from '../../../main/line/call-driver.ts';
import { defaultCallRules } from '../../../main/line/call-track.ts';
import { createTimers } from '../../../main/line/timers.ts';

const callerId = { number: '15881234', name: null, date: null, time: null, withheld: null, checksum: null };

function drive(refuse: boolean, watchMs = 30) {
  const log: string[] = [];
  const timers = createTimers();
  const driver = createCallDriver({
    timers,
    rules: () => ({
      ...defaultCallRules,
      line: 'L',
      newId: () => 'call',
      staleMs: 5,
      watchMs,
      idWithinMs: 40,
    }),
    decide: () => {
      log.push('decide');
      return refuse ? { refuse: true, method: 'drop' } : { refuse: false };
    },
    startHangUp: () => void log.push('hang up'),
    callChanged: call => void log.push(`told ${call.state} ${call.outcome ?? ''}`.trim()),
    callEnded: () => void log.push('ended'),
    phaseChanged: () => undefined,
  });
  return { driver, log, timers };
}

test('a refused call is hung up on before anything is told of it, and told once per piece of the wire', () => {
  const { driver, log, timers } = drive(true);
  driver.feed({ type: 'ring' }, 1000);
  driver.feed({ type: 'caller-id', callerId }, 1000);
  driver.tell();
  expect(log).toEqual(['decide', 'hang up', 'told hanging-up']);
  timers.stop();
});

test('a tick that is wanted earlier than planned comes earlier', async () => {
  const { driver, log, timers } = drive(true, 60_000);
  const now = timers.now();
  driver.feed({ type: 'caller-id', callerId }, now);
  driver.feed({ type: 'hung-up', ok: true, method: 'drop' }, now);
  // It rings on: the second attempt is due long before the watch would have ended.
  driver.feed({ type: 'ring' }, now + 10);
  await expect.poll(() => log.filter(entry => entry === 'hang up').length, { timeout: 5000 }).toBe(2);
  timers.stop();
});
