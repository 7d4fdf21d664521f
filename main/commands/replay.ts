import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { RuleDraft } from '../../shared/rule.ts';
import type { Rule } from '../../shared/rule.ts';
import { replay as replayCalls, ReplayEntry } from '../guard/replay.ts';
import { UsageError } from './command.ts';
import type { Command } from './command.ts';
import { readOptions } from './options.ts';

/** Past calls through the real guard, in time order; one verdict a line. */
export const replay: Command = {
  usage:
    'replay --history FILE.jsonl [--rules FILE] [--learn]  past calls through the real guard, one verdict a line',
  async run(args) {
    const { values } = readOptions(args, {
      history: { type: 'string' },
      rules: { type: 'string' },
      learn: { type: 'boolean', default: false },
    });
    if (values.history === undefined) throw new UsageError(`Which calls? \nusage: ${replay.usage}`);
    const rules = values.rules === undefined ? [] : await readRules(values.rules);
    const entries: ReplayEntry[] = [];
    for await (const [line, text] of jsonLines(values.history))
      entries.push(parsed(ReplayEntry, text, values.history, line));
    // Stable: calls of the same instant keep the file's order.
    entries.sort((one, other) => one.t - other.t);
    let waiting = '';
    for (const verdict of replayCalls(entries, { rules, learn: values.learn })) {
      waiting += `${JSON.stringify(verdict)}\n`;
      if (waiting.length < outputPiece) continue;
      await written(waiting);
      waiting = '';
    }
    if (waiting !== '') await written(waiting);
    return 0;
  },
};

const outputPiece = 64 * 1024;

function written(text: string): Promise<void> {
  return new Promise(done => process.stdout.write(text, () => done()));
}

/** A file of rules: JSON lines as `rules list` prints them, or one JSON array of the same. */
async function readRules(file: string): Promise<Rule[]> {
  const drafts: unknown[] = [];
  let whole = '';
  for await (const [, text] of jsonLines(file)) whole += `${text}\n`;
  if (whole.trimStart().startsWith('[')) {
    const list: unknown = parseJson(whole, file, 1);
    if (Array.isArray(list)) drafts.push(...(list as unknown[]));
  } else {
    for (const [index, text] of whole.split('\n').entries())
      if (text.trim() !== '') drafts.push(parseJson(text, file, index + 1));
  }
  return drafts.map((draft, index) => {
    const rule = RuleDraft.safeParse(draft);
    if (!rule.success)
      throw new UsageError(
        `${file}: rule ${index + 1} is not understood: ${rule.error.issues[0]?.message ?? ''}`,
      );
    return { ...rule.data, id: index + 1, createdAt: 0 };
  });
}

async function* jsonLines(file: string): AsyncGenerator<[number, string]> {
  const input = createReadStream(file, 'utf8');
  let line = 0;
  try {
    for await (const text of createInterface({ input, crlfDelay: Infinity })) {
      line++;
      if (text.trim() !== '') yield [line, text];
    }
  } catch (error) {
    throw new UsageError(`${file}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

function parseJson(text: string, file: string, line: number): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new UsageError(`${file}:${line}: this is not JSON.`);
  }
}

function parsed(schema: typeof ReplayEntry, text: string, file: string, line: number): ReplayEntry {
  const result = schema.safeParse(parseJson(text, file, line));
  if (!result.success)
    throw new UsageError(
      `${file}:${line}: ${result.error.issues[0]?.path.join('.') ?? ''} ${result.error.issues[0]?.message ?? ''}`,
    );
  return result.data;
}
