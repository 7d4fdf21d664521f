import type { Call } from '../shared/call.ts';
import type { CallerReading } from '../shared/caller-reading.ts';
import { publicLine } from '../shared/number-plan/public-lines.ts';
import type { Book } from './book/book.ts';
import type { GuardSources, Judge } from './guard/guard.ts';
import { guessOf } from './guard/guess.ts';
import { factsOf } from './guarding.ts';
import type { SettingsStore } from './settings/settings.ts';

/** Newest calls of a caller that are read; more would say nothing new. */
const callsRead = 200;
const dayMs = 24 * 60 * 60 * 1000;

export interface CallerDeskParts {
  book: Book;
  settings: SettingsStore;
  sources: GuardSources;
  judge: Judge;
}

/** Where a caller's calls are read: what they are likely about, and what the caller did when it was refused. */
export function createCallerDesk({ book, settings, sources, judge }: CallerDeskParts) {
  function guess(call: Call): CallerReading['guess'] {
    const { number, caller } = call;
    const { country, learning } = settings.get();
    const evidence = {
      label: sources.labelOf(caller),
      lists: number.digits === '' ? [] : sources.listsWith(number.digits),
      contact: sources.contactOf(caller) !== null,
    };
    // Of a caller that is known there is nothing to guess.
    if (evidence.label !== null || evidence.contact || publicLine(number, country)) return null;
    const facts = factsOf(call);
    const guessed = guessOf(facts, evidence, judge.judge(facts, evidence, learning.caution));
    return guessed.category === null && guessed.purpose === null ? null : guessed;
  }

  return {
    /** null: the book knows no call of this caller. */
    read(caller: string): CallerReading | null {
      const { calls } = book.calls.page({ caller, limit: callsRead });
      const [newest] = calls;
      return newest ? { guess: guess(newest), refused: afterRefusal(calls) } : null;
    },
  };
}
export type CallerDesk = ReturnType<typeof createCallerDesk>;

/** What a caller did after each refused call; `calls` come newest first. */
export function afterRefusal(
  calls: readonly Pick<Call, 'startedAt' | 'outcome'>[],
): CallerReading['refused'] {
  const last = calls.findIndex(call => call.outcome === 'refused');
  const newest = calls[last];
  if (!newest) return null;
  const again = calls.filter((call, at) => {
    const next = calls[at - 1];
    return call.outcome === 'refused' && next !== undefined && next.startedAt - call.startedAt <= dayMs;
  });
  return {
    times: calls.filter(call => call.outcome === 'refused').length,
    again: again.length,
    lastAt: newest.startedAt,
    since: last,
  };
}
