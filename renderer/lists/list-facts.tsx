import { CircleAlert } from 'lucide-react';
import type { NumberList } from '../../shared/history.ts';
import { useText } from '../words/text.ts';
import { useNow } from '../words/use-now.ts';
import { failureWords, freshWords, sourceWords } from './list-words.ts';
import classes from './lists.module.css';

/** How many numbers, from where, how fresh. */
export function ListFacts({ list, refreshing }: { list: NumberList; refreshing: boolean }) {
  const text = useText();
  const { t, word } = text;
  const now = useNow();
  const facts = [
    t('lists.count', { count: list.count }),
    list.category === null ? '' : word(`label.${list.category}`),
    sourceWords(text, list.source),
    refreshing ? t('lists.refreshing') : freshWords(text, list, now),
  ];
  return <span className="quiet">{facts.filter(fact => fact !== '').join(' · ')}</span>;
}

/** A refresh that failed: what happened, what still holds, what to do. */
export function ListFailure({ list }: { list: NumberList }) {
  const text = useText();
  const words = failureWords(text, list);
  if (!words) return null;
  return (
    <p className={classes.failure}>
      <CircleAlert size={18} aria-hidden="true" />
      <span>{words.join(' ')}</span>
    </p>
  );
}
