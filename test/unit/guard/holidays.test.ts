import { describe, expect, test } from 'vitest';
import { isKoreanHoliday } from '../../../main/guard/holidays.ts';
import { at } from './call-facts.ts';

const dangi = new Intl.DateTimeFormat('en-u-ca-dangi', { month: 'numeric', day: 'numeric', timeZone: 'UTC' });

function lunarDay(day: Date): string {
  const parts = dangi.formatToParts(day);
  const find = (type: string) => parts.find(part => part.type === type)?.value ?? '';
  return `${find('month')}.${find('day')}`;
}

const isHoliday = (date: string) => isKoreanHoliday(at('12:00', date));

describe('holidays in Korea:', () => {
  test('설날, 부처님오신날 and 추석 are where the Dangi calendar has them, 2025 to 2030', () => {
    const missing: string[] = [];
    for (let day = Date.UTC(2025, 0, 1); day < Date.UTC(2031, 0, 1); day += 86_400_000) {
      const date = new Date(day);
      if (!['1.1', '4.8', '8.15'].includes(lunarDay(date))) continue;
      if (!isHoliday(date.toISOString().slice(0, 10))) missing.push(date.toISOString());
    }
    expect(missing).toEqual([]);
  });

  // Substitution days as announced in the 월력요항 of each year.
  test.each([
    ['2025-03-03', '삼일절 on a Saturday'],
    ['2025-05-06', '어린이날 and 부처님오신날 on one day'],
    ['2025-10-08', '추석 that touches a Sunday'],
    ['2026-03-02', '삼일절 on a Sunday'],
    ['2026-05-25', '부처님오신날 on a Sunday'],
    ['2026-07-17', '제헌절, a holiday again'],
    ['2026-08-17', '광복절 on a Saturday'],
    ['2026-10-05', '개천절 on a Saturday'],
    ['2027-02-09', '설날 on a Sunday'],
    ['2027-08-16', '광복절 on a Sunday'],
    ['2027-12-27', '성탄절 on a Saturday'],
    ['2028-10-05', '추석 and 개천절 on one day'],
  ])('%s is one: %s', date => expect(isHoliday(date)).toBe(true));

  test.each(['2025-07-17', '2025-05-07', '2026-02-19', '2026-09-28', '2026-11-25', '2026-06-08'])(
    '%s is not one',
    date => expect(isHoliday(date)).toBe(false),
  );
});
