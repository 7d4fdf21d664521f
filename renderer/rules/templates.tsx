import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Check, Plus } from 'lucide-react';
import type { RuleDraft } from '../../shared/rule.ts';
import { sameRule } from '../../shared/rule.ts';
import { api, ask } from '../data/client.ts';
import { useTellDone, useTellProblem } from '../data/deeds.tsx';
import { templatesQuery } from '../data/queries.ts';
import { useText } from '../words/text.ts';
import classes from './rules.module.css';

/** Rules that many homes want, each explained, one click. */
export function Templates({ have }: { have: readonly RuleDraft[] }) {
  const { t, word } = useText();
  const queries = useQueryClient();
  const tellDone = useTellDone();
  const tellProblem = useTellProblem();
  const { data: templates } = useQuery(templatesQuery);
  if (!templates || templates.length === 0) return null;
  const add = async (key: string, title: string) => {
    try {
      const { changeId } = await ask(api.rules.templates[':key'].$post({ param: { key } }));
      tellDone(t('rule.saved', { name: title }), changeId);
    } catch (error) {
      tellProblem(error);
    }
    for (const key of ['rules', 'changes']) void queries.invalidateQueries({ queryKey: [key] });
  };
  return (
    <section className={classes.section}>
      <h2>{t('templates.title')}</h2>
      <ul className={classes.templates}>
        {templates.map(({ key, drafts }) => {
          const title = word(`template.${key}.title`);
          const added = drafts.every(draft => have.some(rule => sameRule(rule, draft)));
          return (
            <li key={key} className={classes.template}>
              <h3>{title}</h3>
              <p className="quiet">{word(`template.${key}.about`, {}, '')}</p>
              <Button
                variant="default"
                disabled={added}
                leftSection={
                  added ? <Check size={18} aria-hidden="true" /> : <Plus size={18} aria-hidden="true" />
                }
                aria-label={t(added ? 'templates.added.which' : 'templates.add.which', { title })}
                onClick={() => void add(key, title)}
              >
                {t(added ? 'templates.added' : 'templates.add')}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
