import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { callsQuery, settingsQuery, statusQuery } from '../data/queries.ts';
import { useText } from '../words/text.ts';
import { Trouble } from '../shell/trouble.tsx';
import { CallList } from './call-list.tsx';
import { emptyFilter, filterFromSearch, isNarrowed } from './filter.ts';
import { Filters } from './filters.tsx';
import { JustCalled } from './just-called.tsx';
import { LoadingRows, NoCalls, NothingFound } from './nothing.tsx';
import classes from './history.module.css';

/** Rows the page keeps; older calls are reached by narrowing the period, so that its memory stays bounded. */
const mostLoaded = 20_000;

/** The history: today at a glance, search, filters, and every call there ever was. */
export function HistoryPage() {
  const { t } = useText();
  const [filter, setFilter] = useState(() => filterFromSearch(location.search));
  const [settled] = useDebouncedValue(filter, 200);
  const { data: status } = useQuery(statusQuery);
  const { data: settings } = useQuery(settingsQuery);
  const history = useInfiniteQuery({ ...callsQuery(settled), placeholderData: previous => previous });
  const calls = useMemo(() => history.data?.pages.flatMap(page => page.calls) ?? [], [history.data]);
  const total = history.data?.pages[0]?.total ?? 0;
  const full = calls.length >= mostLoaded;
  const oldest = calls.at(-1)?.startedAt;
  return (
    <div className={classes.page}>
      <Filters filter={filter} change={setFilter} today={status?.today} total={total} />
      <JustCalled calls={calls} />
      {history.isPending ? (
        <LoadingRows />
      ) : history.isError && calls.length === 0 ? (
        <Trouble error={history.error} again={() => void history.refetch()} />
      ) : calls.length === 0 ? (
        isNarrowed(settled) ? (
          <NothingFound clear={() => setFilter(emptyFilter)} />
        ) : (
          <NoCalls lines={status?.lines ?? []} />
        )
      ) : (
        <CallList
          calls={calls}
          compact={settings?.density === 'compact'}
          more={history.hasNextPage && !full}
          loading={history.isFetchingNextPage}
          loadMore={() => void history.fetchNextPage()}
          older={full && oldest !== undefined ? () => setFilter({ ...filter, to: oldest + 1 }) : null}
          label={t('history.list', { total })}
        />
      )}
    </div>
  );
}
