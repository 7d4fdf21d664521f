import type { Change } from '../../shared/history.ts';
import { shownDisplay } from '../../shared/messages/number-words.ts';
import { whoWords } from '../words/rule-words.ts';
import type { Text } from '../words/text.ts';

/** What the settings page calls each setting, where that is not `settings.<name>`. */
const settingNames: Readonly<Record<string, string>> = {
  classDefaults: 'settings.classes',
  holdMs: 'settings.hold',
  learning: 'learning.title',
  lines: 'settings.line',
  night: 'settings.mode',
};

/** One edit of the change log in words, with the rule or setting that it was about. */
export function changeWords(text: Text, change: Change): string {
  const { display } = change.values;
  const values =
    typeof display === 'string'
      ? { ...change.values, display: shownDisplay(display, text.word) }
      : change.values;
  const said = text.word(`change.${change.key}`, values, change.key);
  const about = aboutWords(text, change);
  return about === '' ? said : `${said}: ${about}`;
}

function aboutWords(text: Text, { what, values }: Change): string {
  const { kind, value, template, named } = values;
  if (typeof template === 'string') return text.word(`template.${template}.title`, {}, '');
  if (what === 'settings' && typeof named === 'string')
    return text.word(settingNames[named] ?? `settings.${named}`, {}, '');
  return what === 'rule' && typeof kind === 'string' ? whoWords(text, { kind, value: String(value) }) : '';
}
