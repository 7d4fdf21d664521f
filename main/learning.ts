import { unwanted } from '../shared/label.ts';
import type { PhoneNumber } from '../shared/number.ts';
import { createLearner } from './guard/learner.ts';
import type { Learner } from './guard/learner.ts';
import type { Book } from './book/book.ts';
import type { JudgedCall } from './call-desk.ts';
import { factsOf } from './guarding.ts';
import type { GuardSources } from './guard/guard.ts';

const rememberedAs = 'learner';
/** Written down after so many calls, and at the end: what a crash would cost is learned again in a day. */
const savedEvery = 20;

export interface OwnersSaying {
  label?: string | null;
  refused?: boolean | null;
}

export interface Learning {
  learner: Learner;
  /** Learns from a call that is over. */
  over(call: JudgedCall): void;
  /** Learns what the owner now says of a caller, by label and by rule; nothing takes back what was said before. */
  relabel(caller: string, number: PhoneNumber, said: OwnersSaying): void;
  save(): void;
}

/** What is learned from this owner's calls, kept in the book from start to start. */
export function openLearning(book: Book, sources: GuardSources): Learning {
  const learner = createLearner(readState(book.remembered.get(rememberedAs)));
  let unsaved = 0;

  function save(): void {
    if (unsaved === 0) return;
    try {
      book.remembered.set(rememberedAs, Buffer.from(JSON.stringify(learner.state())));
      unsaved = 0;
    } catch {
      // The book tells its own troubles; learning is tried again with the next call.
    }
  }

  return {
    learner,
    over(call) {
      const { number, caller } = call;
      learner.observe(
        factsOf(call),
        {
          label: sources.labelOf(caller),
          lists: number.digits === '' ? [] : sources.listsWith(number.digits),
          contact: sources.contactOf(caller) !== null,
        },
        {
          answered: call.outcome === 'answered' ? true : call.outcome === 'missed' ? false : null,
          rings: call.rings,
          label: sources.labelOf(caller),
          refused: refusedByOwner(call),
          unheard: call.outcome === 'refused',
        },
      );
      if (++unsaved >= savedEvery) save();
    },
    relabel(caller, number, { label = null, refused = null }) {
      // A label that is neither wanted nor unwanted leaves a judgement standing, so what was said before is taken back first.
      if (refused === null && (label === null || unwanted(label) === null))
        learner.relabel(caller, number, {});
      if (label !== null || refused !== null) learner.relabel(caller, number, { label, refused });
      if (++unsaved >= savedEvery) save();
    },
    save,
  };
}

/** Only the owner's own word counts as a deed: a rule for just this number, or "hang up now". The model must not teach itself. */
function refusedByOwner({ verdict, hangUp }: JudgedCall): boolean | null {
  if (hangUp?.asked === 'owner') return true;
  const [decided] = verdict?.reasons ?? [];
  if (decided?.values['kind'] !== 'number') return null;
  if (verdict?.by === 'block-rule') return true;
  return verdict?.by === 'allow-rule' ? false : null;
}

function readState(bytes: Uint8Array | null): unknown {
  if (bytes === null) return undefined;
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
