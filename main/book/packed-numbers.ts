import { openScratchFile } from './scratch-file.ts';

/** A number with what was said of it. */
export interface Marked {
  packed: number;
  /** 0: nothing. */
  mark: number;
}

/** Many packed numbers, each with a mark; the most of them on disk. */
export interface PackedNumbers {
  /** `mark`: where what is said of the number is kept; 0 for nothing. */
  add(packed: number, mark?: number): void;
  /** Added so far, doubles included. */
  count(): number;
  /** In order, each once, with its last mark. */
  sorted(): Generator<Marked>;
  close(): void;
}

/** Sorted at once; small enough not to hold up a ring. */
const runLength = 16_384;
/** Of each run looked at together when they are put in order. */
const windowLength = 512;
const bytesOfNumber = 8;
const bytesOfMark = 4;
const bytesOfRun = runLength * (bytesOfNumber + bytesOfMark);

interface Run {
  numbers: Float64Array;
  marks: Uint32Array;
}

/** A run that is read from its beginning to its end. */
interface Head {
  packed(): number;
  mark(): number;
  next(): void;
}

const bytesOf = (array: Float64Array | Uint32Array) =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

/** The first place in sorted numbers that is not below one of them. */
function placeOf(numbers: Float64Array, packed: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? Infinity) < packed) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sortRun({ numbers, marks }: Run): Run {
  const sorted = numbers.toSorted();
  const moved = new Uint32Array(marks.length);
  numbers.forEach((packed, index) => {
    const mark = marks[index] ?? 0;
    if (mark !== 0) moved[placeOf(sorted, packed)] = mark;
  });
  return { numbers: sorted, marks: moved };
}

function headInMemory({ numbers, marks }: Run): Head {
  let at = 0;
  return {
    packed: () => numbers[at] ?? Infinity,
    mark: () => marks[at] ?? 0,
    next() {
      at++;
    },
  };
}

/** @param folder where whole runs are put aside; where nothing can be written they stay in memory */
export function gatherPacked(folder: string): PackedNumbers {
  const scratch = openScratchFile(folder);
  const last: Run = { numbers: new Float64Array(runLength), marks: new Uint32Array(runLength) };
  const inMemory: Run[] = [];
  let onDisk = 0;
  let used = 0;

  /** Runs on disk come before those in memory: once nothing can be written, nothing more is tried. */
  function putAside(): void {
    const run = sortRun(last);
    const at = onDisk * bytesOfRun;
    const kept =
      inMemory.length === 0 &&
      scratch.write(bytesOf(run.numbers), at) &&
      scratch.write(bytesOf(run.marks), at + runLength * bytesOfNumber);
    if (kept) onDisk++;
    else inMemory.push(run);
    used = 0;
  }

  function headOnDisk(run: number): Head {
    const numbers = new Float64Array(windowLength);
    const marks = new Uint32Array(windowLength);
    let at = 0;
    function fill(): void {
      const from = run * bytesOfRun;
      scratch.read(bytesOf(numbers), from + at * bytesOfNumber);
      scratch.read(bytesOf(marks), from + runLength * bytesOfNumber + at * bytesOfMark);
    }
    fill();
    return {
      packed: () => (at < runLength ? (numbers[at % windowLength] ?? Infinity) : Infinity),
      mark: () => marks[at % windowLength] ?? 0,
      next() {
        if (++at % windowLength === 0 && at < runLength) fill();
      },
    };
  }

  return {
    add(packed, mark = 0) {
      if (used === runLength) putAside();
      last.numbers[used] = packed;
      last.marks[used++] = mark;
    },

    count: () => (onDisk + inMemory.length) * runLength + used,

    *sorted() {
      const rest = sortRun({ numbers: last.numbers.slice(0, used), marks: last.marks.slice(0, used) });
      const heads = [
        ...Array.from({ length: onDisk }, (_, run) => headOnDisk(run)),
        ...[...inMemory, rest].map(headInMemory),
      ];
      for (;;) {
        let packed = Infinity;
        for (const head of heads) packed = Math.min(packed, head.packed());
        if (packed === Infinity) return;
        let mark = 0;
        for (const head of heads) {
          // Doubles stand side by side, and their mark at the first of them.
          if (head.packed() !== packed) continue;
          mark = head.mark() || mark;
          while (head.packed() === packed) head.next();
        }
        yield { packed, mark };
      }
    },

    close: () => scratch.close(),
  };
}
