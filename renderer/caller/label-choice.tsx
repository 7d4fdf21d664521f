import type { CallerStory } from '../../shared/history.ts';
import { labels } from '../../shared/label.ts';
import { useLabelling } from './use-change-caller.ts';
import { useText } from '../words/text.ts';
import classes from './caller.module.css';

const groups = [
  { title: 'story.label.unwanted', stances: ['spam', 'illegal', 'danger'] },
  { title: 'story.label.wanted', stances: ['good'] },
  { title: 'story.label.other', stances: ['neutral', 'unknown'] },
] as const;

/** What the caller wanted, one click; a second click takes it back. */
export function LabelChoice({ story, name }: { story: CallerStory; name: string }) {
  const { t, word } = useText();
  const label = useLabelling(story.caller, name);
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
                  onClick={() => void label(story.label === key ? null : key)}
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
