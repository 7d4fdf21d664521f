import type { IntlShape } from 'react-intl';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Midnight, local time, of the day that holds `at`. */
export function startOfDay(at: number): number {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

/** Midnight of the day `days` after the one that holds `at`; right across a change of clocks. */
export function dayAfter(at: number, days: number): number {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime();
}

/** 14:02, in every language: the hour people read off a call list. */
export function clock(intl: IntlShape, at: number): string {
  return intl.formatTime(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** When, in few words: today 14:02, this week 화 14:02, else 11월 3일 (with the year if it is another). */
export function when(intl: IntlShape, at: number, now: number): string {
  const today = startOfDay(now);
  if (at >= today && at < dayAfter(now, 1)) return clock(intl, at);
  if (at < today && at >= dayAfter(now, -6))
    return `${intl.formatDate(at, { weekday: 'short' })} ${clock(intl, at)}`;
  return day(intl, at, now);
}

/** As `when`, with the clock for older days too: for lists in which calls of one day stand together. */
export function moment(intl: IntlShape, at: number, now: number): string {
  const near = at >= dayAfter(now, -6);
  return near ? when(intl, at, now) : `${day(intl, at, now)} ${clock(intl, at)}`;
}

/** 11월 3일; another year's days say which. */
export function day(intl: IntlShape, at: number, now: number): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return intl.formatDate(at, { month: 'long', day: 'numeric', ...(sameYear ? {} : { year: 'numeric' }) });
}

/** Heading of a day in the history: 오늘, 어제, 11월 3일 화요일. */
export function dayHeading(intl: IntlShape, at: number, now: number): string {
  const start = startOfDay(at);
  const ago = Math.round((startOfDay(now) - start) / dayMs);
  const date = intl.formatDate(at, {
    month: 'long',
    day: 'numeric',
    weekday: 'long',
    ...(new Date(at).getFullYear() === new Date(now).getFullYear() ? {} : { year: 'numeric' }),
  });
  if (ago !== 0 && ago !== 1) return date;
  const near = intl.formatRelativeTime(-ago, 'day', { numeric: 'auto' });
  return near.charAt(0).toLocaleUpperCase(intl.locale) + near.slice(1);
}

/** "12분 전" for the last hour; before that, `when`. */
export function since(intl: IntlShape, at: number, now: number): string {
  const minutes = Math.floor((now - at) / minuteMs);
  if (minutes < 1) return intl.formatMessage({ id: 'time.justNow' });
  return minutes < 60 ? intl.formatRelativeTime(-minutes, 'minute') : when(intl, at, now);
}

/** Monday first, as calendars in Korea and most of Europe have it: 1 … 6, 0. */
export const weekdays = [1, 2, 3, 4, 5, 6, 0] as const;

/** Name of a weekday, 0 Sunday … 6 Saturday. */
export function weekday(intl: IntlShape, index: number, width: 'short' | 'long' = 'short'): string {
  // 2023-01-01 was a Sunday.
  return intl.formatDate(new Date(2023, 0, 1 + index), { weekday: width });
}

/** Value of `<input type="date">`, local time. */
export function dateInput(at: number): string {
  const date = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Midnight of a date as typed (2026-11-03), local time; null where it is none. */
export function fromDateInput(text: string): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return null;
  return new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])).getTime();
}
