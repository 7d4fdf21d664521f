import { NativeSelect } from '@mantine/core';

const halfHours = Array.from(
  { length: 48 },
  (_, index) => `${String(index >> 1).padStart(2, '0')}:${index % 2 === 0 ? '00' : '30'}`,
);

interface ClockSelectProps {
  label: string;
  /** HH:MM; null: none is chosen. */
  clock: string | null;
  /** What none is called; absent: one must be chosen. */
  none?: string;
  change: (clock: string | null) => void;
}

/** A time of day by the half hour, written as everywhere on the page whatever the browser's way is; another minute is kept until it is changed. */
export function ClockSelect({ label, clock, none, change }: ClockSelectProps) {
  const times = clock === null || halfHours.includes(clock) ? halfHours : [...halfHours, clock].sort();
  return (
    <NativeSelect
      label={label}
      value={clock ?? ''}
      onChange={event => change(event.currentTarget.value === '' ? null : event.currentTarget.value)}
      data={[...(none === undefined ? [] : [{ value: '', label: none }]), ...times]}
    />
  );
}
