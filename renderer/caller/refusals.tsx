import { useQuery } from '@tanstack/react-query';
import { readingQuery } from '../data/queries.ts';
import { useText } from '../words/text.ts';
import { moment } from '../words/times.ts';
import { useNow } from '../words/use-now.ts';

/** What the caller did when it was refused: whether it called again, and whether it stopped. */
export function Refusals({ caller }: { caller: string }) {
  const { t, intl } = useText();
  const now = useNow();
  const { data: reading } = useQuery(readingQuery(caller));
  const refused = reading?.refused;
  if (!refused) return null;
  const { times, again, since, lastAt } = refused;
  const when = moment(intl, lastAt, now);
  return (
    <p>
      {t('story.refused', { times, again })}{' '}
      {since === 0 ? t('story.refused.stopped', { when }) : t('story.refused.since', { when, since })}
    </p>
  );
}
