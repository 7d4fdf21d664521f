import { useQuery } from '@tanstack/react-query';
import { CircleCheck, Eye, LoaderCircle, TriangleAlert } from 'lucide-react';
import type { LineStatus } from '../../shared/line-status.ts';
import { isGuarded } from '../../shared/line-status.ts';
import { noticeQuery } from '../data/queries.ts';
import { lineWords } from '../shell/line-words.ts';
import { useText } from '../words/text.ts';
import { since } from '../words/times.ts';
import { useNow } from '../words/use-now.ts';
import classes from './line.module.css';

const icons = { good: CircleCheck, watch: Eye, wait: LoaderCircle, bad: TriangleAlert } as const;

/** A line that is deaf guards nothing that it could name; a box that only looks on does all it can. */
function toneOf({ state }: LineStatus): keyof typeof icons {
  if (state === 'read-only') return 'watch';
  if (state === 'searching' || state === 'opening' || state === 'setting-up') return 'wait';
  return isGuarded(state) && state !== 'deaf' ? 'good' : 'bad';
}

/** How one line is, what to do about it, and what is known of its modem. */
export function LineCard({ line }: { line: LineStatus }) {
  const text = useText();
  const { t, intl } = text;
  const now = useNow();
  const { data: notice } = useQuery(noticeQuery);
  const ability = notice?.lines.find(one => one.line === line.line)?.ability ?? 'unknown';
  const { sentence, advice } = lineWords(text, line);
  const tone = toneOf(line);
  const Icon = icons[tone];
  const facts: [string, string][] = [
    [t('line.modem'), line.modem?.name ?? ''],
    [t('line.path'), line.path ?? line.line],
    [t('line.since'), since(intl, line.since, now)],
    [t('line.lastCall'), line.lastCallAt === null ? '' : since(intl, line.lastCallAt, now)],
    [
      t('line.hangs'),
      line.modem === null && line.state !== 'read-only'
        ? ''
        : t(line.canHangUp ? 'line.hangs.yes' : 'line.hangs.no'),
    ],
    [t('line.speaks'), ability === 'unknown' || ability === 'looks-on' ? '' : t(`line.speaks.${ability}`)],
    [t('line.identity'), line.modem?.identity.join(' · ') ?? ''],
  ];
  return (
    <article className={classes.card} data-tone={tone}>
      <div className={classes.state}>
        <Icon size={28} aria-hidden="true" />
        <div>
          <h2>{sentence}</h2>
          {advice !== '' && <p className="quiet prose">{advice}</p>}
        </div>
      </div>
      <dl className={classes.facts}>
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </article>
  );
}
