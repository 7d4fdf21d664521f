import { Button, Collapse, Kbd, NativeSelect, TextInput, CloseButton } from '@mantine/core';
import { ListFilter, Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { CallWord } from '../../shared/call.ts';
import type { Today } from '../../shared/history.ts';
import { labels } from '../../shared/label.ts';
import { NumberClass, numberClasses } from '../../shared/number.ts';
import type { CallFilter } from '../data/queries.ts';
import { isTyping } from '../shell/typing.ts';
import { useText } from '../words/text.ts';
import { DayInput } from '../words/day-input.tsx';
import { dayAfter, startOfDay } from '../words/times.ts';
import { verdictIcons } from '../words/verdict.tsx';
import { emptyFilter, isNarrowed, narrowed, omit } from './filter.ts';
import classes from './history.module.css';

const words = ['rang', 'flagged', 'blocked', 'missed'] as const;

interface FiltersProps {
  filter: CallFilter;
  change: (filter: CallFilter) => void;
  today: Today | undefined;
  total: number;
}

/** Today at a glance, the search, and everything the history can be narrowed by. */
export function Filters({ filter, change, today, total }: FiltersProps) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const hidden = hiddenCount(filter);
  return (
    <div className={classes.filters}>
      <div className={classes.toolbar}>
        <h1 className={classes.today}>{today ? t('history.today', { ...today }) : t('place.history')}</h1>
        <SearchField
          value={filter.search ?? ''}
          change={search => change(narrowed(filter, 'search', search))}
        />
        <Button
          variant={hidden > 0 ? 'light' : 'default'}
          leftSection={<ListFilter size={18} aria-hidden="true" />}
          aria-expanded={open}
          aria-controls="history-filters"
          onClick={() => setOpen(!open)}
        >
          {hidden > 0 ? t('history.filter.count', { count: hidden }) : t('history.filter')}
        </Button>
      </div>
      <div className={classes.words} role="group" aria-label={t('history.words')}>
        <WordChip word={undefined} filter={filter} change={change} />
        {words.map(word => (
          <WordChip key={word} word={word} filter={filter} change={change} />
        ))}
        {isNarrowed(filter) && (
          <span className={classes.found} role="status">
            {t('history.found', { total })}
          </span>
        )}
      </div>
      <Collapse expanded={open} id="history-filters" transitionDuration={120}>
        <MoreFilters filter={filter} change={change} />
      </Collapse>
    </div>
  );
}

function WordChip({
  word,
  filter,
  change,
}: Pick<FiltersProps, 'filter' | 'change'> & { word: CallWord | undefined }) {
  const { t } = useText();
  const Icon = word && verdictIcons[word];
  return (
    <button
      type="button"
      className={classes.wordChip}
      data-word={word}
      aria-pressed={filter.word === word}
      onClick={() => change(narrowed(filter, 'word', filter.word === word ? undefined : word))}
    >
      {Icon && <Icon size={16} aria-hidden="true" />}
      {word ? t(`word.${word}`) : t('history.all')}
    </button>
  );
}

function SearchField({ value, change }: { value: string; change: (value: string) => void }) {
  const { t } = useText();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== '/' || isTyping(event)) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  return (
    <TextInput
      ref={field}
      type="search"
      className={classes.search ?? ''}
      aria-label={t('history.search')}
      placeholder={t('history.search.hint')}
      value={value}
      onChange={event => change(event.currentTarget.value)}
      onKeyDown={event => {
        if (event.key === 'Escape') {
          change('');
          event.currentTarget.blur();
        }
        if (event.key === 'ArrowDown') document.querySelector<HTMLElement>('[data-row-link]')?.focus();
      }}
      leftSection={<Search size={18} aria-hidden="true" />}
      rightSection={
        value === '' ? (
          <Kbd aria-hidden="true">/</Kbd>
        ) : (
          <CloseButton aria-label={t('history.search.clear')} onClick={() => change('')} />
        )
      }
    />
  );
}

function MoreFilters({ filter, change }: Pick<FiltersProps, 'filter' | 'change'>) {
  const { t, word } = useText();
  const classOf = (value: string) => {
    const read = NumberClass.safeParse(value);
    return read.success ? read.data : undefined;
  };
  return (
    <div className={classes.more}>
      <NativeSelect
        label={t('history.class')}
        value={filter.class ?? ''}
        onChange={event => change(narrowed(filter, 'class', classOf(event.currentTarget.value)))}
        data={[
          { value: '', label: t('history.any') },
          ...numberClasses.map(value => ({ value, label: word(`number.class.${value}`) })),
        ]}
      />
      <NativeSelect
        label={t('history.label')}
        value={filter.label ?? ''}
        onChange={event => change(narrowed(filter, 'label', event.currentTarget.value))}
        data={[
          { value: '', label: t('history.any') },
          ...labels.map(({ key }) => ({ value: key, label: word(`label.${key}`) })),
        ]}
      />
      <DayInput
        label={t('history.from')}
        day={filter.from ?? null}
        change={day => change(narrowed(filter, 'from', day ?? undefined))}
      />
      <DayInput
        label={t('history.to')}
        day={filter.to === undefined ? null : filter.to - 1}
        change={day => change(narrowed(filter, 'to', day === null ? undefined : dayAfter(day, 1)))}
      />
      <div className={classes.periods}>
        {[1, 7, 30].map(days => (
          <Button
            key={days}
            variant="default"
            onClick={() => {
              change({ ...omit(filter, 'to'), from: startOfDay(dayAfter(Date.now(), 1 - days)) });
            }}
          >
            {t('history.lastDays', { days })}
          </Button>
        ))}
        <Button variant="subtle" onClick={() => change(emptyFilter)} disabled={!isNarrowed(filter)}>
          {t('history.clear')}
        </Button>
      </div>
    </div>
  );
}

/** How many things the history is narrowed by that the toolbar itself does not show. */
function hiddenCount(filter: CallFilter): number {
  return Object.values(omit(filter, 'search', 'word')).filter(value => value !== undefined && value !== '')
    .length;
}
