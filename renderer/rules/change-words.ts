import type { Change } from '../../shared/history.ts';
import { whoWords } from '../words/rule-words.ts';
import type { Text } from '../words/text.ts';

/** One edit of the change log in words, with the rule that it was about. */
export function changeWords(text: Text, { what, key, values }: Change): string {
  const { kind, value, template } = values;
  const said = text.word(`change.${key}`, values, key);
  const about =
    typeof template === 'string'
      ? text.word(`template.${template}.title`, {}, '')
      : what === 'rule' && typeof kind === 'string'
        ? whoWords(text, { kind, value: String(value) })
        : '';
  return about === '' ? said : `${said}: ${about}`;
}
