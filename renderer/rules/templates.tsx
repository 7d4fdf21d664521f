import { Button, Loader } from '@mantine/core';
import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { Check, FlaskConical, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { RuleDraft } from '../../shared/rule.ts';
import { ruleSays } from '../../shared/rule.ts';
import { api, ask } from '../data/client.ts';
import { useTellDone, useTellProblem } from '../data/deeds.tsx';
import { templatesQuery, trialQuery } from '../data/queries.ts';
import { useText } from '../words/text.ts';
import { TrialCalls, trialWords } from './rule-trial.tsx';
import form from './rule-form.module.css';
import classes from './rules.module.css';

interface Template {
  key: string;
  drafts: RuleDraft[];
}

/** Rules that many homes want, each explained, tried and added by one click. */
export function Templates({ have }: { have: readonly RuleDraft[] }) {
  const { t } = useText();
  const { data: templates } = useQuery(templatesQuery);
  const said = useMemo(() => new Set(have.map(ruleSays)), [have]);
  if (!templates || templates.length === 0) return null;
  return (
    <section className={classes.section}>
      <h2>{t('templates.title')}</h2>
      <ul className={classes.templates}>
        {templates.map(template => (
          <TemplateCard
            key={template.key}
            template={template}
            added={template.drafts.every(draft => said.has(ruleSays(draft)))}
          />
        ))}
      </ul>
    </section>
  );
}

function TemplateCard({ template: { key, drafts }, added }: { template: Template; added: boolean }) {
  const { t, word } = useText();
  const add = useAdd(key);
  const [trying, setTrying] = useState(false);
  const title = word(`template.${key}.title`);
  return (
    <li className={classes.template}>
      <h3>{title}</h3>
      <p className="quiet">{word(`template.${key}.about`, {}, '')}</p>
      {trying && !added && <TemplateTrial drafts={drafts} />}
      <div className={classes.templateDeeds}>
        <Button
          variant="default"
          disabled={added}
          leftSection={added ? <Check size={18} aria-hidden="true" /> : <Plus size={18} aria-hidden="true" />}
          aria-label={t(added ? 'templates.added.which' : 'templates.add.which', { title })}
          onClick={() => void add(title)}
        >
          {t(added ? 'templates.added' : 'templates.add')}
        </Button>
        {!added && !trying && (
          <Button
            variant="subtle"
            leftSection={<FlaskConical size={18} aria-hidden="true" />}
            aria-label={t('templates.try.which', { title })}
            onClick={() => setTrying(true)}
          >
            {t('templates.try')}
          </Button>
        )}
      </div>
    </li>
  );
}

/** What all rules of a ready-made one would have done to past calls. */
function TemplateTrial({ drafts }: { drafts: readonly RuleDraft[] }) {
  const text = useText();
  const { t } = text;
  const trials = useQueries({ queries: drafts.map(draft => trialQuery(draft, null)) }).flatMap(
    ({ data }) => data ?? [],
  );
  const [first] = drafts;
  if (!first || trials.length < drafts.length)
    return <Loader size="sm" role="status" aria-label={t('page.loading')} />;
  const sum = (count: (trial: (typeof trials)[number]) => number) =>
    trials.reduce((total, trial) => total + count(trial), 0);
  const goodCount = sum(trial => trial.goodCount);
  const counts = {
    calls: trials[0]?.calls ?? 0,
    matched: sum(trial => trial.matched),
    wouldBlock: sum(trial => trial.wouldBlock),
    wouldFlag: sum(trial => trial.wouldFlag),
    wouldAllow: sum(trial => trial.wouldAllow),
  };
  return (
    <div className={classes.templateTrial} role="status">
      <p>{trialWords(text, first, counts)}</p>
      {goodCount > 0 && (
        <div className={form.good}>
          <p className="strong">{t('trial.good', { count: goodCount })}</p>
          <TrialCalls calls={trials.flatMap(trial => trial.good)} count={goodCount} />
        </div>
      )}
    </div>
  );
}

function useAdd(key: string): (title: string) => Promise<void> {
  const { t } = useText();
  const queries = useQueryClient();
  const tellDone = useTellDone();
  const tellProblem = useTellProblem();
  return async title => {
    try {
      const { changeId } = await ask(api.rules.templates[':key'].$post({ param: { key } }));
      tellDone(t('rule.saved', { name: title }), changeId);
    } catch (error) {
      tellProblem(error);
    }
    for (const stale of ['rules', 'changes']) void queries.invalidateQueries({ queryKey: [stale] });
  };
}
