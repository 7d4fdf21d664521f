import type { NewRule, RuleDraft } from '../../shared/rule.ts';
import { usualUntil } from '../../shared/rule.ts';
import { ruleWarnings } from '../guard/warnings.ts';
import { guardSources } from '../guarding.ts';
import { openLearning } from '../learning.ts';
import { createRuleDesk } from '../rule-desk.ts';
import { nudge } from '../single.ts';
import { callRecord } from './call-record.ts';
import { printLine, UsageError } from './command.ts';
import type { Command } from './command.ts';
import { readOptions } from './options.ts';
import { check, readRule, ruleOptions, ruleUsage, warningWords } from './rule-options.ts';
import { settingsOf, storedBook, words } from './stored-book.ts';

/** What is refused: lists, adds, tries and removes rules. A Ringfence that runs on the same data follows at once. */
export const rules: Command = {
  usage: `rules [list | add RULE | try RULE | remove ID …] [--data DIR]
      RULE: ${ruleUsage}`,
  async run([word = 'list', ...args]) {
    const { values, positionals } = readOptions(word.startsWith('-') ? [word, ...args] : args, {
      data: { type: 'string' },
      ...ruleOptions,
    });
    switch (word.startsWith('-') ? 'list' : word) {
      case 'list':
        return list(values.data);
      case 'add':
        return add(values.data, readRule(values));
      case 'try':
        return tryOut(values.data, readRule(values));
      case 'remove':
        return remove(values.data, positionals);
      default:
        throw new UsageError(`${words('console.odd-word', { word })}\nusage: ${rules.usage}`);
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

function whole(draft: NewRule): RuleDraft {
  return { ...draft, until: draft.until === undefined ? usualUntil(draft, Date.now()) : draft.until };
}

async function add(data: string | undefined, written: NewRule): Promise<number> {
  const draft = whole(written);
  // Before the book is opened, which may make it.
  check(ruleWarnings(draft, [], { now: Date.now() }));
  const book = storedBook(data, 'make');
  try {
    const warnings = ruleWarnings(draft, book.rules.list(), {
      now: Date.now(),
      lists: book.lists.list().map(one => String(one.id)),
      contactOf: caller => book.contacts.find(caller),
    });
    check(warnings);
    const { rule } = book.rules.add(draft);
    const said = warnings.map(warningWords);
    printLine(said.length === 0 ? rule : { ...rule, warnings: said });
  } finally {
    book.close();
  }
  await nudge(book.folder);
  return 0;
}

/** What the rule would have done to the newest calls; nothing is changed. */
function tryOut(data: string | undefined, written: NewRule): number {
  const book = storedBook(data, 'read');
  try {
    const settings = settingsOf(book.folder);
    const sources = guardSources(book);
    const { learner } = openLearning(book, sources);
    const desk = createRuleDesk({ book, settings, sources, judge: learner });
    const { good, examples, ...trial } = desk.tryRule(whole(written), null);
    printLine({ ...trial, good: good.map(callRecord), examples: examples.map(callRecord) });
  } finally {
    book.close();
  }
  return 0;
}

async function remove(data: string | undefined, ids: string[]): Promise<number> {
  if (ids.length === 0) throw new UsageError(`${words('console.which-rule')}\nusage: ${rules.usage}`);
  const book = storedBook(data, 'edit');
  let missing = 0;
  try {
    for (const id of ids) {
      const removed = /^\d+$/.test(id) ? book.rules.remove(Number(id)) : null;
      if (removed) printLine({ removed: Number(id) });
      else {
        console.error(words('console.no-rule', { id }));
        missing++;
      }
    }
  } finally {
    book.close();
  }
  await nudge(book.folder);
  return missing > 0 ? 2 : 0;
}
