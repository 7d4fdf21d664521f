import type { RuleWhen } from '../../shared/rule.ts';

/** A moment as a clock on the wall shows it, in the PC's time zone. */
export interface Moment {
  at: number;
  /** 0 Sunday … 6 Saturday. */
  weekday: number;
  minute: number;
  holiday: () => boolean;
  holidayYesterday: () => boolean;
}

export function momentOf(at: number, isHoliday: (at: number) => boolean): Moment {
  const date = new Date(at);
  return {
    at,
    weekday: date.getDay(),
    minute: date.getHours() * 60 + date.getMinutes(),
    holiday: () => isHoliday(at),
    holidayYesterday: () =>
      isHoliday(new Date(date.getFullYear(), date.getMonth(), date.getDate() - 1, 12).getTime()),
  };
}

/** Minutes since midnight of 'HH:MM'. */
export function minuteOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

/**
 * Compiles a rule's hours. `from` is included, `to` is not; equal ones mean the whole day. Hours that run
 * across midnight belong, with weekday and holiday, to the day on which they began.
 */
export function compileWhen(when: RuleWhen): (moment: Moment) => boolean {
  const from = when.from === undefined ? 0 : minuteOf(when.from);
  const to = when.to === undefined ? 24 * 60 : minuteOf(when.to);
  const overnight = from > to;
  const allDay = from === to;
  const days = when.days === undefined ? null : new Set(when.days);

  return moment => {
    const begunYesterday = overnight && moment.minute < to;
    const within =
      allDay ||
      begunYesterday ||
      (overnight ? moment.minute >= from : moment.minute >= from && moment.minute < to);
    if (!within) return false;
    const weekday = begunYesterday ? (moment.weekday + 6) % 7 : moment.weekday;
    if (days && !days.has(weekday)) return false;
    if (when.holidays === undefined) return true;
    const holiday = begunYesterday ? moment.holidayYesterday() : moment.holiday();
    return holiday === (when.holidays === 'only');
  };
}
