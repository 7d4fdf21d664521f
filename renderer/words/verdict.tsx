import { CircleAlert, Ban, BellRing, Phone, PhoneMissed, PhoneOff } from 'lucide-react';
import type { Action, Call, CallWord } from '../../shared/call.ts';
import { callWord } from '../../shared/call.ts';
import type { Text } from './text.ts';
import { useText } from './text.ts';
import classes from './words.module.css';

/** Icon of each of the four words; with word and colour, never colour alone. */
export const verdictIcons = { rang: Phone, flagged: CircleAlert, blocked: Ban, missed: PhoneMissed } as const;

/** What a row says of a call: one of the four words, or what is happening right now. */
export function verdictWords({ t }: Text, call: Call): string {
  if (call.state === 'hanging-up') return t('verdict.hangingUp');
  const word = callWord(call);
  if (call.state === 'ringing') return word === 'rang' ? t('verdict.ringing') : t(`word.${word}`);
  if (call.outcome === 'refusal-failed') return t('verdict.refusalFailed');
  if (word === 'rang' && call.outcome === 'answered') return t('word.answered');
  return t(`word.${word}`);
}

/** Verdict = word + icon + colour. */
export function VerdictBadge({ call }: { call: Call }) {
  const text = useText();
  const word = callWord(call);
  const live = call.state !== 'ended';
  const Icon =
    call.state === 'hanging-up' ? PhoneOff : live && word === 'rang' ? BellRing : verdictIcons[word];
  return (
    <span className={classes.verdict} data-word={word}>
      <Icon size={16} aria-hidden="true" />
      {verdictWords(text, call)}
    </span>
  );
}

/** One of the four words by itself, for filters and counts. */
export function WordBadge({ word }: { word: CallWord }) {
  const { t } = useText();
  const Icon = verdictIcons[word];
  return (
    <span className={classes.verdict} data-word={word}>
      <Icon size={16} aria-hidden="true" />
      {t(`word.${word}`)}
    </span>
  );
}

const wordOfAction = { allow: 'rang', flag: 'flagged', block: 'blocked' } as const;

/** What a list or an import does to its numbers: the hue of the verdict that it leads to. */
export function ActionBadge({ action }: { action: Action }) {
  const { t } = useText();
  const word = wordOfAction[action];
  const Icon = verdictIcons[word];
  return (
    <span className={classes.verdict} data-word={word}>
      <Icon size={16} aria-hidden="true" />
      {t(`rule.action.${action}`)}
    </span>
  );
}
