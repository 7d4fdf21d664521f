import type { Call } from '../shared/call.ts';
import { isGuarded } from '../shared/line-status.ts';
import type { LineStatus } from '../shared/line-status.ts';
import type { Trouble } from '../shared/live.ts';
import type { Language } from '../shared/messages/index.ts';
import type { Words } from '../shared/messages/words.ts';
import { wordReason } from '../shared/messages/reason-words.ts';
import { aboutNumber, shownNumber } from '../shared/messages/number-words.ts';

/** One call as a plain line on the terminal: time, number, who, verdict, why. */
export function callLine(call: Call, words: Words, language: Language): string {
  const time = new Date(call.startedAt).toLocaleTimeString(language, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: false,
  });
  const shown = shownNumber(call.number, words);
  const about = call.number.withheld ? '' : aboutNumber(call.number, words, language);
  const who = call.knownAs ?? about;
  const verdict = words(`verdict.${call.verdict?.action ?? 'allow'}`);
  const [first] = call.verdict?.reasons ?? [];
  const why = first ? wordReason(first, words, language) : '';
  return [time, shown.padEnd(18), who, verdict, why].filter(Boolean).join('  ');
}

/** A line's state as a plain sentence, with what to do where something is to be done; among several lines, with its name. */
export function lineLine(status: LineStatus, words: Words, lines = 1): string {
  const values = { program: 'none', ...status.values, line: status.line };
  const sentence = words(`line.${status.state}`, values);
  const state = isGuarded(status.state)
    ? sentence
    : `${sentence}. ${words(`line.${status.state}.advice`, values)}`;
  return lines > 1 ? words('console.watching', { line: status.line, state }) : state;
}

/** Something wrong with the guard itself, and what to do. */
export function troubleLine({ key, values }: Trouble, words: Words): string {
  return `${words(`trouble.${key}`, values)} ${words(`trouble.${key}.advice`, values)}`;
}

const remembered = 200;

/** Tells whether an id comes for the first time: a call is told once, however often it is changed afterwards. */
export function createOnce(): (id: string) => boolean {
  const told = new Set<string>();
  return id => {
    if (told.has(id)) return false;
    told.add(id);
    const [oldest] = told;
    if (told.size > remembered && oldest !== undefined) told.delete(oldest);
    return true;
  };
}
