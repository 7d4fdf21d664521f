import type { LiveEvent } from '../shared/live.ts';
import { NotSaved } from './api/index.ts';

/** What of the remembered things was edited. */
export type Remembered = Extract<LiveEvent, { type: 'changed' }>['what'];

/** Makes an edit and tells of it; one that storage refuses is said, not lost in silence. null: there was nothing to edit. */
export type Edit = <T>(what: Remembered, work: () => T) => T;

/** @param changed the guard is set anew and the pages are told */
export function createEdit(changed: (what: Remembered) => void): Edit {
  return (what, work) => {
    const result = savedOrSaid(work);
    if (result !== null) changed(what);
    return result;
  };
}

function savedOrSaid<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new NotSaved(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
