import { Button, CloseButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Call } from '../../shared/call.ts';
import type { LabelKey } from '../../shared/label.ts';
import { LabelKey as Label } from '../../shared/label.ts';
import { useLabelling } from '../caller/use-change-caller.ts';
import { useStory } from '../caller/use-story.ts';
import { readingQuery } from '../data/queries.ts';
import { useText } from '../words/text.ts';
import { useNow } from '../words/use-now.ts';
import { callerTitle } from '../words/who.ts';
import classes from './history.module.css';

/** A call is asked about for so long after it ended. */
const askedForMs = 15 * 60_000;
/** Offered beside the guess: the commonest of the unwanted and of the wanted. */
const common: readonly LabelKey[] = ['telemarketing', 'delivery', 'public'];

/** After a call from somebody who is not known, a calm question what it was about: the guess first, the rest one click away. */
export function JustCalled({ calls }: { calls: readonly Call[] }) {
  const now = useNow();
  const [later, setLater] = useState<ReadonlySet<string>>(new Set());
  const call = calls.find(
    ({ state, endedAt }) => state === 'ended' && endedAt !== null && now - endedAt < askedForMs,
  );
  const known =
    !call ||
    call.knownAs !== null ||
    call.label !== null ||
    call.number.digits === '' ||
    // Nobody heard what it was about, or it is known who it was.
    call.verdict?.action === 'block' ||
    call.verdict?.by === 'public-line';
  if (known || later.has(call.id)) return null;
  return <Question key={call.id} call={call} dismiss={() => setLater(new Set([...later, call.id]))} />;
}

function Question({ call, dismiss }: { call: Call; dismiss: () => void }) {
  const text = useText();
  const { t, word } = text;
  const name = callerTitle(text, call);
  const { open } = useStory();
  const label = useLabelling(call.caller, name);
  const { data: reading } = useQuery(readingQuery(call.caller));
  const guess = Label.safeParse(reading?.guess?.category);
  const offered = new Set([...(guess.success ? [guess.data] : []), ...common]);
  return (
    <section className={classes.after} aria-label={t('after.title')}>
      <p className={classes.afterWho}>
        <span className="strong">{name}</span>
        <span className="quiet">{t('after.title')}</span>
      </p>
      <div className={classes.afterLabels} role="group" aria-label={name}>
        {[...offered].map(key => {
          const guessed = guess.success && key === guess.data;
          const words = word(`label.${key}`);
          return (
            <Button
              key={key}
              className={guess.success && !guessed ? (classes.afterCommon ?? '') : ''}
              variant={guessed ? 'light' : 'default'}
              onClick={() => void label(key)}
            >
              {guessed ? t('after.guess', { label: words }) : words}
            </Button>
          );
        })}
        <Button variant="subtle" onClick={() => open(call.caller, 'label')}>
          {t('after.more')}
        </Button>
      </div>
      <CloseButton size={44} aria-label={t('after.later', { name })} onClick={dismiss} />
    </section>
  );
}
