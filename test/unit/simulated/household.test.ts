import { describe, expect, test } from 'vitest';
import { createExchange } from '../../../main/line/simulated/exchange.ts';
import { createHouseholdDay } from '../../../main/line/simulated/household-day.ts';
import { householdContacts, householdHistory } from '../../../main/line/simulated/household.ts';
import type { HouseholdCall } from '../../../main/line/simulated/household.ts';
import { createSimulatedModem } from '../../../main/line/simulated/modem.ts';
import { fakeTimers } from '../../../main/line/simulated/timers.ts';
import { unwanted } from '../../../shared/label.ts';
import { understand } from '../../../shared/number-plan/understand.ts';

const endingAt = new Date(2026, 10, 25, 12).getTime();
const dayMs = 24 * 60 * 60 * 1000;
const histories = [1, 2, 3, 4].map(seed => householdHistory({ days: 90, endingAt, seed }));
const calls = histories.flat();
const share = (of: readonly HouseholdCall[], holds: (call: HouseholdCall) => boolean): number =>
  of.filter(holds).length / of.length;

describe('90 days of a household', () => {
  test('are the same for the same seed and others for another', () => {
    expect(householdHistory({ days: 90, endingAt, seed: 1 })).toEqual(histories[0]);
    expect(histories[1]).not.toEqual(histories[0]);
  });

  test('lie in time order within the days, one call at a time', () => {
    for (const history of histories) {
      const times = history.map(({ t }) => t);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(Math.min(...times)).toBeGreaterThan(endingAt - 90 * dayMs);
      expect(Math.max(...times)).toBeLessThanOrEqual(endingAt);
      times.slice(1).forEach((t, index) => expect(t - (times[index] ?? 0)).toBeGreaterThanOrEqual(90_000));
    }
  });

  test('bring a few calls a day, unwanted and wanted ones', () => {
    for (const history of histories)
      expect(history.length / 90).toSatisfy((perDay: number) => perDay > 3 && perDay < 12);
    expect(share(calls, call => unwanted(call.label) === true)).toSatisfy(
      (part: number) => part > 0.35 && part < 0.75,
    );
    expect(share(calls, call => unwanted(call.label) === false)).toSatisfy(
      (part: number) => part > 0.2 && part < 0.55,
    );
  });

  test('have sales at 10 to 16 on weekdays, mostly', () => {
    const sales = calls.filter(({ label }) => ['loan', 'invest', 'telecom', 'insurance'].includes(label));
    expect(
      share(sales, ({ t }) => {
        const when = new Date(t);
        return when.getHours() >= 10 && when.getHours() < 17 && when.getDay() % 6 !== 0;
      }),
    ).toBeGreaterThan(0.65);
  });

  test('have only numbers that the plan knows', () => {
    const odd = calls
      .filter(({ number }) => number !== null && !understand(number).valid)
      .map(({ number }) => number);
    expect(odd).toEqual([]);
  });

  test('hold every kind that a Korean line sees', () => {
    const classes = new Set(
      calls.map(({ number, withheld }) => (number === null ? withheld : understand(number).class)),
    );
    for (const kind of [
      'landline',
      'mobile',
      'voip',
      'representative',
      'personal050',
      'international',
      'international_kr',
      'toll_free',
      'special',
      'private',
      'unavailable',
      'payphone',
    ])
      expect(classes).toContain(kind);
  });

  test('have one-ring bait that nobody answers and that comes from abroad', () => {
    const bait = calls.filter(({ label }) => label === 'callback');
    expect(bait.length).toBeGreaterThan(0);
    for (const call of bait) {
      expect(call).toMatchObject({ rings: 1, answered: false });
      expect(call.number).toMatch(/^00/);
    }
  });

  test('have campaigns that call from neighbouring numbers and come and go', () => {
    const invest = (histories[0] ?? []).filter(
      ({ label, number }) => label === 'invest' && number?.startsWith('070'),
    );
    const blocks = Object.groupBy(invest, ({ number }) => (number ?? '').slice(0, -2));
    expect(Object.values(blocks).some(block => new Set(block?.map(({ number }) => number)).size >= 3)).toBe(
      true,
    );
  });

  test('hold the public line that looks like a sales line, and never as an unwanted caller', () => {
    const police = calls.filter(({ number }) => number === '15661188');
    expect(police.length).toBeGreaterThan(0);
    expect(new Set(police.map(({ label }) => label))).toEqual(new Set(['public']));
  });

  test('come with contacts that really call', () => {
    const contacts = householdContacts(1);
    const numbers = new Set((histories[0] ?? []).map(({ number }) => number));
    expect(contacts.filter(({ number }) => numbers.has(number)).length).toBeGreaterThan(4);
  });

  test('of a shop have other callers than those of a home', () => {
    const shop = householdHistory({ days: 30, endingAt, seed: 1, kind: 'shop' });
    expect(shop.some(({ role }) => role === '손님')).toBe(true);
    expect(shop.some(({ role }) => role === '어머니')).toBe(false);
  });
});

describe('the demonstration', () => {
  const watched = (ms: number): HouseholdCall[] => {
    const timers = fakeTimers(endingAt);
    const modem = createSimulatedModem('conexant', { timers });
    const exchange = createExchange(modem, { timers, speed: 1.5 });
    const seen: HouseholdCall[] = [];
    const day = createHouseholdDay(exchange, { timers, onCall: call => void seen.push(call) });
    day.start();
    timers.advance(ms);
    day.close();
    exchange.close();
    return seen;
  };

  test('shows a 1588 sale, the family and overseas bait within half a minute', () => {
    const [sale, family, bait] = watched(30_000);
    expect(sale).toMatchObject({ label: 'loan' });
    expect(sale?.number).toMatch(/^1588\d{4}$/);
    expect(family).toMatchObject({ label: 'family' });
    expect(bait).toMatchObject({ label: 'callback' });
  });

  test('goes on with a mix, and calls come well apart', () => {
    const seen = watched(20 * 60_000);
    expect(seen.length).toBeGreaterThan(60);
    expect(share(seen, call => unwanted(call.label) === true)).toSatisfy(
      (part: number) => part > 0.25 && part < 0.7,
    );
    seen.slice(1).forEach((call, index) => expect(call.t - (seen[index]?.t ?? 0)).toBeGreaterThan(9000));
  });

  test('calls from numbers that its history holds', () => {
    const history = householdHistory({ days: 90, endingAt });
    const [sale, family] = watched(30_000);
    expect(history.map(({ number }) => number)).toEqual(
      expect.arrayContaining([sale?.number, family?.number]),
    );
  });
});
