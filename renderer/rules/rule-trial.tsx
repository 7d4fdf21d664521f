import { Loader } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { CircleAlert, FlaskConical } from 'lucide-react';
import type { Call } from '../../shared/call.ts';
import type { RuleDraft } from '../../shared/rule.ts';
import { trialQuery } from '../data/queries.ts';
import { Trouble } from '../shell/trouble.tsx';
import { warningWords } from '../words/reasons.ts';
import type { Text } from '../words/text.ts';
import { useText } from '../words/text.ts';
import { moment } from '../words/times.ts';
import { useNow } from '../words/use-now.ts';
import { callerDetails, callerTitle } from '../words/who.ts';
import classes from './rule-form.module.css';

const shown = 5;

/** What the rule would have done to past calls, and what is odd about it, before it is saved. */
export function RuleTrial({ draft, replaces }: { draft: RuleDraft | null; replaces: number | null }) {
  const { t } = useText();
  if (draft === null) return <p className={classes.trialHint}>{t('trial.hint')}</p>;
  return <Tried draft={draft} replaces={replaces} />;
}

function Tried({ draft, replaces }: { draft: RuleDraft; replaces: number | null }) {
  const text = useText();
  const { t } = text;
  const trial = useQuery({ ...trialQuery(draft, replaces), placeholderData: keepPreviousData });
  if (trial.isError) return <Trouble error={trial.error} again={() => void trial.refetch()} />;
  if (!trial.data) return <Loader size="sm" role="status" aria-label={t('page.loading')} />;
  const { good, goodCount, changed, examples, warnings } = trial.data;
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
        <span>{trialWords(text, draft, trial.data)}</span>
      </p>
      {goodCount > 0 && (
        <div className={classes.good}>
          <p className="strong">{t('trial.good', { count: goodCount })}</p>
          <TrialCalls calls={good} count={goodCount} />
        </div>
      )}
      {examples.length > 0 && (
        <div>
          <p className="strong">{t('trial.examples')}</p>
          <TrialCalls calls={examples} count={changed - goodCount} />
        </div>
      )}
    </section>
  );
}

interface TrialCounts {
  calls: number;
  matched: number;
  wouldBlock: number;
  wouldFlag: number;
  wouldAllow: number;
}

/** "Of your last 1,000 calls this would have blocked 14." */
export function trialWords({ t }: Text, { action }: Pick<RuleDraft, 'action'>, counts: TrialCounts): string {
  const { calls, matched, wouldBlock, wouldFlag, wouldAllow } = counts;
  const count = { block: wouldBlock, flag: wouldFlag, allow: wouldAllow }[action];
  if (matched === 0) return t('trial.none', { calls });
  return count === 0 ? t('trial.same', { calls, matched }) : t(`trial.${action}`, { calls, count });
}

/** The first of some calls; `count` is how many there are in all. */
export function TrialCalls({ calls, count }: { calls: readonly Call[]; count: number }) {
  const text = useText();
  const now = useNow();
  const first = calls.slice(0, shown);
  return (
    <ul className={classes.trialCalls}>
      {first.map(call => (
        <li key={call.id}>
          <span className="strong">{callerTitle(text, call)}</span> {callerDetails(text, call).join(' · ')} ·{' '}
          {moment(text.intl, call.startedAt, now)}
        </li>
      ))}
      {count > first.length && <li>{text.t('trial.more', { count: count - first.length })}</li>}
    </ul>
  );
}
