import { useQuery } from '@tanstack/react-query';
import { CircleCheck, LoaderCircle, TriangleAlert } from 'lucide-react';
import type { LineStatus } from '../../shared/line-status.ts';
import { isGuarded } from '../../shared/line-status.ts';
import { statusQuery } from '../data/queries.ts';
import { useSettings } from '../settings/use-settings.ts';
import { LookAroundButton } from '../shell/look-around.tsx';
import { lineWords } from '../shell/line-words.ts';
import { useText } from '../words/text.ts';
import { since } from '../words/times.ts';
import { useNow } from '../words/use-now.ts';
import { DoctorCard } from './doctor-card.tsx';
import { LineChoice } from './line-choice.tsx';
import classes from './line.module.css';

/** The phone line in plain words: how it is, what to do, which modem is used. */
export function LinePage() {
  const { t } = useText();
  const { data: status } = useQuery(statusQuery);
  const { settings, change } = useSettings();
  return (
    <div className="sheet">
      <h1 className={classes.title}>{t('place.line')}</h1>
      <div className={classes.lines}>
        {status?.lines.map(line => (
          <LineCard key={line.line} line={line} />
        ))}
        {status?.lines.length === 0 && <p className={classes.card}>{t('status.noLine')}</p>}
      </div>
      <section className={classes.card}>
        <h2>{t('settings.line')}</h2>
        {settings && <LineChoice settings={settings} change={change} />}
      </section>
      <DoctorCard />
      <section className={classes.card}>
        <h2>{t('line.help')}</h2>
        <ol className={classes.steps}>
          <li>{t('line.help.plug')}</li>
          <li>{t('line.help.callerId')}</li>
          <li>{t('line.help.try')}</li>
        </ol>
        <LookAroundButton />
      </section>
    </div>
  );
}

function LineCard({ line }: { line: LineStatus }) {
  const text = useText();
  const { t, intl } = text;
  const now = useNow();
  const { sentence, advice } = lineWords(text, line);
  const tone =
    line.state === 'deaf'
      ? 'bad'
      : isGuarded(line.state)
        ? 'good'
        : ['searching', 'opening', 'setting-up'].includes(line.state)
          ? 'wait'
          : 'bad';
  const Icon = { good: CircleCheck, wait: LoaderCircle, bad: TriangleAlert }[tone];
  const facts: [string, string][] = [
    [t('line.modem'), line.modem?.name ?? ''],
    [t('line.path'), line.path ?? line.line],
    [t('line.since'), since(intl, line.since, now)],
    [t('line.lastCall'), line.lastCallAt === null ? '' : since(intl, line.lastCallAt, now)],
    [t('line.hangs'), line.modem === null ? '' : t(line.canHangUp ? 'line.hangs.yes' : 'line.hangs.no')],
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
