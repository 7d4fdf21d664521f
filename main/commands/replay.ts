import { createReplay, ReplayEntry } from '../guard/replay.ts';
import { statSync } from 'node:fs';
import { UsageError } from './command.ts';
import type { Command } from './command.ts';
import { jsonOf, linesOf } from './json-lines.ts';
import type { FileLine } from './json-lines.ts';
import { readOptions } from './options.ts';
import { readRulesFile } from './rules-file.ts';

/** Past calls through the real guard, in time order; one verdict a line. A file with a bad line is refused before anything is printed. */
export const replay: Command = {
  usage:
    'replay --history FILE.jsonl [--rules FILE] [--learn]  past calls through the real guard, one verdict a line',
  async run(args) {
    const { values } = readOptions(
      args,
      {
        history: { type: 'string' },
        rules: { type: 'string' },
        learn: { type: 'boolean', default: false },
      },
      0,
    );
    if (values.history === undefined) throw new UsageError(`Which calls? \nusage: ${replay.usage}`);
    const rules = values.rules === undefined ? [] : await readRulesFile(values.rules);
    const decide = createReplay({ rules, learn: values.learn });
    for await (const entries of inOrder(values.history)) {
      let text = '';
      for (const entry of entries) text += `${JSON.stringify(decide(entry))}\n`;
      await written(text);
    }
    return 0;
  },
};

/** The calls of a file by time, some thousands at once. A file that is in order already is never held as a whole. */
async function* inOrder(file: string): AsyncGenerator<ReplayEntry[]> {
  if (isFile(file) && (await isSorted(file))) {
    for await (const lines of linesOf(file)) yield lines.map(line => entryOf(line, file));
    return;
  }
  const all: ReplayEntry[] = [];
  for await (const lines of linesOf(file)) for (const line of lines) all.push(entryOf(line, file));
  // Stable: calls of the same instant keep the file's order.
  all.sort((one, other) => one.t - other.t);
  for (let from = 0; from < all.length; from += atOnce) yield all.slice(from, from + atOnce);
}

const atOnce = 5000;

/** Pipes cannot be read twice. */
function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

/** Reads every line, so that a bad one is told before the first verdict. */
async function isSorted(file: string): Promise<boolean> {
  let last = -Infinity;
  let sorted = true;
  for await (const lines of linesOf(file))
    for (const line of lines) {
      const { t } = entryOf(line, file);
      sorted &&= t >= last;
      last = t;
    }
  return sorted;
}

function entryOf(line: FileLine, file: string): ReplayEntry {
  const read = ReplayEntry.safeParse(jsonOf(line, file));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new UsageError(`${file}:${line.line}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}

function written(text: string): Promise<void> {
  return new Promise(done => {
    if (text === '') done();
    else process.stdout.write(text, () => done());
  });
}
