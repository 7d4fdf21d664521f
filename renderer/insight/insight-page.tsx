import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ChartColumn } from 'lucide-react';
import { useMemo } from 'react';
import type { Call } from '../../shared/call.ts';
import { useStory } from '../caller/use-story.ts';
import { api, ask } from '../data/client.ts';
import { Empty } from '../shell/empty.tsx';
import { Trouble } from '../shell/trouble.tsx';
import { useText } from '../words/text.ts';
import { dayAfter, startOfDay, weekday } from '../words/times.ts';
import { WordBadge } from '../words/verdict.tsx';
import { callerDetails, callerTitle } from '../words/who.ts';
import type { Counted, WordCounts } from './count.ts';
import { countCalls } from './count.ts';
import { HeatMap } from './heat-map.tsx';
import classes from './insight.module.css';

const days = 28;
const windowSize = 200;
/** Enough for a busy shop's month; a line that rings more is counted over its newest calls. */
const mostCalls = 4000;
const words = ['rang', 'flagged', 'blocked', 'missed'] as const;

/** The last four weeks, window by window. */
async function lastWeeks(): Promise<Call[]> {
  const from = startOfDay(dayAfter(Date.now(), 1 - days));
  const calls: Call[] = [];
  let cursor: string | null = null;
  do {
    const query: Record<string, string> = { from: String(from), limit: String(windowSize) };
    if (cursor !== null) query['cursor'] = cursor;
    const page: { calls: Call[]; next: string | null } = await ask(api.calls.$get({ query }));
    calls.push(...page.calls);
    cursor = page.next;
  } while (cursor !== null && calls.length < mostCalls);
  return calls;
}

/** When the phone rings, with what kind of call, and what became of it. */
export function InsightPage() {
  const { t } = useText();
  const calls = useQuery({ queryKey: ['insight'], queryFn: lastWeeks, staleTime: 60_000 });
  const counted = useMemo(() => countCalls(calls.data ?? []), [calls.data]);
  return (
    <div className="sheet">
      <h1 className={classes.title}>{t('place.insight')}</h1>
      {calls.isError ? (
        <Trouble error={calls.error} again={() => void calls.refetch()} />
      ) : calls.isPending ? (
        <Skeleton height={400} radius="lg" mt="lg" />
      ) : counted.total === 0 ? (
        <Empty icon={<ChartColumn />} title={t('insight.none')}>
          <p>{t('insight.none.advice')}</p>
        </Empty>
      ) : (
        <Insight counted={counted} />
      )}
    </div>
  );
}

function Insight({ counted }: { counted: Counted }) {
  const { t, word, intl } = useText();
  const { busiest } = counted;
  const mostOfClass = Math.max(1, ...counted.classes.map(one => one.total));
  return (
    <>
      <p className="quiet">{t('insight.period', { days, total: counted.total })}</p>
      <div className={classes.tiles}>
        {words.map(one => (
          <div key={one} className={classes.tile}>
            <WordBadge word={one} />
            <span className={classes.number}>{intl.formatNumber(counted.words[one])}</span>
          </div>
        ))}
      </div>
      <section className={classes.part}>
        <h2>{t('insight.when')}</h2>
        {busiest && (
          <p className="quiet">
            {t('insight.busiest', { weekday: weekday(intl, busiest.weekday, 'long'), hour: busiest.hour })}
          </p>
        )}
        <HeatMap week={counted.week} />
      </section>
      <section className={classes.part}>
        <h2>{t('insight.classes')}</h2>
        <ul className={classes.bars}>
          {counted.classes.slice(0, 10).map(({ key, total, words: counts }) => (
            <li key={key}>
              <span className={classes.barName}>{word(`number.class.${key}`)}</span>
              <Stack counts={counts} width={total / mostOfClass} />
              <span className={classes.barCount}>{intl.formatNumber(total)}</span>
            </li>
          ))}
        </ul>
      </section>
      <Callers counted={counted} />
    </>
  );
}

function Stack({ counts, width }: { counts: WordCounts; width: number }) {
  const { t } = useText();
  const label = words
    .filter(one => counts[one] > 0)
    .map(one => `${t(`word.${one}`)} ${counts[one]}`)
    .join(', ');
  return (
    <span className={classes.track}>
      <span
        className={classes.stack}
        style={{ width: `${width * 100}%` }}
        role="img"
        aria-label={label}
        title={label}
      >
        {words.map(one => (
          <span key={one} data-word={one} style={{ flexGrow: counts[one] }} />
        ))}
      </span>
    </span>
  );
}

function Callers({ counted }: { counted: Counted }) {
  const text = useText();
  const { open } = useStory();
  return (
    <section className={classes.part}>
      <h2>{text.t('insight.callers')}</h2>
      <ol className={classes.callers}>
        {counted.callers.slice(0, 8).map(({ call, total }) => (
          <li key={call.caller}>
            <button type="button" className={classes.caller} onClick={() => open(call.caller)}>
              <span className="strong">{callerTitle(text, call)}</span>
              <span className={classes.callerDetails}>{callerDetails(text, call).join(' · ')}</span>
              <span>{text.t('story.times', { count: total })}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
