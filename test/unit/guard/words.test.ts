import { describe, expect, test } from 'vitest';
import { createGuard } from '../../../main/guard/guard.ts';
import { explain } from '../../../main/guard/explain.ts';
import { createLearner } from '../../../main/guard/learner.ts';
import { ruleTemplates } from '../../../main/guard/templates.ts';
import { Action, VerdictBy } from '../../../shared/call.ts';
import type { Reason } from '../../../shared/call.ts';
import { labels } from '../../../shared/label.ts';
import { messages } from '../../../shared/messages/index.ts';
import { createWords } from '../../../shared/messages/words.ts';
import { generators } from '../../guard-households/generators.ts';
import { replay } from '../../../main/guard/replay.ts';
import { at, book, config, facts, numbers, rule } from './call-facts.ts';

/** Every kind of reason that can be had from scenes and from a household's weeks. */
function manyReasons(): Reason[] {
  const found: Reason[] = [];
  const any = { kind: 'any', value: '' } as const;
  const list = (action: Action) => ({ id: '1', name: '목록', action, category: 'loan' });
  const learner = createLearner();
  for (const action of Action.options)
    for (const settings of [
      {},
      { mode: 'watch' },
      { mode: 'contacts' },
      { mode: 'night' },
      { pausedUntil: at('23:30') },
      { classDefaults: { voip: 'block' } },
      { classDefaults: { voip: 'flag' } },
      { learning: { on: true, caution: 'eager' } },
    ] as const)
      for (const doubtful of [true, false])
        for (const sources of [
          book(),
          book({ listsWith: () => [list(action)], labelOf: () => 'loan' }),
          book({ contactOf: () => ({ name: '딸', group: null }) }),
        ])
          for (const number of [numbers.voip, numbers.police, numbers.koreanFromAbroad])
            for (const rules of [[], [rule({ who: any, action, note: 'x' })]]) {
              const call = facts(number, { at: at('23:00'), doubtful });
              const { verdict, wouldChange } = explain(call, sources, config(rules, settings), learner);
              found.push(...verdict.reasons, ...wouldChange);
              found.push(...createGuard(sources, config(rules, settings)).decide(call).reasons);
            }
  for (const { kinds, make } of generators.slice(0, 2))
    for (const { reasons } of replay(make(kinds[0] ?? '', 3).calls.slice(0, 600), { learn: true }))
      found.push(...reasons);
  return found;
}

const byKey = new Map(manyReasons().map(reason => [reason.key, reason]));

describe.each(['ko', 'en'] as const)('in %s,', language => {
  const known: Record<string, string> = messages[language];
  const word = createWords(language);

  test.each([...byKey])('the reason %s is worded, short and long', (key, { values }) => {
    for (const id of [`reason.${key}`, `reason.${key}.long`]) {
      expect(known[id], id).toBeDefined();
      const text = word(id, values);
      expect(text).not.toBe(id);
      expect(text).not.toMatch(/[{}]|undefined/);
    }
  });
  test('every voice, label and ready-made rule has its words', () => {
    for (const by of VerdictBy.options) expect(known[`by.${by}`]).toBeDefined();
    for (const { key } of labels) expect(known[`label.${key}`]).toBeDefined();
    for (const { key } of ruleTemplates) {
      expect(known[`template.${key}.title`]).toBeDefined();
      expect(known[`template.${key}.about`]).toBeDefined();
    }
  });
});

test('many kinds of reasons were seen', () => {
  expect(byKey.size).toBeGreaterThan(30);
});
