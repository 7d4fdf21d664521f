import { Button, Collapse, NativeSelect, NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { HangUpMethod } from '../../shared/call.ts';
import type { RuleOften, RuleWhen } from '../../shared/rule.ts';
import { statusQuery } from '../data/queries.ts';
import { ClockSelect } from '../words/clock-select.tsx';
import { oftenWords } from '../words/rule-words.ts';
import { useText } from '../words/text.ts';
import { day, weekday, weekdays } from '../words/times.ts';
import type { LooseDraft } from './draft.ts';
import { endOf } from './draft.ts';
import { UntilField } from './until-field.tsx';
import classes from './rule-form.module.css';

interface MoreConditionsProps {
  draft: LooseDraft;
  change: (part: Partial<LooseDraft>) => void;
}

/** When, how often, until when, on which line: for those who want it. */
export function MoreConditions({ draft, change }: MoreConditionsProps) {
  const { t, intl } = useText();
  const end = endOf(draft);
  const [open, setOpen] = useState(
    draft.when !== null ||
      draft.often !== null ||
      typeof draft.until === 'number' ||
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
      {!open && end !== null && (
        <p className="quiet">
          {t(draft.until === undefined ? 'rule.until.reused' : 'rule.until.told', {
            day: day(intl, end - 1, Date.now()),
          })}
        </p>
      )}
      <Collapse expanded={open} transitionDuration={120}>
        <div className={classes.more}>
          <WhenFields when={draft.when} change={when => change({ when })} />
          <OftenFields draft={draft} change={change} />
          <UntilField draft={draft} change={change} />
          <HangUpField draft={draft} change={change} />
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
        {weekdays.map(index => (
          <button
            key={index}
            type="button"
            className={classes.dayButton}
            aria-pressed={days.has(index)}
            title={weekday(intl, index, 'long')}
            onClick={() => toggle(index)}
          >
            {weekday(intl, index)}
          </button>
        ))}
      </div>
      <div className={classes.pair}>
        <ClockSelect
          label={t('rule.from')}
          clock={when?.from ?? null}
          none={t('rule.clock.none')}
          change={from => set({ from: from ?? undefined })}
        />
        <ClockSelect
          label={t('rule.to')}
          clock={when?.to ?? null}
          none={t('rule.clock.none')}
          change={to => set({ to: to ?? undefined })}
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

/** Repeats that people mean, as times/minutes: the third call within an hour, the second within five minutes. */
const repeats = ['3/60', '2/5'];

function OftenFields({ draft, change }: MoreConditionsProps) {
  const text = useText();
  const { t } = text;
  const often = draft.often;
  const written = often ? `${often.atLeast}/${often.withinMinutes}` : '';
  const [own, setOwn] = useState(written !== '' && !repeats.includes(written));
  const number = (value: string | number, fallback: number) =>
    typeof value === 'number' && Number.isFinite(value) ? Math.round(value) : fallback;
  return (
    <fieldset className={classes.fields}>
      <legend>{t('rule.often')}</legend>
      <NativeSelect
        aria-label={t('rule.often')}
        value={own ? 'own' : written}
        onChange={event => {
          const { value } = event.currentTarget;
          setOwn(value === 'own');
          change({ often: value === 'own' ? (often ?? oftenOf(repeats[0])) : oftenOf(value) });
        }}
        data={[
          { value: '', label: t('rule.often.first') },
          ...repeats.map(value => ({ value, label: oftenWords(text, oftenOf(value)) })),
          { value: 'own', label: t('rule.often.own') },
        ]}
      />
      {own && often && (
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

function oftenOf(written = ''): RuleOften | null {
  const [atLeast = 0, withinMinutes = 0] = written.split('/').map(Number);
  return atLeast > 0 ? { atLeast, withinMinutes } : null;
}

function HangUpField({ draft, change }: MoreConditionsProps) {
  const { t } = useText();
  if (draft.action !== 'block') return null;
  return (
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
