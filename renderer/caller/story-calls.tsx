import { Button, Loader } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { Call, Reason } from '../../shared/call.ts';
import { callsQuery, whyQuery } from '../data/queries.ts';
import { Trouble } from '../shell/trouble.tsx';
import { reasonLong, whyShort } from '../words/reasons.ts';
import { useText } from '../words/text.ts';
import { moment } from '../words/times.ts';
import { useNow } from '../words/use-now.ts';
import { VerdictBadge } from '../words/verdict.tsx';
import classes from './caller.module.css';

const shownAtFirst = 5;

/** All calls of a caller, newest first; each opens to the whole reasoning. */
export function StoryCalls({ caller }: { caller: string }) {
  const { t } = useText();
  const [all, setAll] = useState(false);
  const [open, setOpen] = useState<string | null>(null);
  const history = useInfiniteQuery(callsQuery({ caller }));
  if (history.isPending) return <Loader size="sm" role="status" aria-label={t('page.loading')} />;
  if (history.isError) return <Trouble error={history.error} again={() => void history.refetch()} />;
  const calls = history.data.pages.flatMap(page => page.calls);
  const shown = all ? calls : calls.slice(0, shownAtFirst);
  const more = !all && calls.length > shownAtFirst;
  return (
    <>
      <ul className={classes.calls}>
        {shown.map(call => (
          <StoryCall
            key={call.id}
            call={call}
            open={open === call.id}
            toggle={() => setOpen(open === call.id ? null : call.id)}
          />
        ))}
      </ul>
      {(more || history.hasNextPage) && (
        <Button
          variant="subtle"
          loading={history.isFetchingNextPage}
          onClick={() => {
            if (more) setAll(true);
            else void history.fetchNextPage();
          }}
        >
          {t('story.more')}
        </Button>
      )}
    </>
  );
}

function StoryCall({ call, open, toggle }: { call: Call; open: boolean; toggle: () => void }) {
  const text = useText();
  const now = useNow();
  const why = whyShort(text, call);
  return (
    <li>
      <button type="button" className={classes.call} aria-expanded={open} onClick={toggle}>
        {open ? <ChevronDown size={18} aria-hidden="true" /> : <ChevronRight size={18} aria-hidden="true" />}
        <time dateTime={new Date(call.startedAt).toISOString()}>
          {moment(text.intl, call.startedAt, now)}
        </time>
        <VerdictBadge call={call} />
        <span className={classes.callWhy}>{why}</span>
      </button>
      {open && <Why call={call} />}
    </li>
  );
}

/** The whole reasoning, as sentences: what decided, what else spoke, what would change it. */
function Why({ call }: { call: Call }) {
  const text = useText();
  const { t } = text;
  const why = useQuery(whyQuery(call.id));
  if (why.isError) return <Trouble error={why.error} again={() => void why.refetch()} />;
  if (!why.data) return <Loader size="sm" m="md" role="status" aria-label={t('page.loading')} />;
  const { verdict, now, wouldChange } = why.data;
  const [decided] = verdict?.reasons ?? [];
  // "Nothing speaks against it" is no news beside something that does.
  const others = why.data.others.filter(reason => reason.key !== 'class.allow');
  const sentences = (speaks: Reason['speaks']) =>
    others.filter(reason => reason.speaks === speaks).map(reason => reasonLong(text, reason));
  return (
    <div className={classes.why}>
      <p className="strong">{decided ? reasonLong(text, decided) : t('why.none')}</p>
      <Reasons title={t('why.for')} sentences={sentences('for')} />
      <Reasons title={t('why.against')} sentences={sentences('against')} />
      <Reasons title={t('why.others')} sentences={sentences('neither')} />
      {verdict && verdict.action !== now && <p>{t(`why.now.${now}`)}</p>}
      <Reasons title={t('why.wouldChange')} sentences={wouldChange.map(reason => reasonLong(text, reason))} />
      <p className="quiet">{factsOf(text, call)}</p>
    </div>
  );
}

function Reasons({ title, sentences }: { title: string; sentences: string[] }) {
  if (sentences.length === 0) return null;
  return (
    <div>
      <p className="strong">{title}</p>
      <ul>
        {[...new Set(sentences)].map(sentence => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}

/** What the line saw: rings, how it ended, how it was hung up. */
function factsOf({ t, intl }: ReturnType<typeof useText>, call: Call): string {
  const { hangUp, outcome } = call;
  return [
    t('why.rings', { count: call.rings }),
    call.endedAt === null
      ? ''
      : t('why.lasted', {
          seconds: intl.formatNumber(Math.max(1, Math.round((call.endedAt - call.startedAt) / 1000))),
        }),
    outcome === null ? '' : t(`outcome.${outcome}`),
    hangUp ? t(`why.hungUp.${hangUp.asked}`, { attempts: hangUp.attempts }) : '',
  ]
    .filter(part => part !== '')
    .join(' · ');
}
