import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { DayInput } from '../words/day-input.tsx';
import { useText } from '../words/text.ts';
import { day, dayAfter } from '../words/times.ts';
import type { LooseDraft } from './draft.ts';
import { afterDays, endOf } from './draft.ts';
import classes from './rule-form.module.css';

/** Lengths offered, in days after today. */
const lengths = [0, 7, 30, 90, 365] as const;

interface UntilFieldProps {
  draft: LooseDraft;
  change: (part: Partial<LooseDraft>) => void;
}

/** Until when the rule holds: for ever, one of a few lengths, or a day of the owner's choice. */
export function UntilField({ draft, change }: UntilFieldProps) {
  const { t, intl } = useText();
  const now = Date.now();
  const end = endOf(draft);
  const length = lengths.find(days => afterDays(days, now) === end);
  const [picking, setPicking] = useState(end !== null && length === undefined);
  const chosen = picking ? 'day' : end === null ? '' : String(length ?? 'day');
  return (
    <div className={classes.pair}>
      <NativeSelect
        label={t('rule.until.label')}
        description={
          end === null
            ? null
            : t(draft.until === undefined ? 'rule.until.reused' : 'rule.until.last', {
                day: day(intl, end - 1, now),
              })
        }
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={chosen}
        onChange={event => {
          const { value } = event.currentTarget;
          setPicking(value === 'day');
          if (value !== 'day') change({ until: value === '' ? null : afterDays(Number(value), now) });
        }}
        data={[
          { value: '', label: t('rule.until.never') },
          ...lengths.map(days => ({ value: String(days), label: t('rule.until.days', { days }) })),
          { value: 'day', label: t('rule.until.day') },
        ]}
      />
      {chosen === 'day' && (
        <DayInput
          label={t('rule.until.which')}
          day={end === null ? null : end - 1}
          min={now}
          change={last => change({ until: last === null ? null : dayAfter(last, 1) })}
        />
      )}
    </div>
  );
}
