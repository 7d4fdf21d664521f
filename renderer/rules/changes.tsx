import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useUndo } from '../data/deeds.tsx';
import { changesQuery } from '../data/queries.ts';
import { useText } from '../words/text.ts';
import { moment } from '../words/times.ts';
import { useNow } from '../words/use-now.ts';
import { changeWords } from './change-words.ts';
import classes from './rules.module.css';

const shownAtFirst = 5;

/** Everything that was edited, newest first; each edit can be taken back at any time. */
export function Changes() {
  const text = useText();
  const { t, intl } = text;
  const now = useNow();
  const undo = useUndo();
  const [all, setAll] = useState(false);
  const { data: changes } = useQuery(changesQuery);
  if (!changes || changes.length === 0) return null;
  return (
    <section className={classes.section}>
      <h2>{t('changes.title')}</h2>
      <ul className={classes.changes}>
        {(all ? changes : changes.slice(0, shownAtFirst)).map(change => {
          const words = changeWords(text, change);
          return (
            <li key={change.id} className={classes.change} data-undone={change.undone || undefined}>
              <time dateTime={new Date(change.at).toISOString()}>{moment(intl, change.at, now)}</time>
              <span className={classes.changeWords}>{words}</span>
              {change.undone ? (
                <span className="quiet">{t('changes.undone')}</span>
              ) : (
                <Button
                  variant="subtle"
                  leftSection={<Undo2 size={18} aria-hidden="true" />}
                  aria-label={t('changes.undo.which', { what: words })}
                  onClick={() => void undo(change.id)}
                >
                  {t('changes.undo')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {!all && changes.length > shownAtFirst && (
        <Button variant="subtle" onClick={() => setAll(true)}>
          {t('story.more')}
        </Button>
      )}
    </section>
  );
}
