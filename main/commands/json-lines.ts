import { createReadStream } from 'node:fs';
import { UsageError } from './command.ts';

/** No line of a file that is read by line is nearly as long; a file without line ends must not fill the memory. */
const longestLine = 1024 * 1024;

export interface FileLine {
  /** Counted from 1. */
  line: number;
  text: string;
}

/** The lines of a file that are not empty, some thousands at a time; a byte order mark and Windows' line ends are left out. */
export async function* linesOf(file: string): AsyncGenerator<FileLine[]> {
  let line = 0;
  let begun = '';
  const take = (texts: string[]): FileLine[] => {
    const taken: FileLine[] = [];
    for (const text of texts) {
      line++;
      if (text.trim() !== '') taken.push({ line, text: line === 1 ? text.replace(/^\uFEFF/, '') : text });
    }
    return taken;
  };
  try {
    for await (const piece of createReadStream(file, { encoding: 'utf8', highWaterMark: 256 * 1024 })) {
      const texts = (begun + String(piece)).split('\n');
      begun = texts.pop() ?? '';
      if (begun.length > longestLine) throw new Error(`line ${line + texts.length + 1} is too long.`);
      yield take(texts);
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${file}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  yield take([begun]);
}

/** @throws UsageError naming file and line where the text is not JSON */
export function jsonOf({ line, text }: FileLine, file: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new UsageError(`${file}:${line}: this is not JSON.`);
  }
}
