import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openBook } from '../../main/book/book.ts';
import { guardSources } from '../../main/guarding.ts';
import { openLearning } from '../../main/learning.ts';
import { createOwnersWord } from '../../main/owners-word.ts';
import { openSettings } from '../../main/settings/settings.ts';
import { understand } from '../../shared/number-plan/understand.ts';
import { RuleDraft } from '../../shared/rule.ts';

const caller = '07043215501';
const number = understand(caller);

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
  const judged = () =>
    learning.learner.state().callers.find(memory => memory.caller === caller)?.judged ?? null;
  return { book, learning, word, label, judged };
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
  const { word, label, judged } = aLearner();
  label('medical');
  word.judged(caller, 'block');
  expect(judged()).toBe('bad');
  word.judged(caller, 'allow');
  expect(judged()).toBe('good');
});

test('a caller without a label any more is still refused where a rule blocks just it', () => {
  const { book, label, judged } = aLearner();
  book.rules.add(RuleDraft.parse({ who: { kind: 'number', value: '070-4321-5501' }, action: 'block' }));
  label('medical');
  label(null);
  expect(judged()).toBe('bad');
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
