import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepForgetting } from '../../main/forgetting.ts';
import { aBook, aCall } from './book/a-book.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

beforeEach(() => vi.useFakeTimers({ now: new Date(2026, 10, 25, 12, 0) }));
afterEach(() => void vi.useRealTimers());

function aHouse() {
  const { book } = aBook();
  const now = Date.now();
  for (const days of [1, 100, 400])
    book.calls.write(
      aCall({ id: `${days} days ago`, startedAt: now - days * dayMs, state: 'ended', outcome: 'missed' }),
    );
  const forgotten = vi.fn<(calls: number) => void>();
  const chosen: { days: number | null; lastDay: string | null } = { days: null, lastDay: null };
  const start = () =>
    keepForgetting({
      keepDays: () => chosen.days,
      forgetBefore: before => book.calls.forgetBefore(before),
      lastDay: {
        get: () => chosen.lastDay,
        set: day => {
          chosen.lastDay = day;
        },
      },
      forgotten,
    });
  const left = () => book.calls.page({}).calls.map(call => call.id);
  return { left, forgotten, chosen, start };
}

test('calls older than the owner wants to keep are forgotten on the day after that was chosen', async () => {
  const { left, forgotten, chosen, start } = aHouse();
  const stop = start();
  await vi.advanceTimersByTimeAsync(hourMs);
  chosen.days = 90;
  await vi.advanceTimersByTimeAsync(14 * hourMs);
  expect(left()).toHaveLength(3);
  await vi.advanceTimersByTimeAsync(2 * hourMs);
  expect(left()).toEqual(['1 days ago']);
  expect(forgotten.mock.calls).toEqual([[2]]);
  stop();
});

test('a computer that sleeps every night forgets as well', async () => {
  const { left, chosen, start } = aHouse();
  chosen.days = 90;
  const first = start();
  await vi.advanceTimersByTimeAsync(hourMs);
  first();
  vi.setSystemTime(new Date(2026, 10, 26, 9, 0));
  const second = start();
  await vi.advanceTimersByTimeAsync(hourMs);
  expect(left()).toEqual(['1 days ago']);
  second();
});

test('unless told otherwise every call is kept', async () => {
  const { left, start } = aHouse();
  const stop = start();
  await vi.advanceTimersByTimeAsync(5 * dayMs);
  expect(left()).toHaveLength(3);
  stop();
});
