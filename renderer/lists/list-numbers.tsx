import { ActionIcon, Button, Loader, Skeleton, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Hash, Plus, Search, SearchX, Trash2 } from 'lucide-react';
import type { SyntheticEvent } from 'react';
import { useRef, useState } from 'react';
import type { NumberList } from '../../shared/history.ts';
import type { ListNumber } from '../../shared/lists.ts';
import { api, ask, ProblemError } from '../data/client.ts';
import { useTellDone, useTellProblem } from '../data/deeds.tsx';
import { Empty } from '../shell/empty.tsx';
import { Trouble } from '../shell/trouble.tsx';
import { useText } from '../words/text.ts';
import { listNumbersQuery } from './lists-data.ts';
import { useListsChanged } from './use-list-deeds.ts';
import classes from './lists.module.css';

/** The numbers of a list: found by how they begin, and, in a list of one's own, put in and taken out by hand. */
export function ListNumbers({ list }: { list: NumberList }) {
  const { t } = useText();
  const [search, setSearch] = useState('');
  const [settled] = useDebouncedValue(search.trim(), 250);
  const numbers = useInfiniteQuery({
    ...listNumbersQuery(list.id, settled),
    placeholderData: previous => previous,
  });
  // A million numbers take a moment to look through.
  const searching = search.trim() !== settled || numbers.isPlaceholderData;
  const own = list.source.kind === 'own';
  const entries = numbers.data?.pages.flatMap(page => page.entries) ?? [];
  const total = numbers.data?.pages[0]?.total ?? 0;
  return (
    <section className={classes.numbers} aria-label={t('numbers.list')}>
      {own ? <AddNumber list={list} /> : <p className="quiet">{t('numbers.elsewhere')}</p>}
      {(list.count > 0 || search !== '') && (
        <TextInput
          type="search"
          aria-label={t('numbers.search')}
          placeholder={t('numbers.search')}
          leftSection={<Search size={18} aria-hidden="true" />}
          rightSection={searching && <Loader size="xs" role="status" aria-label={t('page.loading')} />}
          value={search}
          onChange={event => setSearch(event.currentTarget.value)}
        />
      )}
      {numbers.isError ? (
        <Trouble error={numbers.error} again={() => void numbers.refetch()} />
      ) : numbers.isPending ? (
        <Skeleton height={240} radius="lg" role="status" aria-label={t('page.loading')} />
      ) : entries.length === 0 ? (
        settled === '' ? (
          <Empty icon={<Hash />} title={t('numbers.none')}>
            <p>{t(own ? 'numbers.none.own' : 'numbers.none.other')}</p>
          </Empty>
        ) : (
          <Empty icon={<SearchX />} title={t('numbers.nothingFound')} role="status">
            <p>{t('numbers.nothingFound.advice')}</p>
          </Empty>
        )
      ) : (
        <>
          <ul className={`card ${classes.entries ?? ''}`} aria-label={t('numbers.list')}>
            {entries.map(entry => (
              <NumberRow key={entry.number} list={list} entry={entry} own={own} />
            ))}
          </ul>
          <div className={classes.tail}>
            <span className="quiet" role="status">
              {numbers.hasNextPage
                ? t('numbers.shown', { shown: entries.length, total })
                : t('lists.count', { count: total })}
            </span>
            {numbers.hasNextPage && (
              <Button
                variant="default"
                loading={numbers.isFetchingNextPage}
                onClick={() => void numbers.fetchNextPage()}
              >
                {t('numbers.more')}
              </Button>
            )}
          </div>
        </>
      )}
    </section>
  );
}

function NumberRow({ list, entry, own }: { list: NumberList; entry: ListNumber; own: boolean }) {
  const { t, word } = useText();
  const changed = useListsChanged();
  const tellDone = useTellDone();
  const tellProblem = useTellProblem();
  const written = entry.prefix
    ? t('numbers.prefix', { digits: entry.display.replace('*', '') })
    : entry.display;
  const facts = [
    entry.name,
    entry.group,
    entry.note,
    entry.category === null ? '' : word(`label.${entry.category}`),
  ].filter(fact => fact !== '');
  const remove = async () => {
    try {
      const { changeId } = await ask(
        api.lists[':id'].numbers[':number'].$delete({
          param: { id: String(list.id), number: encodeURIComponent(entry.number) },
        }),
      );
      tellDone(t('numbers.removed', { number: written }), changeId);
    } catch (error) {
      tellProblem(error);
    }
    changed();
  };
  return (
    <li className={classes.entry}>
      <span className="strong">{written}</span>
      {facts.length > 0 && <span className={classes.entryFacts}>{facts.join(' · ')}</span>}
      {own && (
        <ActionIcon aria-label={t('numbers.remove.who', { number: written })} onClick={() => void remove()}>
          <Trash2 size={18} aria-hidden="true" />
        </ActionIcon>
      )}
    </li>
  );
}

function AddNumber({ list }: { list: NumberList }) {
  const { t } = useText();
  const changed = useListsChanged();
  const tellDone = useTellDone();
  const tellProblem = useTellProblem();
  const [number, setNumber] = useState('');
  const [note, setNote] = useState('');
  const [wrong, setWrong] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const add = async (event: SyntheticEvent) => {
    event.preventDefault();
    try {
      const { changeId } = await ask(
        api.lists[':id'].numbers.$post({ param: { id: String(list.id) }, json: { number, note } }),
      );
      tellDone(t('numbers.added', { number }), changeId);
      setNumber('');
      setNote('');
      field.current?.focus();
    } catch (error) {
      if (error instanceof ProblemError && error.key === 'not-a-number') setWrong(true);
      else tellProblem(error);
    }
    changed();
  };
  return (
    <form className={`card ${classes.add ?? ''}`} onSubmit={event => void add(event)}>
      <TextInput
        ref={field}
        label={t('numbers.number')}
        description={t('numbers.number.hint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        inputMode="tel"
        autoComplete="off"
        maxLength={64}
        value={number}
        error={wrong ? t('numbers.wrong') : null}
        onChange={event => {
          setNumber(event.currentTarget.value);
          setWrong(false);
        }}
      />
      <TextInput
        label={t('numbers.note')}
        autoComplete="off"
        maxLength={500}
        value={note}
        onChange={event => setNote(event.currentTarget.value)}
      />
      <Button
        type="submit"
        leftSection={<Plus size={18} aria-hidden="true" />}
        disabled={number.trim() === ''}
      >
        {t('numbers.add')}
      </Button>
    </form>
  );
}
