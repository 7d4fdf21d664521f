import type { Call, Reason } from '../../shared/call.ts';
import { wordReason } from '../../shared/messages/reason-words.ts';
import type { Text } from './text.ts';

/** A reason in a few words, for a row: "차단 규칙: 대표번호". */
export function reasonShort({ word, intl }: Text, reason: Reason): string {
  return wordReason(reason, word, intl.locale, 'short');
}

/** A reason as a whole sentence. */
export function reasonLong({ word, intl }: Text, reason: Reason): string {
  return wordReason(reason, word, intl.locale, 'long');
}

/** A remark on a rule: it can never match, it is in another's shadow, … */
export function warningWords({ word, intl }: Text, warning: Reason): string {
  return wordReason(warning, word, intl.locale, 'short', 'ruleWarning');
}

/** Why a call was judged so, in a few words; '' where nothing spoke of it. */
export function whyShort(text: Text, call: Pick<Call, 'verdict'>): string {
  const { verdict } = call;
  const [first] = verdict?.reasons ?? [];
  if (!verdict || !first) return '';
  if (verdict.by === 'class-default' && verdict.action === 'allow') return '';
  return reasonShort(text, first);
}
