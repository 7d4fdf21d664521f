import '@mantine/dates/styles.css';
import 'dayjs/locale/ko';
import { DatePickerInput } from '@mantine/dates';
import { CalendarDays } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from './text.ts';
import { dateInput, fromDateInput } from './times.ts';
import classes from './words.module.css';

interface DayInputProps {
  label: string;
  description?: ReactNode;
  /** Any moment of the day, epoch ms; null: none is chosen. */
  day: number | null;
  /** The first day that can be chosen. */
  min?: number;
  /** Midnight of the day, local time. */
  change: (day: number | null) => void;
}

/** A day, written and chosen in the reader's language whatever the browser's is. */
export function DayInput({ label, description, day, min, change }: DayInputProps) {
  const { t, intl } = useText();
  const ko = intl.locale === 'ko';
  return (
    <DatePickerInput
      label={label}
      description={description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      placeholder={t('day.choose')}
      locale={intl.locale}
      firstDayOfWeek={1}
      hideOutsideDates
      highlightToday
      valueFormat={ko ? 'YYYY년 M월 D일' : 'D MMMM YYYY'}
      monthLabelFormat={ko ? 'YYYY년 M월' : 'MMMM YYYY'}
      yearLabelFormat={ko ? 'YYYY년' : 'YYYY'}
      size="md"
      // A calendar is no dialog with a name of its own: it belongs to its button.
      popoverProps={{ withRoles: false, withinPortal: false }}
      leftSection={<CalendarDays size={18} aria-hidden="true" />}
      leftSectionPointerEvents="none"
      clearable
      clearButtonProps={{ 'aria-label': t('day.clear') }}
      ariaLabels={{
        previousMonth: t('day.month.before'),
        nextMonth: t('day.month.after'),
        previousYear: t('day.year.before'),
        nextYear: t('day.year.after'),
        previousDecade: t('day.years.before'),
        nextDecade: t('day.years.after'),
      }}
      classNames={{ day: classes.day ?? '' }}
      value={day === null ? null : dateInput(day)}
      {...(min === undefined ? {} : { minDate: dateInput(min) })}
      onChange={chosen => change(chosen === null ? null : fromDateInput(chosen))}
    />
  );
}
