import { useQueryClient } from '@tanstack/react-query';
import type { CallerStory } from '../../shared/history.ts';
import type { LabelKey } from '../../shared/label.ts';
import { labels } from '../../shared/label.ts';
import { useChangeCaller } from './use-change-caller.ts';
import { useText } from '../words/text.ts';
import { callerQuery } from '../data/queries.ts';
import classes from './caller.module.css';

const groups = [
  { title: 'story.label.unwanted', stances: ['spam', 'illegal', 'danger'] },
  { title: 'story.label.wanted', stances: ['good'] },
  { title: 'story.label.other', stances: ['neutral', 'unknown'] },
] as const;

/** What the caller wanted, one click; a second click takes it back. */
export function LabelChoice({ story, name }: { story: CallerStory; name: string }) {
  const { t, word } = useText();
  const queries = useQueryClient();
  const change = useChangeCaller(story.caller);
  const choose = (key: LabelKey) => {
    const label = story.label === key ? null : key;
    queries.setQueryData(callerQuery(story.caller).queryKey, old => old && { ...old, label });
    void change(
      { label },
      label === null
        ? t('deed.unlabelled', { name })
        : t('deed.labelled', { name, label: word(`label.${key}`) }),
    );
  };
  return (
    <div className={classes.labelGroups}>
      {groups.map(({ title, stances }) => (
        <div key={title} role="group" aria-label={t(title)}>
          <p className={classes.labelTitle}>{t(title)}</p>
          <div className={classes.labels}>
            {labels
              .filter(({ stance }) => stances.some(one => one === stance))
              .map(({ key, stance }) => (
                <button
                  key={key}
                  type="button"
                  className={classes.label}
                  data-stance={stance}
                  aria-pressed={story.label === key}
                  onClick={() => choose(key)}
                >
                  {word(`label.${key}`)}
                </button>
              ))}
          </div>
        </div>
      ))}
    </div>
  );
}
