import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { phoneOnCable } from './phone.ts';
import type { Phone } from './phone.ts';
import { cli, jsonLines, start, startByNpm, withFolder } from './processes.ts';
import type { Running } from './processes.ts';

/** The line rings at nearly its real pace, and a call is over when it has been quiet for a while. */
const patient = { timeout: 180_000 };

const Told = z.object({
  number: z.string().nullable(),
  withheld: z.string().nullable(),
  action: z.string().nullable(),
  outcome: z.string().nullable(),
  rings: z.number(),
});

interface Guarded {
  folder: string;
  phone: Awaited<ReturnType<typeof phoneOnCable>>;
  guard: Running;
  /** Calls that were told on stdout. */
  told: () => z.output<typeof Told>[];
  rule: (match: string, action: string) => Promise<void>;
  history: () => Promise<z.output<typeof Told>[]>;
}

async function addRule(folder: string, match: string, action: string): Promise<void> {
  const { code, stderr } = await cli([
    'rules',
    'add',
    '--match',
    match,
    '--action',
    action,
    '--data',
    folder,
  ]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
}

async function historyOf(folder: string): Promise<z.output<typeof Told>[]> {
  const { stdout } = await cli(['calls', '--data', folder]);
  return jsonLines(stdout).map(line => Told.parse(line));
}

const watch = (folder: string, phone: Phone): Running =>
  start('main/cli.ts', ['watch', '--line', phone.line, '--data', folder]);

const isWatching = (guard: Running): Promise<void> =>
  guard.until('watching', () => /^Watching for calls$/m.test(guard.stderr()));

/** Rings and what was done with the receiver, from the first ring on, in the order in which it happened. */
function hooksAndRings(phone: Phone): string[] {
  const all = phone.heard().map(({ what }) => what);
  return all.slice(all.indexOf('RING')).filter(what => what === 'RING' || /^AT[HA]\d?$/.test(what));
}

/** Until it holds; only for what no event tells. */
const eventually = (check: () => void | Promise<void>): Promise<void> =>
  vi.waitFor(check, { timeout: 120_000, interval: 50 });

/** A data folder, a modem on a tty, and the guard alone on both; `rules` are there before it starts. */
function guarded(
  rules: [match: string, action: string][],
  body: (all: Guarded) => Promise<void>,
): Promise<void> {
  return withFolder(async parent => {
    // Not there yet: the guard makes it.
    const folder = join(parent, 'data');
    for (const [match, action] of rules) await addRule(folder, match, action);
    const phone = await phoneOnCable();
    const guard = watch(folder, phone);
    try {
      await isWatching(guard);
      await body({
        folder,
        phone,
        guard,
        told: () => guard.records().map(record => Told.parse(record)),
        rule: (match, action) => addRule(folder, match, action),
        history: () => historyOf(folder),
      });
    } finally {
      guard.signal('SIGKILL');
      await guard.ended;
      await phone.close();
    }
  });
}

describe.concurrent('the guard alone, on a tty', patient, () => {
  test('hangs up on a refused caller before the second ring, and tells it when it is sure', () =>
    guarded([['prefix:1588', 'block']], async ({ phone, guard, told, history }) => {
      phone.call('15881234', { rings: 9 });
      await guard.until('the call is told', () => told().length === 1);
      expect(hooksAndRings(phone)).toEqual(['RING', 'ATH1', 'ATH0']);
      const [report] = phone.ended();
      expect(report).toMatchObject({ end: 'dropped', rings: 1 });
      expect(report?.holdsMs[0]).toBeGreaterThan(1400);
      expect(guard.records()).toMatchObject([
        {
          number: '15881234',
          class: 'representative',
          display: '1588-1234',
          action: 'block',
          by: 'block-rule',
          ruleId: 1,
          rings: 1,
          outcome: 'refused',
          hangUp: { method: 'drop', attempts: 1, verified: true, asked: 'guard' },
        },
      ]);
      expect(await history()).toEqual(told());
    }));

  test('never touches the line while a welcome caller rings', () =>
    guarded([['prefix:1588', 'block']], async ({ phone, guard, told }) => {
      phone.call('025881234', { rings: 3 });
      await guard.until('the call is told', () => told().length === 1);
      expect(hooksAndRings(phone)).toEqual(['RING', 'RING', 'RING']);
      expect(phone.ended()).toMatchObject([{ end: 'given-up', holdsMs: [] }]);
      expect(told()).toMatchObject([{ number: '025881234', action: 'allow', outcome: 'stopped', rings: 3 }]);
    }));

  test('refuses callers who hide their number where a rule says so', () =>
    guarded([['withheld:any', 'block']], async ({ phone, guard, told }) => {
      phone.call(null);
      await guard.until('the call is told', () => told().length === 1);
      expect(hooksAndRings(phone)).toEqual(['RING', 'ATH1', 'ATH0']);
      expect(told()).toMatchObject([{ number: null, withheld: 'private', outcome: 'refused' }]);
    }));

  test('keeps two calls apart that come one upon the other', () =>
    guarded([['prefix:1588', 'block']], async ({ phone, guard, told }) => {
      phone.call('15881234');
      await eventually(() => expect(phone.ended().length).toBe(1));
      // Caller ID is switched on again: as soon as that can be seen, the next one rings.
      await eventually(() => expect(phone.commands().at(-1)).not.toBe('ATH0'));
      phone.call('025881234', { rings: 2 });
      await guard.until('both are told', () => told().length === 2);
      expect(hooksAndRings(phone)).toEqual(['RING', 'ATH1', 'ATH0', 'RING', 'RING']);
      expect(told()).toMatchObject([
        { number: '15881234', outcome: 'refused', rings: 1 },
        { number: '025881234', outcome: 'stopped', rings: 2 },
      ]);
    }));

  test('follows a rule that another process adds, from the next call on', () =>
    guarded([], async ({ phone, guard, told, rule }) => {
      phone.call('0212345678', { rings: 1 });
      await guard.until('the first call is told', () => told().length === 1);
      await rule('number:02-1234-5678', 'block');
      phone.call('0212345678');
      await guard.until('the second call is told', () => told().length === 2);
      expect(told().map(({ action, outcome }) => `${String(action)} ${String(outcome)}`)).toEqual([
        'allow stopped',
        'block refused',
      ]);
    }));

  test('killed while it rings, it has the call and the rules when it starts again', () =>
    guarded([['prefix:1588', 'block']], async ({ phone, guard, folder, history }) => {
      phone.call('025881234', { rings: 3 });
      await eventually(async () =>
        expect(await history()).toMatchObject([{ number: '025881234', outcome: null }]),
      );
      guard.signal('SIGKILL');
      expect(await guard.ended).toMatchObject({ signal: 'SIGKILL' });
      await eventually(() => expect(phone.ended().length).toBe(1));
      const again = watch(folder, phone);
      try {
        await isWatching(again);
        expect(await history()).toMatchObject([
          { number: '025881234', action: 'allow', outcome: 'interrupted' },
        ]);
        phone.call('15881234');
        await eventually(() => expect(phone.ended().at(-1)?.end).toBe('dropped'));
      } finally {
        again.signal('SIGKILL');
        await again.ended;
      }
    }));

  test('ended by Ctrl-C in the middle of a hang-up, it puts the receiver down first', () =>
    guarded([['prefix:1588', 'block']], async ({ phone, guard, folder, history }) => {
      phone.call('15881234');
      await eventually(() => expect(phone.commands().includes('ATH1')).toBe(true));
      guard.signal('SIGINT');
      expect(await guard.ended).toMatchObject({ code: 0, signal: null });
      await eventually(() => expect(phone.commands().at(-1)).toBe('ATH0'));
      expect(existsSync(join(folder, 'ringfence.sock'))).toBe(false);
      expect(await history()).toMatchObject([{ number: '15881234', action: 'block', rings: 1 }]);
      const again = watch(folder, phone);
      try {
        await isWatching(again);
        again.signal('SIGTERM');
        expect(await again.ended).toMatchObject({ code: 0, signal: null });
      } finally {
        again.signal('SIGKILL');
      }
    }));

  test('a second one on the same data says that one is running, and leaves it alone', () =>
    guarded([], async ({ phone, guard, folder }) => {
      const { code, stdout, stderr } = await watch(folder, phone).ended;
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(`already running (process ${String(guard.pid)})`);
      phone.call('025881234', { rings: 1 });
      await guard.until('the call is told by the first', () => guard.records().length === 1);
    }));

  test('says when the modem is unplugged, and watches it again when it is back', () =>
    guarded([['prefix:1588', 'block']], async ({ phone, guard }) => {
      await phone.cable.unplug();
      await guard.until('unplugged', () => /modem is unplugged.*Plug it in again/.test(guard.stderr()));
      await phone.cable.replug();
      await guard.until(
        'watching again',
        () => (guard.stderr().match(/^Watching for calls$/gm) ?? []).length > 1,
      );
      phone.call('15881234');
      await eventually(() => expect(phone.ended()).toMatchObject([{ end: 'dropped' }]));
    }));
});

test('a guard that npm started ends with npm, although npm passes no signal on', patient, () =>
  withFolder(async folder => {
    const guard = startByNpm(['watch', '--line', 'simulated:conexant', '--data', folder]);
    await isWatching(guard);
    guard.signal('SIGTERM');
    // Its pipes close only when nobody is left who could write to them.
    await guard.ended;
    const again = await cli(['calls', '--data', folder]);
    expect(again).toMatchObject({ code: 0, stderr: '' });
    const next = start('main/cli.ts', ['watch', '--line', 'simulated:conexant', '--data', folder]);
    await isWatching(next);
    next.signal('SIGTERM');
    expect(await next.ended).toMatchObject({ code: 0 });
  }),
);
