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
  /** Rules were edited, in whatever way: each number of which a rule says something new is told once. */
  rulesEdited(): void;
  labelled(caller: string): void;
  /** A change was undone: the learner is told which label now holds for its caller. */
  undone(changeId: number): void;
}

interface Deed {
  refused: boolean;
  /** Tells one rule from another that says the same later. */
  rule: string;
}

/** What a rule says of a number: refused, wanted, or (a flag) neither. */
const refusedBy: Readonly<Record<Rule['action'], boolean | null>> = { block: true, allow: false, flag: null };

export function createOwnersWord({ book, settings, learning }: OwnersWordParts): OwnersWord {
  const numberIn = (text: string) => understand(text, { country: settings.get().country });
  const numberOf = (caller: string) => book.callers.get(caller)?.number ?? numberIn(caller);
  let told = deeds();

  /** What the newest rule for just one number says of it, by caller. A rule with conditions is no word on the caller. */
  function deeds(): Map<string, Deed> {
    const said = new Map<string, Deed>();
    const now = Date.now();
    for (const { id, createdAt, enabled, who, action, when, often, line, until } of book.rules.list()) {
      const plain = enabled && when === null && often === null && line === null && (until ?? Infinity) > now;
      const refused = refusedBy[action];
      if (!plain || who.kind !== 'number' || refused === null) continue;
      const number = numberIn(who.value);
      if (number.digits !== '')
        said.set(callerKey(number), { refused, rule: `${id} ${createdAt} ${action}` });
    }
    return said;
  }

  /** What now holds for a caller, by its label and by its rule. */
  function holds(caller: string): void {
    const number = numberOf(caller);
    if (number.digits === '') return;
    learning.relabel(caller, number, {
      label: book.callers.get(caller)?.label ?? null,
      refused: told.get(caller)?.refused ?? null,
    });
  }

  return {
    rulesEdited() {
      const before = told;
      told = deeds();
      for (const caller of new Set([...before.keys(), ...told.keys()])) {
        const deed = told.get(caller);
        if (before.get(caller)?.rule === deed?.rule) continue;
        // The newest word counts: a block or an allowance goes before a label of earlier.
        if (deed) learning.relabel(caller, numberOf(caller), { refused: deed.refused });
        else holds(caller);
      }
    },
    labelled: holds,
    undone(changeId) {
      const [change] = book.changes.list(1, changeId + 1);
      const caller = change?.values['caller'];
      if (change?.id === changeId && typeof caller === 'string') holds(caller);
    },
  };
}
