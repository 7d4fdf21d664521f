import { createIntl, createIntlCache } from '@formatjs/intl';
import { messages } from './index.ts';
import type { Language, MessageKey } from './index.ts';

export type Values = Record<string, string | number | boolean>;

/** Words a message outside the page: terminal, tray, notifications. An unknown key gives itself, so nothing is ever blank. */
export function createWords(
  language: Language,
): (key: MessageKey | (string & {}), values?: Values) => string {
  const intl = createIntl(
    { locale: language, messages: messages[language], onError: () => undefined },
    createIntlCache(),
  );
  return (key, values) => {
    const plain: Record<string, string | number> = {};
    for (const [name, value] of Object.entries(values ?? {}))
      plain[name] = typeof value === 'boolean' ? String(value) : value;
    return intl.formatMessage({ id: key }, plain);
  };
}
export type Words = ReturnType<typeof createWords>;

/** The reader's language where the settings say 'auto': Korean for Korean systems, else English. */
export function languageOf(setting: 'auto' | Language, system: string | undefined): Language {
  if (setting !== 'auto') return setting;
  return /^ko\b/i.test((system ?? '').replace('_', '-')) ? 'ko' : 'en';
}
