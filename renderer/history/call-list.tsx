import { Button, Loader } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Call } from '../../shared/call.ts';
import { useStory } from '../caller/use-story.ts';
import { useJudge } from '../data/deeds.tsx';
import { useText } from '../words/text.ts';
import { dayHeading } from '../words/times.ts';
import { useNow } from '../words/use-now.ts';
import { callerTitle } from '../words/who.ts';
import { CallRow } from './call-row.tsx';
import type { HistoryRow } from './fold.ts';
import { historyRows } from './fold.ts';
import classes from './history.module.css';

/** Row heights in rem, so that a larger font of the reader's makes larger rows. */
const heights = { day: 3, comfortable: 3.5, compact: 2, narrow: 5 } as const;

interface CallListProps {
  calls: readonly Call[];
  compact: boolean;
  /** Are there older calls to load? */
  more: boolean;
  loading: boolean;
  loadMore: () => void;
  /** Goes on below the last call that the page can keep; null while it can keep more. */
  older: (() => void) | null;
  label: string;
}

/** The calls, day by day; only those in sight are in the document. */
export function CallList({ calls, compact, more, loading, loadMore, older, label }: CallListProps) {
  const text = useText();
  const now = useNow();
  const narrow = useMediaQuery('(max-width: 47.99em)');
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => historyRows(calls, open, more), [calls, open, more]);
  const scroller = useRef<HTMLDivElement>(null);
  const rem = useRem();
  const rowHeight = (narrow ? heights.narrow : compact ? heights.compact : heights.comfortable) * rem;
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: index => (rows[index]?.kind === 'day' ? heights.day * rem : rowHeight),
    getItemKey: index => rows[index]?.key ?? index,
    overscan: 8,
  });
  useEffect(() => list.measure(), [list, rowHeight, rem]);

  const shown = list.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more && !loading && last >= rows.length - 20) loadMore();
  }, [more, loading, last, rows.length, loadMore]);

  const toggle = (key: string) =>
    setOpen(known => {
      const next = new Set(known);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  const keys = useRowKeys(rows, toggle, index => list.scrollToIndex(index, { align: 'auto' }));

  return (
    <div
      ref={scroller}
      className={classes.scroller}
      data-density={narrow ? 'narrow' : compact ? 'compact' : 'comfortable'}
      onKeyDown={keys.onKeyDown}
    >
      <div role="list" aria-label={label} className={classes.list} style={{ height: list.getTotalSize() }}>
        {shown.map(({ index, key, start, size }) => {
          const row = rows[index];
          if (!row) return null;
          return (
            <div
              key={key}
              role="listitem"
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              data-row={index}
              className={classes.slot}
              style={{ height: size, transform: `translateY(${start}px)` }}
            >
              {row.kind === 'day' ? (
                <h2 className={classes.day}>
                  {dayHeading(text.intl, row.day, now)}
                  {!row.partial && (
                    <span className={classes.dayCount}>{text.t('history.calls', { count: row.calls })}</span>
                  )}
                </h2>
              ) : (
                <CallRow row={row} tabbable={index === keys.active} toggle={toggle} />
              )}
            </div>
          );
        })}
      </div>
      {loading && (
        <div className={classes.tail} role="status" aria-label={text.t('page.loading')}>
          <Loader size="sm" />
        </div>
      )}
      {older && (
        <div className={classes.tail}>
          <Button variant="default" onClick={older}>
            {text.t('history.older')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Arrows move, Space opens a fold, B blocks, A allows; one row of the list is in the tab order. */
function useRowKeys(
  rows: readonly HistoryRow[],
  toggle: (key: string) => void,
  reveal: (index: number) => void,
) {
  const text = useText();
  const judge = useJudge();
  const { open } = useStory();
  const [chosen, setChosen] = useState<number | null>(null);
  const first = rows.findIndex(row => row.kind !== 'day');
  const active = chosen !== null && chosen < rows.length && rows[chosen]?.kind !== 'day' ? chosen : first;

  const move = (from: number, step: 1 | -1) => {
    let next = from + step;
    while (rows[next]?.kind === 'day') next += step;
    if (!rows[next]) return;
    setChosen(next);
    reveal(next);
    // The row may only come into the document with the next paint.
    requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        document
          .querySelector<HTMLElement>(`[data-row="${next}"] [data-row-link]`)
          ?.focus({ preventScroll: true }),
      ),
    );
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { target } = event;
    if (!(target instanceof HTMLElement)) return;
    const index = Number(target.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? NaN);
    const row = rows[index];
    if (!row || row.kind === 'day') return;
    const call = callOf(row);
    const onRow = target.matches('[data-row-link]');
    // By place on the keyboard: with a Korean layout the same keys give ㅠ and ㅁ.
    const key =
      event.code === 'KeyB' || event.code === 'KeyA' || event.code === 'Space' ? event.code : event.key;
    const deeds: Partial<Record<string, () => void>> = {
      ArrowDown: () => move(index, 1),
      ArrowUp: () => move(index, -1),
      KeyB: () => void judge(call.caller, callerTitle(text, call), 'block'),
      KeyA: () => void judge(call.caller, callerTitle(text, call), 'allow'),
      ...(onRow
        ? {
            Space: () => row.kind === 'fold' && row.fold.earlier.length > 0 && toggle(row.key),
            Enter: () => open(call.caller),
          }
        : {}),
    };
    const deed = deeds[key];
    if (!deed) return;
    event.preventDefault();
    setChosen(index);
    deed();
  };
  return { active, onKeyDown };
}

export function callOf(row: Exclude<HistoryRow, { kind: 'day' }>): Call {
  return row.kind === 'fold' ? row.fold.newest : row.call;
}

/** Pixels of one rem: larger where the reader set a larger font. */
function useRem(): number {
  const [rem] = useState(() => parseFloat(getComputedStyle(document.documentElement).fontSize) || 16);
  return rem;
}
