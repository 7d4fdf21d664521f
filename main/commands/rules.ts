import type { z } from 'zod';
import { Action } from '../../shared/call.ts';
import { labels } from '../../shared/label.ts';
import { publicLine } from '../../shared/number-plan/public-lines.ts';
import { understand } from '../../shared/number-plan/understand.ts';
import { numberClasses, withheldKinds } from '../../shared/number.ts';
import { RuleDraft, ruleKinds, RuleWho } from '../../shared/rule.ts';
import { compileRegex } from '../guard/regex.ts';
import { nudge } from '../single.ts';
import { printLine, UsageError } from './command.ts';
import type { Command } from './command.ts';
import { readOptions } from './options.ts';
import { storedBook, words } from './stored-book.ts';

/** What is refused: lists, adds and removes rules. A Ringfence that runs on the same data follows at once. */
export const rules: Command = {
  usage:
    'rules [list | add --match KIND:VALUE --action allow|flag|block [--note TEXT] | remove ID …] [--data DIR]',
  async run([word = 'list', ...args]) {
    const { values, positionals } = readOptions(word.startsWith('-') ? [word, ...args] : args, {
      data: { type: 'string' },
      match: { type: 'string' },
      action: { type: 'string' },
      note: { type: 'string' },
    });
    switch (word.startsWith('-') ? 'list' : word) {
      case 'list':
        return list(values.data);
      case 'add':
        return add(values);
      case 'remove':
        return remove(values.data, positionals);
      default:
        throw new UsageError(`Unknown word "${word}".\nusage: ${rules.usage}`);
    }
  },
};

function list(data: string | undefined): number {
  const book = storedBook(data, 'read');
  try {
    for (const rule of book.rules.listWithRecord()) printLine(rule);
  } finally {
    book.close();
  }
  return 0;
}

async function add(values: {
  data?: string | undefined;
  match?: string | undefined;
  action?: string | undefined;
  note?: string | undefined;
}): Promise<number> {
  const who = readWho(values.match);
  const action = parsed(Action, values.action, '--action wants allow, flag or block');
  const draft = RuleDraft.parse({ who, action, note: values.note ?? '' });
  if (who.kind === 'number' && action === 'block' && publicLine(understand(who.value)))
    throw new UsageError(words('problem.rule-public-line'));
  const book = storedBook(values.data, 'make');
  try {
    printLine(book.rules.add(draft).rule);
  } finally {
    book.close();
  }
  await nudge(book.folder);
  return 0;
}

async function remove(data: string | undefined, ids: string[]): Promise<number> {
  if (ids.length === 0) throw new UsageError(`Which rule? Give its id.\nusage: ${rules.usage}`);
  const book = storedBook(data, 'edit');
  let missing = 0;
  try {
    for (const id of ids) {
      const removed = /^\d+$/.test(id) ? book.rules.remove(Number(id)) : null;
      if (removed) printLine({ removed: Number(id) });
      else {
        console.error(`There is no rule ${id}.`);
        missing++;
      }
    }
  } finally {
    book.close();
  }
  await nudge(book.folder);
  return missing > 0 ? 2 : 0;
}

/** Reads KIND:VALUE; a value that could never match a call is refused with what would. */
export function readWho(match: string | undefined): RuleWho {
  const [, kind, value] = /^([a-z]+):?(.*)$/s.exec(match ?? '') ?? [];
  if (kind === undefined || value === undefined)
    throw new UsageError(`--match wants KIND:VALUE, where KIND is one of ${ruleKinds.join(', ')}.`);
  const possible = valuesOf[kind];
  const advice = possible ? `it can be ${possible.join(', ')}` : `kinds are ${ruleKinds.join(', ')}`;
  const complaint = `"${match ?? ''}" is not understood; ${advice}`;
  if (possible && !possible.includes(value.trim())) throw new UsageError(`${complaint}.`);
  const who = parsed(RuleWho, { kind, value: value.trim() }, complaint);
  if (!canMatch(who)) throw new UsageError(`${words('problem.rule-never-matches')} (${match ?? ''})`);
  return who;
}

/** Kinds whose values are few, and what they are. */
const valuesOf: Partial<Record<string, readonly string[]>> = {
  class: numberClasses,
  withheld: [...withheldKinds, 'any'],
  label: labels.map(label => label.key),
};

/** Is there something in the value that a call could be compared with? */
function canMatch({ kind, value }: RuleWho): boolean {
  switch (kind) {
    case 'number':
    case 'prefix':
      return /\d/.test(value);
    case 'wildcard':
      return /[\d*?]/.test(value);
    case 'regex':
      return compileRegex(value) !== null;
    default:
      return true;
  }
}

function parsed<S extends z.ZodType>(schema: S, value: unknown, complaint: string): z.output<S> {
  const result = schema.safeParse(value);
  if (!result.success) throw new UsageError(`${complaint}.`);
  return result.data;
}
