import { createIntl } from 'react-intl';
import { describe, expect, test } from 'vitest';
import { dateInput, dayHeading, fromDateInput, since, when } from '../../../renderer/words/times.ts';
import { messages } from '../../../shared/messages/index.ts';

const korean = createIntl({ locale: 'ko', messages: messages.ko });
const english = createIntl({ locale: 'en', messages: messages.en });
const now = new Date(2026, 10, 24, 15, 30).getTime();
const at = (month: number, day: number, hour: number, minute: number, year = 2026) =>
  new Date(year, month - 1, day, hour, minute).getTime();

describe('when a call came', () => {
  test('today: the clock alone', () => expect(when(korean, at(11, 24, 14, 2), now)).toBe('14:02'));
  test('this week: the weekday and the clock', () =>
    expect(when(korean, at(11, 22, 9, 5), now)).toBe('일 09:05'));
  test('before: the day', () => expect(when(korean, at(11, 3, 9, 5), now)).toBe('11월 3일'));
  test('another year: the year too', () =>
    expect(when(korean, at(12, 30, 9, 5, 2025), now)).toBe('2025년 12월 30일'));
  test('midnight belongs to the day that it begins', () =>
    expect(when(korean, at(11, 24, 0, 0), now)).toBe('00:00'));
});

describe('how long ago', () => {
  test('under an hour in minutes', () => expect(since(korean, now - 12 * 60_000, now)).toBe('12분 전'));
  test('under a minute: just now', () => expect(since(korean, now - 20_000, now)).toBe('방금'));
  test('from an hour on, as a time', () => expect(since(english, now - 61 * 60_000, now)).toBe('14:29'));
});

describe('headings of days', () => {
  test('today and yesterday by name', () => {
    expect(dayHeading(korean, now, now)).toBe('오늘');
    expect(dayHeading(korean, at(11, 23, 23, 59), now)).toBe('어제');
    expect(dayHeading(english, at(11, 23, 23, 59), now)).toBe('Yesterday');
  });
  test('other days with their weekday', () =>
    expect(dayHeading(korean, at(11, 3, 1, 0), now)).toBe('11월 3일 화요일'));
});

describe('dates as typed', () => {
  test('a date goes out and comes back as the same day', () =>
    expect(dateInput(fromDateInput('2026-03-01') ?? 0)).toBe('2026-03-01'));
  test('what is no date is none', () => expect(fromDateInput('yesterday')).toBeNull());
});
