import { Loader } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { CircleAlert, FlaskConical } from 'lucide-react';
import type { Call } from '../../shared/call.ts';
import type { RuleDraft } from '../../shared/rule.ts';
import { api, ask } from '../data/client.ts';
import { Trouble } from '../shell/trouble.tsx';
import { warningWords } from '../words/reasons.ts';
import { useText } from '../words/text.ts';
import { moment } from '../words/times.ts';
import { useNow } from '../words/use-now.ts';
import { callerDetails, callerTitle } from '../words/who.ts';
import classes from './rules.module.css';

const shown = 5;

/** What the rule would have done to past calls, and what is odd about it, before it is saved. */
export function RuleTrial({ draft, replaces }: { draft: RuleDraft | null; replaces: number | null }) {
  const text = useText();
  const { t } = text;
  const trial = useQuery({
    queryKey: ['trial', draft, replaces],
    queryFn: () => (draft ? ask(api.rules.try.$post({ json: { draft, replaces } })) : null),
    enabled: draft !== null,
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
  if (draft === null) return <p className={classes.trialHint}>{t('trial.hint')}</p>;
  if (trial.isError) return <Trouble error={trial.error} again={() => void trial.refetch()} />;
  if (!trial.data) return <Loader size="sm" role="status" aria-label={t('page.loading')} />;
  const { calls, matched, changed, good, examples, warnings } = trial.data;
  return (
    <section className={classes.trial} aria-label={t('trial.title')}>
      {warnings.map(warning => (
        <p key={warningWords(text, warning)} className={classes.warning}>
          <CircleAlert size={18} aria-hidden="true" />
          <span>{warningWords(text, warning)}</span>
        </p>
      ))}
      <p className={classes.trialSum} role="status">
        <FlaskConical size={18} aria-hidden="true" />
        <span>{t(matched === 0 ? 'trial.none' : 'trial.sum', { calls, matched, changed })}</span>
      </p>
      {good.length > 0 && (
        <div className={classes.good}>
          <p className="strong">{t('trial.good', { count: good.length })}</p>
          <TrialCalls calls={good} />
        </div>
      )}
      {examples.length > 0 && (
        <div>
          <p className="strong">{t('trial.examples')}</p>
          <TrialCalls calls={examples} />
        </div>
      )}
    </section>
  );
}

function TrialCalls({ calls }: { calls: Call[] }) {
  const text = useText();
  const now = useNow();
  return (
    <ul className={classes.trialCalls}>
      {calls.slice(0, shown).map(call => (
        <li key={call.id}>
          <span className="strong">{callerTitle(text, call)}</span> {callerDetails(text, call).join(' · ')} ·{' '}
          {moment(text.intl, call.startedAt, now)}
        </li>
      ))}
      {calls.length > shown && <li>{text.t('trial.more', { count: calls.length - shown })}</li>}
    </ul>
  );
}
