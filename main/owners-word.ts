import { understand } from '../shared/number-plan/understand.ts';
import { callerKey } from '../shared/number.ts';
import type { Rule } from '../shared/rule.ts';
import type { Book } from './book/book.ts';
import type { Learning } from './learning.ts';
import type { SettingsStore } from './settings/settings.ts';

export interface OwnersWordParts {
  book: Book;
  settings: SettingsStore;
  learning: Learning;
}

/** Brings what the owner says of callers, between calls, to the learner. */
export interface OwnersWord {
  judged(caller: string, action: Rule['action'] | null): void;
  labelled(caller: string): void;
  /** A change was undone: the learner is told what now holds for its caller. */
  undone(changeId: number): void;
}

const refusedBy = { block: true, allow: false, flag: null } as const;

export function createOwnersWord({ book, settings, learning }: OwnersWordParts): OwnersWord {
  const numberIn = (text: string) => understand(text, { country: settings.get().country });
  const numberOf = (caller: string) => book.callers.get(caller)?.number ?? numberIn(caller);

  /** The newest rule for just this number, as a deed. */
  function deedFor(digits: string): boolean | null {
    const rule = book.rules
      .list()
      .findLast(
        ({ enabled, who, when, often, line, until }) =>
          enabled &&
          who.kind === 'number' &&
          when === null &&
          often === null &&
          line === null &&
          until === null &&
          numberIn(who.value).digits === digits,
      );
    return rule ? refusedBy[rule.action] : null;
  }

  /** What now holds for a caller, by its label and by its rule. */
  function holds(caller: string): void {
    const number = numberOf(caller);
    if (number.digits === '') return;
    learning.relabel(caller, number, {
      label: book.callers.get(caller)?.label ?? null,
      refused: deedFor(number.digits),
    });
  }

  return {
    judged(caller, action) {
      const refused = action === null ? null : refusedBy[action];
      const number = numberOf(caller);
      // The newest word counts: a block or an allowance goes before a label of earlier.
      if (refused === null) holds(caller);
      else if (number.digits !== '') learning.relabel(caller, number, { refused });
    },
    labelled: holds,
    undone(changeId) {
      const [change] = book.changes.list(1, changeId + 1);
      const named = change?.values['caller'] ?? change?.values['display'];
      if (change?.id === changeId && typeof named === 'string') holds(callerKey(numberIn(named)));
    },
  };
}
