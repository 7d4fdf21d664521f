import { createLearner } from './guard/learner.ts';
import type { Learner } from './guard/learner.ts';
import type { Book } from './book/book.ts';
import type { JudgedCall } from './call-desk.ts';
import type { GuardSources } from './guard/guard.ts';

const rememberedAs = 'learner';
/** Written down after so many calls, and at the end: what a crash would cost is learned again in a day. */
const savedEvery = 20;

export interface Learning {
  learner: Learner;
  /** Learns from a call that is over. */
  over(call: JudgedCall): void;
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
        {
          at: call.startedAt,
          line: call.line,
          number,
          caller,
          name: call.callerId?.name ?? null,
          doubtful: call.callerId?.checksum === false,
        },
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
        },
      );
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
