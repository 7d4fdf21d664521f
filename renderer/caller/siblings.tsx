import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Ban } from 'lucide-react';
import type { CallerStory } from '../../shared/history.ts';
import { siblingRange } from '../../shared/number-plan/search-form.ts';
import type { SiblingRange } from '../../shared/number-plan/search-form.ts';
import { RuleDraft, ruleSays } from '../../shared/rule.ts';
import { api, ask } from '../data/client.ts';
import { useTellDone, useTellProblem } from '../data/deeds.tsx';
import { rulesQuery, trialQuery } from '../data/queries.ts';
import { TrialCalls, trialWords } from '../rules/rule-trial.tsx';
import { useText } from '../words/text.ts';
import { useStory } from './use-story.ts';
import classes from './caller.module.css';

/** Numbers that differ in the last two digits only, and the way to refuse them all. */
export function Siblings({ story }: { story: CallerStory }) {
  const { t, word } = useText();
  const { open } = useStory();
  const range = siblingRange(story.number);
  if (story.siblings.length === 0) return null;
  return (
    <section className={classes.part}>
      <h3>{t('story.siblings')}</h3>
      <p className="quiet">{t('story.siblings.why')}</p>
      <ul className={classes.siblings}>
        {story.siblings.map(sibling => (
          <li key={sibling.caller}>
            <button type="button" className={classes.sibling} onClick={() => open(sibling.caller)}>
              <span className="strong">{sibling.display}</span>
              <span className="quiet">
                {[
                  sibling.label === null ? '' : word(`label.${sibling.label}`, {}, sibling.label),
                  t('story.times', { count: sibling.count }),
                ]
                  .filter(part => part !== '')
                  .join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {range && <BlockRange range={range} />}
    </section>
  );
}

/** One click refuses the whole range; what that would have done to past calls stands beside it. */
function BlockRange({ range }: { range: SiblingRange }) {
  const text = useText();
  const { t } = text;
  const queries = useQueryClient();
  const tellDone = useTellDone();
  const tellProblem = useTellProblem();
  const draft = RuleDraft.parse({ who: { kind: 'wildcard', value: `${range.key}??` }, action: 'block' });
  const { data: trial } = useQuery(trialQuery(draft, null));
  const { data: rules } = useQuery(rulesQuery);
  if (rules?.some(rule => rule.enabled && ruleSays(rule) === ruleSays(draft)))
    return <p>{t('story.range.blocked', { range: range.display })}</p>;
  const block = async () => {
    try {
      const { who, action } = draft;
      const { changeId } = await ask(api.rules.$post({ json: { who, action } }));
      tellDone(t('story.range.blocked', { range: range.display }), changeId);
    } catch (error) {
      tellProblem(error);
    }
    for (const key of ['rules', 'changes', 'caller']) void queries.invalidateQueries({ queryKey: [key] });
  };
  return (
    <div className={classes.range}>
      <Button
        variant="default"
        leftSection={<Ban size={18} aria-hidden="true" />}
        onClick={() => void block()}
      >
        {t('story.range.block', { range: range.display })}
      </Button>
      {trial && <p className="quiet">{trialWords(text, draft, trial)}</p>}
      {trial && trial.goodCount > 0 && (
        <div className={classes.rangeGood}>
          <p className="strong">{t('trial.good', { count: trial.goodCount })}</p>
          <TrialCalls calls={trial.good} count={trial.goodCount} />
        </div>
      )}
    </div>
  );
}
