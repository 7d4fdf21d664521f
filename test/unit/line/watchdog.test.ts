import { expect, test } from 'vitest';
import type { Reply, Session } from '../../../main/line/modem.ts';
import { defaultTimings } from '../../../main/line/timings.ts';
import type { Timers } from '../../../main/line/timers.ts';
import { createWatchdog } from '../../../main/line/watchdog.ts';

const ok: Reply = { result: 'ok', lines: [], echoed: false };

/** A modem that answers as told, and a clock that jumps from one nap to the next; `oversleepMs` is added to each. */
function night({
  replies = [ok],
  naps,
  oversleepMs = 0,
  echoes = false,
}: {
  replies?: Reply[];
  naps: number;
  oversleepMs?: number;
  echoes?: boolean;
}) {
  let now = 1_000_000;
  let left = naps;
  const did: string[] = [];
  const answer = (): Reply => replies[Math.min(did.length - 1, replies.length - 1)] ?? ok;
  const pass = (delayMs: number): Promise<boolean> => {
    now += delayMs + (delayMs > 0 ? oversleepMs : 0);
    return Promise.resolve(delayMs === 0 || left-- > 0);
  };
  const timers: Timers = {
    now: () => now,
    after: () => () => undefined,
    sleep: pass,
    doze: delayMs => ({ over: pass(delayMs), wake: () => undefined }),
    stop: () => undefined,
  };
  const session: Pick<Session, 'send' | 'lastHeardAt'> = {
    send: command => {
      did.push(command);
      return Promise.resolve(answer());
    },
    lastHeardAt: () => 1_000_000,
  };
  const watchdog = createWatchdog({
    session,
    timers,
    timings: defaultTimings,
    isFree: () => true,
    echoes: () => echoes,
    rearm: () => {
      did.push('rearm');
      return Promise.resolve(answer());
    },
    reset: () => {
      did.push('reset');
      return Promise.resolve(true);
    },
  });
  return { run: () => watchdog.run(), did };
}

test('a quiet modem is asked whether it is there', async () => {
  const { run, did } = night({ naps: 6 });
  expect(await run()).toBe(false);
  expect(new Set(did)).toEqual(new Set(['AT']));
});

test('a modem that twice says nothing has fallen silent', async () => {
  const silent: Reply = { result: 'timeout', lines: [], echoed: false };
  const { run, did } = night({ naps: 20, replies: [silent] });
  expect(await run()).toBe(true);
  expect(did).toEqual(['AT', 'AT']);
});

test('after a sleep that nobody announced caller ID is switched on again', async () => {
  const { run, did } = night({ naps: 3, oversleepMs: 10 * 60_000 });
  await run();
  expect(did).toContain('rearm');
});

test('an echo that was switched off before means a modem that has forgotten everything', async () => {
  const echoing: Reply = { ...ok, echoed: true };
  const forgetful = night({ naps: 6, replies: [echoing] });
  await forgetful.run();
  expect(forgetful.did.slice(0, 2)).toEqual(['AT', 'reset']);
  const stubborn = night({ naps: 6, replies: [echoing], echoes: true });
  await stubborn.run();
  expect(stubborn.did).not.toContain('reset');
});
