import type { Change } from '../../shared/history.ts';
import { wordReason } from '../../shared/messages/reason-words.ts';
import type { Text } from '../words/text.ts';

/** One edit of the change log in words; the words of rules and reasons are made readable in the same way. */
export function changeWords({ word, intl }: Text, change: Pick<Change, 'key' | 'values'>): string {
  const say = (key: string, values?: Record<string, string | number>) =>
    word(key.replace(/^reason\./, 'change.'), values, change.key);
  return wordReason({ key: change.key, values: change.values, speaks: 'neither' }, say, intl.locale);
}
