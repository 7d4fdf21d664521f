import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleCheck, CirclePause, Eye, LoaderCircle, TriangleAlert, Unplug } from 'lucide-react';
import { Link } from 'wouter';
import type { LineState, LineStatus } from '../../shared/line-status.ts';
import { isGuarded } from '../../shared/line-status.ts';
import type { Status } from '../../shared/status.ts';
import { api, ask } from '../data/client.ts';
import { useTellProblem } from '../data/deeds.tsx';
import type { Connection } from '../data/live.ts';
import { statusQuery } from '../data/queries.ts';
import { useText } from '../words/text.ts';
import { clock, since } from '../words/times.ts';
import { useNow } from '../words/use-now.ts';
import { lineWords } from './line-words.ts';
import { LookAroundButton } from './look-around.tsx';
import classes from './shell.module.css';

const pauseMinutes = 30;
const onTheWay: ReadonlySet<LineState> = new Set(['searching', 'opening', 'setting-up']);

const icons = {
  good: CircleCheck,
  watch: Eye,
  wait: LoaderCircle,
  paused: CirclePause,
  bad: TriangleAlert,
} as const;
type Tone = keyof typeof icons;

/** How grave it is that a line is not guarded: a box that only looks on does all that it can. */
function toneOf(state: LineState): Tone {
  if (onTheWay.has(state)) return 'wait';
  return state === 'read-only' ? 'watch' : 'bad';
}

/** One sentence that is always there: is my line guarded, and if not, what to do. */
export function StatusBar({ connection }: { connection: Connection }) {
  const { t } = useText();
  const { data: status, isError } = useQuery(statusQuery);
  if (connection === 'lost' || isError)
    return (
      <Bar
        tone="bad"
        icon={<Unplug size={20} aria-hidden="true" />}
        sentence={t('status.lost')}
        advice={t('status.lost.advice')}
      />
    );
  if (!status) return <Bar tone="wait" sentence={t('status.asking')} />;
  return (
    <>
      {status.lookAround === 'on' && (
        <Bar
          tone="paused"
          icon={<Eye size={20} aria-hidden="true" />}
          sentence={t('lookAround.on')}
          advice={t('lookAround.on.advice')}
          action={<LookAroundButton className={classes.statusButton ?? ''} />}
        />
      )}
      <LineBar status={status} />
      {status.troubles.map(trouble => (
        <TroubleBar key={trouble.key} trouble={trouble} />
      ))}
    </>
  );
}

function LineBar({ status }: { status: Status }) {
  const text = useText();
  const { t, intl } = text;
  const now = useNow();
  const worst = worstLine(status.lines);
  const paused = status.pausedUntil !== null && status.pausedUntil > now;
  if (!worst) return <Bar tone="bad" sentence={t('status.noLine')} action={<LineLink />} />;
  const { sentence, advice } = lineWords(text, worst);
  if (!isGuarded(worst.state))
    return (
      <Bar
        tone={toneOf(worst.state)}
        sentence={sentence}
        {...(advice === '' ? {} : { advice })}
        action={onTheWay.has(worst.state) ? null : <LineLink />}
      />
    );
  if (paused && status.pausedUntil !== null)
    return (
      <Bar
        tone="paused"
        sentence={t('status.paused', { time: clock(intl, status.pausedUntil) })}
        action={<PauseButton minutes={null} />}
      />
    );
  const last = Math.max(0, ...status.lines.map(line => line.lastCallAt ?? 0));
  const details = [
    status.demo && status.lookAround === 'none' ? t('status.demo') : '',
    worst.modem?.name ?? '',
    status.mode === 'normal' ? '' : t(`mode.${status.mode}`),
    last > 0 ? t('status.lastCall', { when: since(intl, last, now) }) : t('status.noCallYet'),
  ].filter(detail => detail !== '');
  return (
    <Bar
      tone={worst.state === 'deaf' ? 'bad' : 'good'}
      sentence={sentence}
      details={details}
      {...(worst.state === 'deaf' && advice !== '' ? { advice } : {})}
      action={<PauseButton minutes={pauseMinutes} />}
    />
  );
}

/** The line that wants attention most; the first of those that are fine. */
function worstLine(lines: readonly LineStatus[]): LineStatus | undefined {
  return (
    lines.find(line => !isGuarded(line.state) && !onTheWay.has(line.state)) ??
    lines.find(line => !isGuarded(line.state)) ??
    lines.find(line => line.state === 'deaf') ??
    lines[0]
  );
}

interface BarProps {
  tone: Tone;
  sentence: string;
  icon?: React.ReactNode;
  details?: string[];
  advice?: string;
  action?: React.ReactNode;
}

function Bar({ tone, sentence, icon, details = [], advice, action }: BarProps) {
  const Icon = icons[tone];
  return (
    <div className={classes.status} data-tone={tone}>
      <div className={classes.statusIcon}>{icon ?? <Icon size={20} aria-hidden="true" />}</div>
      <div className={classes.statusWords} role="status">
        <span className={classes.statusSentence}>{sentence}</span>
        {details.map(detail => (
          <span key={detail} className={classes.statusDetail}>
            {detail}
          </span>
        ))}
        {advice !== undefined && <span className={classes.statusAdvice}>{advice}</span>}
      </div>
      {action}
    </div>
  );
}

function LineLink() {
  const { t } = useText();
  return (
    <Button component={Link} href="/line" variant="default" className={classes.statusButton ?? ''}>
      {t('status.toLine')}
    </Button>
  );
}

function PauseButton({ minutes }: { minutes: number | null }) {
  const { t } = useText();
  const queries = useQueryClient();
  const tellProblem = useTellProblem();
  const pause = useMutation({
    mutationFn: () => ask(api.pause.$post({ json: { minutes } })),
    onSuccess: status => queries.setQueryData(statusQuery.queryKey, status),
    onError: tellProblem,
  });
  return (
    <Button
      variant={minutes === null ? 'filled' : 'default'}
      className={classes.statusButton ?? ''}
      onClick={() => pause.mutate()}
      loading={pause.isPending}
    >
      {minutes === null ? t('status.resume') : t('status.pause', { minutes })}
    </Button>
  );
}

function TroubleBar({ trouble }: { trouble: Status['troubles'][number] }) {
  const { word } = useText();
  return (
    <Bar
      tone="bad"
      sentence={word(`trouble.${trouble.key}`, trouble.values)}
      advice={word(`trouble.${trouble.key}.advice`, trouble.values, '')}
    />
  );
}
