import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { z } from 'zod';
import { openBook } from '../../main/book/book.ts';
import { createLearner } from '../../main/guard/learner.ts';
import { guardSources } from '../../main/guarding.ts';
import { createRuleDesk } from '../../main/rule-desk.ts';
import { createRuleEdits } from '../../main/rule-edits.ts';
import { openSettings } from '../../main/settings/settings.ts';
import { aCall } from './book/a-call.ts';
import { understand } from '../../shared/number-plan/understand.ts';
import { NewRule, RuleDraft } from '../../shared/rule.ts';

const dayMs = 24 * 60 * 60 * 1000;

function aDesk() {
  const folder = mkdtempSync(join(tmpdir(), 'ringfence-rules-'));
  const quiet = { onTrouble: () => undefined, onTroubleOver: () => undefined };
  const book = openBook(folder, { ...quiet, labelsNamed: () => [] });
  onTestFinished(() => {
    book.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const settings = openSettings(folder, quiet);
  const ruleDesk = createRuleDesk({ book, settings, sources: guardSources(book), judge: createLearner() });
  const edits = createRuleEdits({ book, settings, ruleDesk, edit: (_what, work) => work() });
  const add = (draft: z.input<typeof NewRule>) => edits.addRule(NewRule.parse(draft));
  return { book, ruleDesk, edits, add };
}

const who = (text: string) => {
  const [kind, value] = text.split(':');
  return { kind, value } as z.input<typeof NewRule>['who'];
};

describe('a rule on 050 numbers, which pass from one person to the next', () => {
  const inThirtyDays = (until: number | null) =>
    until !== null && Math.abs(until - Date.now() - 30 * dayMs) < 60_000;

  test.each(['number:0507-1234-5678', 'number:+82 507-1234-5678', 'prefix:0504', 'class:personal050'])(
    '%s ends by itself after 30 days unless an end is named',
    text => {
      const { add } = aDesk();
      expect(inThirtyDays(add({ who: who(text), action: 'block' }).rule.until)).toBe(true);
      expect(add({ who: who(text), action: 'block', until: null }).rule.until).toBeNull();
    },
  );

  test.each([
    ['number:070-1234-5678', 'block'],
    ['class:voip', 'block'],
    ['number:0507-1234-5678', 'allow'],
  ] as const)('%s, %s, does not end', (text, action) => {
    const { add } = aDesk();
    expect(add({ who: who(text), action }).rule.until).toBeNull();
  });

  test('made by one click ends too, and gives way to the next click', () => {
    const { book, edits } = aDesk();
    const edited = edits.judgeCaller('050712345678', 'block');
    expect(inThirtyDays(book.rules.list()[0]?.until ?? null)).toBe(true);
    expect(edited?.until).toBe(book.rules.list()[0]?.until);
    edits.judgeCaller('050712345678', null);
    expect(book.rules.list()).toEqual([]);
  });
});

describe('a rule that could never speak', () => {
  test('is refused when it is made and when it is made so by a change', () => {
    const { add, edits } = aDesk();
    expect(() => add({ who: who('prefix:abc'), action: 'block' })).toThrow('rule-never-matches');
    expect(() => add({ who: who('list:9'), action: 'block' })).toThrow('rule-never-matches');
    expect(() => add({ who: who('number:112'), action: 'block' })).toThrow('rule-public-line');
    const { rule } = add({ who: who('number:112'), action: 'allow' });
    expect(() => edits.changeRule(rule.id, { ...rule, action: 'block' })).toThrow('rule-public-line');
  });

  test('may still be switched off and noted where it is an old one', () => {
    const { book, edits } = aDesk();
    const old = RuleDraft.parse({ who: who('regex:('), action: 'block', until: 1 });
    const { rule } = book.rules.add(old);
    expect(edits.changeRule(rule.id, { ...rule, enabled: false, note: 'old' })).not.toBeNull();
    expect(() => edits.changeRule(rule.id, { ...rule, until: 2 })).toThrow('rule-never-matches');
  });
});

test('a ready-made rule of several parts is added as one edit, without those that are there, and undone as one', () => {
  const { book, edits, add } = aDesk();
  add({ who: who('class:voip'), action: 'block', when: { days: [0, 6] } });
  const edited = edits.addTemplate('holidays');
  expect(book.rules.list()).toHaveLength(4);
  expect(book.changes.list(1)).toMatchObject([
    { key: 'template-added', values: { template: 'holidays' }, id: edited?.changeId },
  ]);
  expect(edits.addTemplate('holidays')).toBeNull();
  book.changes.undo(edited?.changeId ?? 0);
  expect(book.rules.list()).toHaveLength(1);
});

test('a verdict is told as it was, and what would be done now, after the rule behind it is gone', () => {
  const { book, ruleDesk, edits, add } = aDesk();
  const { rule } = add({ who: who('number:07043215501'), action: 'block' });
  const number = understand('07043215501');
  const reason = { key: 'rule.block', values: { id: rule.id }, speaks: 'for' as const };
  const call = book.calls.write({
    ...aCall({ digits: number.digits }),
    number,
    verdict: { action: 'block', by: 'block-rule', ruleId: rule.id, reasons: [reason] },
  });
  expect(ruleDesk.explain(call)).toMatchObject({ verdict: { action: 'block' }, now: 'block' });
  edits.removeRule(rule.id);
  expect(ruleDesk.explain(call)).toMatchObject({ verdict: { action: 'block' }, now: 'allow' });
});
