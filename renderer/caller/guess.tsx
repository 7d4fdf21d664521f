import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Check, Lightbulb } from 'lucide-react';
import type { CallerStory } from '../../shared/history.ts';
import { LabelKey } from '../../shared/label.ts';
import { readingQuery } from '../data/queries.ts';
import { reasonLong } from '../words/reasons.ts';
import { useText } from '../words/text.ts';
import { useLabelling } from './use-change-caller.ts';
import classes from './caller.module.css';

/** What the calls of a caller seem to be about, as a guess with its evidence; one click makes it the label. */
export function Guess({ story, name }: { story: CallerStory; name: string }) {
  const text = useText();
  const { t, word } = text;
  const { data: reading } = useQuery(readingQuery(story.caller));
  const label = useLabelling(story.caller, name);
  const guess = story.label === null ? reading?.guess : null;
  if (!guess) return null;
  const category = LabelKey.safeParse(guess.category);
  return (
    <section className={classes.guess} aria-label={t('guess.title')}>
      <p className={classes.guessTitle}>
        <Lightbulb size={20} aria-hidden="true" />
        <span>
          <span className="quiet">{t('guess.title')}</span>
          {category.success && <span className={classes.guessLabel}>{word(`label.${category.data}`)}</span>}
        </span>
      </p>
      {guess.purpose !== null && <p>{t(`guess.${guess.purpose}`)}</p>}
      {guess.evidence.length > 0 && (
        <div>
          <p className="strong">{t('guess.evidence')}</p>
          <ul>
            {guess.evidence.map(reason => (
              <li key={reason.key}>{reasonLong(text, reason)}</li>
            ))}
          </ul>
        </div>
      )}
      <p className="quiet">{t('guess.about')}</p>
      <div className={classes.guessDeeds}>
        {category.success && (
          <Button
            leftSection={<Check size={18} aria-hidden="true" />}
            onClick={() => void label(category.data)}
          >
            {t('guess.accept')}
          </Button>
        )}
        <Button
          variant="default"
          onClick={() => document.getElementById('label')?.scrollIntoView({ block: 'start' })}
        >
          {t('guess.other')}
        </Button>
      </div>
    </section>
  );
}
