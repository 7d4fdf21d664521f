import { useMemo } from 'react';
import type { IntlShape } from 'react-intl';
import { useIntl } from 'react-intl';
import type { MessageKey } from '../../shared/messages/index.ts';

export type Values = Record<string, string | number | boolean | null | undefined>;

/** The page's words in the reader's language. */
export interface Text {
  intl: IntlShape;
  /** A message by its key; the compiler knows the keys. */
  t: (key: MessageKey, values?: Values) => string;
  /** A message whose key comes from the house (`reason.…`); an unknown one gives `fallback`, so nothing is ever blank. */
  word: (key: string, values?: Values, fallback?: string) => string;
}

export function createText(intl: IntlShape): Text {
  const say = (key: string, values: Values = {}) => intl.formatMessage({ id: key }, plain(values));
  return {
    intl,
    t: say,
    word: (key, values, fallback) => (key in intl.messages ? say(key, values) : (fallback ?? key)),
  };
}

export function useText(): Text {
  const intl = useIntl();
  return useMemo(() => createText(intl), [intl]);
}

/** ICU `select` wants strings where the house sends true and false. */
function plain(values: Values): Record<string, string | number | null | undefined> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, typeof value === 'boolean' ? String(value) : value]),
  );
}
