import type { Call } from '../shared/call.ts';
import { isGuarded } from '../shared/line-status.ts';
import type { Language } from '../shared/messages/index.ts';
import { aboutNumber } from '../shared/messages/number-words.ts';
import { wordReason } from '../shared/messages/reason-words.ts';
import type { Words } from '../shared/messages/words.ts';
import type { HouseStatus } from '../shared/status.ts';

/** How many calls are remembered as told. */
const remembered = 200;

type Glance = Pick<HouseStatus, 'lines' | 'today' | 'pausedUntil'>;

/** The two sentences of the tray: how the line is (a line in trouble first), and what today brought. */
export function trayWords(
  status: Glance,
  words: Words,
  locale: string,
  now: number,
): { state: string; today: string } {
  const line = status.lines.find(each => !isGuarded(each.state)) ?? status.lines[0];
  const state = line
    ? words(`line.${line.state}`, {
        line: line.line,
        path: line.path ?? line.line,
        modem: line.modem?.name ?? '',
        ...line.values,
      })
    : words('desktop.no-line');
  const { pausedUntil } = status;
  return {
    state:
      pausedUntil !== null && pausedUntil > now
        ? words('desktop.paused', { time: clock(pausedUntil, locale) })
        : state,
    today: words('desktop.today', {
      calls: status.today.calls,
      blocked: status.today.blocked,
      flagged: status.today.flagged,
    }),
  };
}

export function isPaused(status: Pick<HouseStatus, 'pausedUntil'>, now: number): boolean {
  return status.pausedUntil !== null && status.pausedUntil > now;
}

/**
 * What a notification says of a call; null for one that needs none. A flagged call is told while it rings;
 * a blocked one when it is known how it ended, so that the word is true.
 */
export function notificationWords(
  call: Call,
  words: Words,
  language: Language,
): { title: string; body: string } | null {
  const key = notificationKey(call);
  if (key === null) return null;
  // What is shown in place of a withheld number is Korean; what the number is says the same in the reader's language.
  const display = call.number.withheld ? '' : call.number.display;
  const about = aboutNumber(call.number, words, language);
  const who = call.knownAs === null ? [display, about] : [call.knownAs, display];
  const [reason] = call.verdict?.reasons ?? [];
  const body = [who.filter(Boolean).join(' · ')];
  if (reason) body.push(wordReason(reason, words, language));
  return { title: words(key), body: body.join('\n') };
}

/** Sees to it that each call is told once. `tell` shows a notification and gives it back: one that is let go cannot be clicked. */
export function createTeller(tell: (call: Call) => unknown) {
  const told = new Map<string, unknown>();
  return (call: Call): void => {
    if (told.has(call.id) || notificationKey(call) === null) return;
    told.set(call.id, tell(call));
    const [oldest] = told.keys();
    if (told.size > remembered && oldest !== undefined) told.delete(oldest);
  };
}

function notificationKey(
  call: Call,
): 'desktop.blocked' | 'desktop.refusal-failed' | 'desktop.flagged' | null {
  if (call.hangUp?.asked === 'owner') return null;
  switch (call.verdict?.action) {
    case 'flag':
      return 'desktop.flagged';
    case 'block':
      if (call.outcome === 'refusal-failed') return 'desktop.refusal-failed';
      return call.state === 'ended' ? 'desktop.blocked' : null;
    case 'allow':
    case undefined:
      return null;
  }
}

/** The page that tells everything about one caller. */
export function storyPath(caller: string): string {
  return `caller/${encodeURIComponent(caller)}`;
}

function clock(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(at);
}
