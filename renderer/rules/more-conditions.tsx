import { Button, Collapse, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { HangUpMethod } from '../../shared/call.ts';
import type { RuleWhen } from '../../shared/rule.ts';
import { statusQuery } from '../data/queries.ts';
import { useText } from '../words/text.ts';
import { dateInput, dayAfter, fromDateInput, weekday, weekdays } from '../words/times.ts';
import type { LooseDraft } from './draft.ts';
import classes from './rules.module.css';

interface MoreConditionsProps {
  draft: LooseDraft;
  change: (part: Partial<LooseDraft>) => void;
}

/** When, how often, until when, on which line: for those who want it. */
export function MoreConditions({ draft, change }: MoreConditionsProps) {
  const { t } = useText();
  const [open, setOpen] = useState(
    draft.when !== null ||
      draft.often !== null ||
      draft.until !== null ||
      draft.line !== null ||
      draft.hangUp !== null,
  );
  return (
    <div>
      <Button
        variant="subtle"
        px="xs"
        leftSection={
          open ? <ChevronDown size={18} aria-hidden="true" /> : <ChevronRight size={18} aria-hidden="true" />
        }
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {t('rule.more')}
      </Button>
      <Collapse expanded={open} transitionDuration={120}>
        <div className={classes.more}>
          <WhenFields when={draft.when} change={when => change({ when })} />
          <OftenFields draft={draft} change={change} />
          <UntilField draft={draft} change={change} />
          <LineField draft={draft} change={change} />
        </div>
      </Collapse>
    </div>
  );
}

function WhenFields({ when, change }: { when: RuleWhen | null; change: (when: RuleWhen | null) => void }) {
  const { t, intl } = useText();
  const days = new Set(when?.days ?? weekdays);
  const set = (part: { [Key in keyof RuleWhen]: RuleWhen[Key] | undefined }) =>
    change(tidy({ ...when, ...part }));
  const toggle = (day: number) => {
    const next = new Set(days);
    if (!next.delete(day)) next.add(day);
    if (next.size > 0) set({ days: next.size === 7 ? undefined : [...next].sort((one, two) => one - two) });
  };
  return (
    <fieldset className={classes.fields}>
      <legend>{t('rule.when')}</legend>
      <div className={classes.days} role="group" aria-label={t('rule.days')}>
        {weekdays.map(day => (
          <button
            key={day}
            type="button"
            className={classes.dayButton}
            aria-pressed={days.has(day)}
            aria-label={weekday(intl, day, 'long')}
            onClick={() => toggle(day)}
          >
            {weekday(intl, day)}
          </button>
        ))}
      </div>
      <div className={classes.pair}>
        <TextInput
          type="time"
          label={t('rule.from')}
          value={when?.from ?? ''}
          onChange={event => set({ from: clockOf(event.currentTarget.value) })}
        />
        <TextInput
          type="time"
          label={t('rule.to')}
          value={when?.to ?? ''}
          onChange={event => set({ to: clockOf(event.currentTarget.value) })}
        />
      </div>
      <NativeSelect
        label={t('rule.holidays')}
        value={when?.holidays ?? ''}
        onChange={event => {
          const { value } = event.currentTarget;
          set({ holidays: value === 'off' || value === 'only' ? value : undefined });
        }}
        data={[
          { value: '', label: t('rule.holidays.same') },
          { value: 'off', label: t('rule.holidays.off') },
          { value: 'only', label: t('rule.holidays.only') },
        ]}
      />
    </fieldset>
  );
}

function clockOf(value: string): string | undefined {
  return value === '' ? undefined : value.slice(0, 5);
}

/** Nothing set means always: null. */
function tidy(when: { [Key in keyof RuleWhen]: RuleWhen[Key] | undefined }): RuleWhen | null {
  const { days, from, to, holidays } = when;
  const set: RuleWhen = {
    ...(days === undefined ? {} : { days }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(holidays === undefined ? {} : { holidays }),
  };
  return Object.keys(set).length === 0 ? null : set;
}

function OftenFields({ draft, change }: MoreConditionsProps) {
  const { t } = useText();
  const often = draft.often;
  const number = (value: string | number, fallback: number) =>
    typeof value === 'number' && Number.isFinite(value) ? Math.round(value) : fallback;
  return (
    <fieldset className={classes.fields}>
      <legend>{t('rule.often')}</legend>
      <NativeSelect
        aria-label={t('rule.often')}
        value={often ? 'often' : ''}
        onChange={event =>
          change({ often: event.currentTarget.value === '' ? null : { atLeast: 3, withinMinutes: 60 } })
        }
        data={[
          { value: '', label: t('rule.often.first') },
          { value: 'often', label: t('rule.often.some') },
        ]}
      />
      {often && (
        <div className={classes.pair}>
          <NumberInput
            size="md"
            label={t('rule.often.atLeast')}
            min={2}
            max={100}
            value={often.atLeast}
            onChange={value => change({ often: { ...often, atLeast: number(value, 2) } })}
          />
          <NumberInput
            size="md"
            label={t('rule.often.within')}
            min={1}
            max={7 * 24 * 60}
            value={often.withinMinutes}
            onChange={value => change({ often: { ...often, withinMinutes: number(value, 60) } })}
          />
        </div>
      )}
    </fieldset>
  );
}

function UntilField({ draft, change }: MoreConditionsProps) {
  const { t } = useText();
  return (
    <div className={classes.pair}>
      <TextInput
        type="date"
        label={t('rule.until.label')}
        description={t('rule.until.hint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={draft.until === null ? '' : dateInput(draft.until - 1)}
        min={dateInput(Date.now())}
        onChange={event => {
          const last = fromDateInput(event.currentTarget.value);
          change({ until: last === null ? null : dayAfter(last, 1) });
        }}
      />
      {draft.action === 'block' && (
        <NativeSelect
          label={t('rule.hangUp')}
          value={draft.hangUp ?? ''}
          onChange={event => {
            const method = HangUpMethod.safeParse(event.currentTarget.value);
            change({ hangUp: method.success ? method.data : null });
          }}
          data={[
            { value: '', label: t('rule.hangUp.same') },
            ...HangUpMethod.options.map(value => ({ value, label: t(`hangUp.${value}`) })),
          ]}
        />
      )}
    </div>
  );
}

function LineField({ draft, change }: MoreConditionsProps) {
  const { t } = useText();
  const { data: status } = useQuery(statusQuery);
  const lines = [
    ...new Set([
      ...(status?.lines ?? []).map(line => line.line),
      ...(draft.line === null ? [] : [draft.line]),
    ]),
  ];
  if (lines.length < 2 && draft.line === null) return null;
  return (
    <NativeSelect
      label={t('rule.line')}
      value={draft.line ?? ''}
      onChange={event =>
        change({ line: event.currentTarget.value === '' ? null : event.currentTarget.value })
      }
      data={[{ value: '', label: t('rule.line.all') }, ...lines]}
    />
  );
}
