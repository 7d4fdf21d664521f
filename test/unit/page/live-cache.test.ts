import { QueryClient } from '@tanstack/react-query';
import { describe, expect, test } from 'vitest';
import type { CallWindows } from '../../../renderer/data/live-cache.ts';
import { fits, statusWithCall, windowsWithCall } from '../../../renderer/data/live-cache.ts';
import { applyEvent } from '../../../renderer/data/live.ts';
import { callsQuery, statusQuery } from '../../../renderer/data/queries.ts';
import type { Call } from '../../../shared/call.ts';
import type { CallPage } from '../../../shared/history.ts';
import type { Status } from '../../../shared/status.ts';
import { aPageCall } from './a-page-call.ts';

const now = new Date(2026, 10, 24, 12).getTime();
const old = aPageCall('023124455', now - 60_000);
const ringing = aPageCall('15882391', now, { state: 'ringing', endedAt: null, outcome: null });

function windows(calls: Call[], next: string | null = null): CallWindows {
  return { pages: [{ calls, next, total: calls.length }], pageParams: [null] };
}

const status: Status = {
  version: '0.1.0',
  door: 'headless',
  demo: false,
  dataFolder: '/data',
  lines: [],
  ringing: [],
  today: { calls: 0, blocked: 0, flagged: 0, missed: 0 },
  pausedUntil: null,
  mode: 'normal',
  troubles: [],
  lookAround: 'off',
};

describe('a call in the loaded history', () => {
  test('a new call stands on top at once, and is counted', () => {
    const [page] = windowsWithCall(windows([old]), ringing, true).pages;
    expect(page?.calls.map(call => call.id)).toEqual([ringing.id, old.id]);
    expect(page?.total).toBe(2);
  });

  test('a call that goes on is replaced where it stands', () => {
    const ended = { ...ringing, state: 'ended', rings: 4 } as const;
    const [page] = windowsWithCall(windows([ringing, old]), ended, true).pages;
    expect(page?.calls.map(call => call.rings)).toEqual([4, 3]);
    expect(page?.total).toBe(2);
  });

  test('a call that no longer fits the filter leaves the list', () => {
    const [page] = windowsWithCall(windows([ringing, old]), ringing, false).pages;
    expect(page?.calls).toEqual([old]);
    expect(page?.total).toBe(1);
  });

  test('a call that only the house can place is left to the house', () => {
    expect(windowsWithCall(windows([old]), ringing, null)).toEqual(windows([old]));
  });

  test('a late word on a call older than the loaded window does not put it on top', () => {
    const older = aPageCall('15882391', now - 3_600_000);
    expect(windowsWithCall(windows([old], 'more'), older, true)).toEqual(windows([old], 'more'));
  });

  test('a first call appears in an empty history', () => {
    expect(windowsWithCall(windows([]), ringing, true).pages[0]?.calls).toEqual([ringing]);
  });
});

describe('a filter', () => {
  test('lets a call through that has what is asked for', () => {
    expect(fits({ class: 'representative', from: now - 1 }, ringing)).toBe(true);
  });

  test('keeps out a call of another class, before its period, or with another result', () => {
    expect(fits({ class: 'voip' }, ringing)).toBe(false);
    expect(fits({ from: now + 1 }, ringing)).toBe(false);
    expect(fits({ word: 'blocked' }, ringing)).toBe(false);
  });

  test('cannot say for searched words', () => {
    expect(fits({ search: '메모' }, ringing)).toBeNull();
  });
});

describe('the glance', () => {
  test('holds a call while it rings and lets it go when it ended', () => {
    const during = statusWithCall(status, ringing);
    expect(during.ringing).toEqual([ringing]);
    expect(statusWithCall(during, { ...ringing, state: 'ended' }).ringing).toEqual([]);
  });

  test('holds two lines ringing at once, newest first', () => {
    const second = aPageCall('0101112222', now + 1000, { state: 'ringing' });
    expect(statusWithCall(statusWithCall(status, second), ringing).ringing[0]?.id).toBe(second.id);
  });
});

describe('an event of the stream', () => {
  test('a ringing call is in the glance and in the history without asking the house first', () => {
    const queries = new QueryClient();
    queries.setQueryData(statusQuery.queryKey, status);
    queries.setQueryData(callsQuery({}).queryKey, windows([old]));
    applyEvent(queries, { type: 'call', call: ringing }, () => undefined);
    expect(queries.getQueryData(statusQuery.queryKey)?.ringing).toHaveLength(1);
    expect(queries.getQueryData(callsQuery({}).queryKey)?.pages[0]?.calls).toHaveLength(2);
  });

  test('an answer that was under way when a call came is asked for again: it may be older than the call', async () => {
    const queries = new QueryClient();
    const asked: string[] = [];
    let answer: (page: CallPage) => void = () => undefined;
    const underWay = queries.infiniteQuery({
      ...callsQuery({}),
      queryFn: () => new Promise<CallPage>(resolve => (answer = resolve)),
    });
    applyEvent(queries, { type: 'call', call: ringing }, key => asked.push(key));
    expect(asked).toContain('calls');
    answer({ calls: [old], next: null, total: 1 });
    await underWay;
  });

  test('changed rules are asked for again, with what depends on them', () => {
    const asked: string[] = [];
    applyEvent(new QueryClient(), { type: 'changed', what: 'rules' }, key => asked.push(key));
    expect(asked).toEqual(expect.arrayContaining(['rules', 'changes', 'caller']));
  });
});
