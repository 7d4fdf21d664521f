import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openBook } from '../../main/book/book.ts';
import type { Book } from '../../main/book/book.ts';
import { guardSources } from '../../main/guarding.ts';
import { openLearning } from '../../main/learning.ts';
import { createOwnersWord } from '../../main/owners-word.ts';
import { openSettings } from '../../main/settings/settings.ts';
import { understand } from '../../shared/number-plan/understand.ts';
import type { Action } from '../../shared/call.ts';
import type { Rule } from '../../shared/rule.ts';
import { RuleDraft } from '../../shared/rule.ts';

const caller = '07043215501';
const number = understand(caller);
const night = { from: '21:00', to: '08:00' };

/** What the learner holds of the caller, after the owner's words between calls. */
function aLearner() {
  const folder = mkdtempSync(join(tmpdir(), 'ringfence-word-'));
  const quiet = { onTrouble: () => undefined, onTroubleOver: () => undefined };
  const book = openBook(folder, { ...quiet, labelsNamed: () => [] });
  onTestFinished(() => {
    book.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const learning = openLearning(book, guardSources(book));
  const settings = openSettings(folder, quiet);
  const word = createOwnersWord({ book, settings, learning });
  const label = (key: 'loan' | 'medical' | 'survey' | null) => {
    const changeId = book.callers.change(caller, { label: key }, number);
    word.labelled(caller);
    return changeId ?? 0;
  };
  const rule = (action: Action, until: number | null = null): Rule => {
    const who = { kind: 'number', value: '070-4321-5501' };
    const made = book.rules.add(RuleDraft.parse({ who, action, until })).rule;
    word.rulesEdited();
    return made;
  };
  const memory = () => learning.learner.state().callers.find(one => one.caller === caller);
  const judged = () => memory()?.judged ?? null;
  return { book, learning, word, label, rule, memory, judged };
}

test('a label tells the learner at once, and taking it away tells it too', () => {
  const { label, judged } = aLearner();
  label('loan');
  expect(judged()).toBe('bad');
  label('medical');
  expect(judged()).toBe('good');
  label(null);
  expect(judged()).toBeNull();
});

test('a label that is neither wanted nor unwanted takes back what was learned before', () => {
  const { label, judged } = aLearner();
  label('loan');
  label('survey');
  expect(judged()).toBeNull();
});

test('blocking a caller counts, before a label of earlier', () => {
  const { rule, label, judged } = aLearner();
  label('medical');
  rule('block');
  expect(judged()).toBe('bad');
  rule('allow');
  expect(judged()).toBe('good');
});

test('a caller without a label any more is still refused where a rule blocks just it', () => {
  const { rule, label, judged } = aLearner();
  rule('block');
  label('medical');
  label(null);
  expect(judged()).toBe('bad');
});

test.each([
  ['switched off', (rule: Rule, { rules }: Book) => rules.change(rule.id, { ...rule, enabled: false })],
  ['deleted', (rule: Rule, { rules }: Book) => rules.remove(rule.id)],
  ['made for night only', (rule: Rule, { rules }: Book) => rules.change(rule.id, { ...rule, when: night })],
  [
    'given to another number',
    (rule: Rule, { rules }: Book) =>
      rules.change(rule.id, { ...rule, who: { kind: 'number', value: '060' } }),
  ],
  ['undone', (_: Rule, { changes }: Book) => changes.undo(changes.list(1)[0]?.id ?? 0)],
])('a rule that is %s is unsaid', (_how, edit) => {
  const { book, word, rule, judged } = aLearner();
  const made = rule('block');
  edit(made, book);
  word.rulesEdited();
  expect(judged()).toBeNull();
});

test('a rule for a time is a word as long as it lasts', () => {
  const { rule, judged } = aLearner();
  rule('block', Date.now() + 60_000);
  expect(judged()).toBe('bad');
});

test('a rule says its word once, whatever else is edited', () => {
  const { book, word, rule, memory } = aLearner();
  const made = rule('block');
  book.rules.change(made.id, { ...made, note: 'loans' });
  word.rulesEdited();
  book.rules.add(RuleDraft.parse({ who: { kind: 'class', value: 'voip' }, action: 'block' }));
  word.rulesEdited();
  expect(memory()).toMatchObject({ judged: 'bad', judgements: 1 });
});

test('undoing a label is learned too', () => {
  const { book, word, label, judged } = aLearner();
  const changeId = label('loan');
  book.changes.undo(changeId);
  word.undone(changeId);
  expect(judged()).toBeNull();
});

test('what was said between calls is kept from start to start', () => {
  const { book, learning, label } = aLearner();
  label('loan');
  learning.save();
  const again = openLearning(book, guardSources(book)).learner.state();
  expect(again.callers).toMatchObject([{ caller, judged: 'bad' }]);
});
