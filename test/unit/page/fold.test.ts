import { describe, expect, test } from 'vitest';
import { foldCalls, historyRows } from '../../../renderer/history/fold.ts';
import { aPageCall } from './a-page-call.ts';

const noon = new Date(2026, 10, 24, 12).getTime();
const hour = 60 * 60 * 1000;
const day = 24 * hour;

describe('folding repeated calls', () => {
  test('calls of one caller on one day become one row, at the place of the newest', () => {
    const folds = foldCalls([
      aPageCall('15882391', noon),
      aPageCall('023124455', noon - hour),
      aPageCall('1588-2391', noon - 2 * hour),
    ]);
    expect(folds.map(fold => [fold.newest.number.display, fold.earlier.length])).toEqual([
      ['1588-2391', 1],
      ['02-312-4455', 0],
    ]);
  });

  test('the same caller on two days makes two rows', () => {
    const folds = foldCalls([aPageCall('15882391', noon), aPageCall('15882391', noon - day)]);
    expect(folds).toHaveLength(2);
  });

  test('a minute on either side of midnight is two days', () => {
    const midnight = new Date(2026, 10, 24).getTime();
    expect(
      foldCalls([aPageCall('15882391', midnight), aPageCall('15882391', midnight - 60_000)]),
    ).toHaveLength(2);
  });

  test('hidden numbers fold by the way they are hidden', () => {
    expect(
      foldCalls([aPageCall('P', noon), aPageCall('P', noon - hour), aPageCall('O', noon - 2 * hour)]),
    ).toHaveLength(2);
  });
});

describe('rows of the history', () => {
  const calls = [
    aPageCall('15882391', noon),
    aPageCall('15882391', noon - hour),
    aPageCall('023124455', noon - day),
  ];

  test('every day begins with its heading and its number of calls', () => {
    expect(historyRows(calls, new Set(), false).map(row => row.kind)).toEqual(['day', 'fold', 'day', 'fold']);
    expect(historyRows(calls, new Set(), false)[0]).toMatchObject({ calls: 2, partial: false });
  });

  test('an open fold shows its earlier calls beneath', () => {
    const [fold] = foldCalls(calls);
    const rows = historyRows(calls, new Set([fold?.key ?? '']), false);
    expect(rows.map(row => row.kind)).toEqual(['day', 'fold', 'earlier', 'day', 'fold']);
  });

  test('the last day is only partly known while older calls are not loaded', () => {
    const days = historyRows(calls, new Set(), true).filter(row => row.kind === 'day');
    expect(days.map(row => row.partial)).toEqual([false, true]);
  });

  test('every row has a key of its own', () => {
    const keys = historyRows(calls, new Set(foldCalls(calls).map(fold => fold.key)), false).map(
      row => row.key,
    );
    expect(new Set(keys).size).toBe(keys.length);
  });
});
