import type { Trouble } from '../../shared/live.ts';

export type StorageProblem = Extract<
  Trouble['key'],
  'disk-full' | 'database-locked' | 'data-unwritable' | 'database-damaged'
>;

/** The book could not be read or written, for a reason that the owner can do something about. */
export class StorageError extends Error {
  readonly problem: StorageProblem;

  constructor(problem: StorageProblem, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'StorageError';
    this.problem = problem;
  }
}

/** The data was written by a later version; it is not touched. */
export class NewerDataError extends Error {
  constructor(file: string, found: number, known: number) {
    super(
      `${file} was written by a newer Ringfence (data version ${found}; this one knows up to ${known}). ` +
        'Install the newer Ringfence again, or choose another data folder. The file was not changed.',
    );
    this.name = 'NewerDataError';
  }
}

/** Primary result codes of https://www.sqlite.org/rescode.html; all others are faults of the program. */
const problemOfCode: Readonly<Record<number, StorageProblem>> = {
  3: 'data-unwritable',
  5: 'database-locked',
  6: 'database-locked',
  8: 'data-unwritable',
  10: 'data-unwritable',
  11: 'database-damaged',
  13: 'disk-full',
  14: 'data-unwritable',
  26: 'database-damaged',
};

/** SQLite keeps the primary code in the lowest byte of the extended one. */
const primaryCode = 0xff;

/** Turns SQLite's error into a StorageError where it is about storage; anything else comes back as it was. */
export function storageErrorOf(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return error;
  const problem = problemOfCode[error.errcode & primaryCode];
  return problem ? new StorageError(problem, `${file}: ${error.message}`, error) : error;
}
