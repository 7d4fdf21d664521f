import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Copy } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { CallerStory } from '../../shared/history.ts';
import { useJudge } from '../data/deeds.tsx';
import { rulesQuery } from '../data/queries.ts';
import { useCopy } from '../history/use-copy.ts';
import { useText } from '../words/text.ts';
import { day } from '../words/times.ts';
import { useNow } from '../words/use-now.ts';
import { WordBadge } from '../words/verdict.tsx';
import { callerDetails, callerTitle, numberWords } from '../words/who.ts';
import { CallerForm } from './caller-form.tsx';
import { HoursChart, WeeksChart } from './charts.tsx';
import { judgedAs } from './judged-as.ts';
import { Guess } from './guess.tsx';
import { LabelChoice } from './label-choice.tsx';
import { Refusals } from './refusals.tsx';
import { Siblings } from './siblings.tsx';
import { StoryCalls } from './story-calls.tsx';
import { useStory } from './use-story.ts';
import classes from './caller.module.css';

const words = ['rang', 'flagged', 'blocked', 'missed'] as const;

/** Notes that the sentence about the number's class has said already. */
const saidByClass: ReadonlySet<string> = new Set(['receiving-number', 'unknown-prefix']);

/** Everything about one caller, and everything that can be said about it. */
export function Story({ story }: { story: CallerStory }) {
  const text = useText();
  const { t, word, intl } = text;
  const now = useNow();
  const copy = useCopy();
  const heading = useRef<HTMLHeadingElement>(null);
  const { part } = useStory();
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    if (part !== undefined) document.getElementById(part)?.scrollIntoView();
  }, [part]);
  const name = callerTitle(text, story);
  const { number } = story;
  const period =
    story.firstAt === null || story.lastAt === null
      ? t('story.noCalls')
      : t('story.period', {
          count: story.count,
          first: day(intl, story.firstAt, now),
          last: day(intl, story.lastAt, now),
        });
  return (
    <article className={classes.story}>
      <header className={classes.head}>
        <h2 className={classes.name} tabIndex={-1} ref={heading}>
          {name}
        </h2>
        <p className="quiet">{callerDetails(text, story).join(' · ')}</p>
        <p className={classes.about}>{word(`number.class.${number.class}.about`, {}, '')}</p>
        {(number.notes ?? [])
          .filter(note => !saidByClass.has(note))
          .map(note => (
            <p key={note} className="quiet">
              {word(`number.note.${note}`, {}, '')}
            </p>
          ))}
        {number.digits !== '' && (
          <Button
            variant="default"
            leftSection={<Copy size={18} aria-hidden="true" />}
            onClick={() => void copy(number.digits)}
          >
            {t('story.copy', { number: numberWords(text, number) })}
          </Button>
        )}
      </header>

      <NextTime story={story} name={name} />
      <Guess story={story} name={name} />

      <section className={classes.part}>
        <h3>{t('story.calls')}</h3>
        <p className="quiet">{period}</p>
        <div className={classes.words}>
          {words
            .filter(one => story.words[one] > 0)
            .map(one => (
              <span key={one} className={classes.wordCount}>
                <WordBadge word={one} /> {t('story.times', { count: story.words[one] })}
              </span>
            ))}
        </div>
        <Refusals caller={story.caller} />
        <StoryCalls caller={story.caller} />
      </section>

      <section className={classes.part} id="label">
        <h3>{t('story.label')}</h3>
        <LabelChoice story={story} name={name} />
      </section>

      {story.count > 2 && (
        <section className={classes.part}>
          <h3>{t('story.when')}</h3>
          <WeeksChart weeks={story.perWeek} />
          <HoursChart hours={story.hours} />
        </section>
      )}

      <section className={classes.part}>
        <h3>{t('story.yours')}</h3>
        <CallerForm story={story} />
      </section>

      <Siblings story={story} />
    </article>
  );
}

/** What happens at the next call: blocked, by the rules, or always let through. */
function NextTime({ story, name }: { story: CallerStory; name: string }) {
  const { t, intl } = useText();
  const judge = useJudge();
  const { data: rules } = useQuery(rulesQuery);
  const now = useNow();
  const judged = judgedAs(rules ?? [], story.number, now);
  const chosen = judged?.action ?? null;
  return (
    <section className={classes.part}>
      <h3 id="next-time">{t('story.next')}</h3>
      <div className={classes.choices} role="group" aria-labelledby="next-time">
        {(['block', null, 'allow'] as const).map(action => (
          <button
            key={action ?? 'neither'}
            type="button"
            className={classes.choice}
            data-action={action ?? 'neither'}
            aria-pressed={chosen === action}
            onClick={() => chosen !== action && void judge(story.caller, name, action)}
          >
            {t(`story.next.${action ?? 'neither'}`)}
          </button>
        ))}
      </div>
      {judged && judged.until !== null && (
        <p className="quiet">{t('story.next.until', { day: day(intl, judged.until - 1, now) })}</p>
      )}
    </section>
  );
}
