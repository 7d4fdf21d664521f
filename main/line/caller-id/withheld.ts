import type { WithheldKind } from '../../../shared/number.ts';
import { withheldKindOf } from '../../../shared/number-plan/withheld-words.ts';

/** One way of saying that there is no number. A `soft` word gives way when the name field says another reason. */
export type Withheld = { kind: WithheldKind; soft: boolean };

/** "PRIVATE NUMBER" twice over, with padding between. */
const longestReason = 100;

/** Why no number is shown, if that is what the text says; null: it says something else. */
export function withheldFrom(text: string): Withheld | null {
  if (text.length > longestReason) return null;
  const word = text.trim().replace(/^(.+?)\s+\1$/, '$1');
  // A box says so of a call that came with no caller ID at all; on a mobile phone the same words mean a hidden one.
  if (/^-*NO[- ]*CALLER[- ]*ID-*$/i.test(word)) return { kind: 'unavailable', soft: false };
  const kind = withheldKindOf(word);
  // Withheld for sure, but hardly by which hand: exchanges use this word for both reasons.
  return kind === undefined ? null : { kind, soft: /^[\W_]*(?:(?:NUMBER|NAME)\s)?RESTRICT/i.test(word) };
}
