import type { Rule, RuleDraft, RuleWithRecord } from '../../shared/rule.ts';
import type { ChangeLog } from './changes.ts';
import type { Database } from './database.ts';
import { number } from './rows.ts';
import type { States } from './states.ts';
import { nextId, ruleOf } from './states.ts';

export interface Rules {
  /** In the order in which they were made. */
  list(): Rule[];
  /** The same with the calls that each decided. */
  listWithRecord(): RuleWithRecord[];
  get(id: number): Rule | null;
  add(draft: RuleDraft): { rule: Rule; changeId: number };
  /** A rule of an export, under its own id if that is free. */
  bringBack(rule: Rule): void;
  /** null: no such rule. */
  change(id: number, draft: RuleDraft): { rule: Rule; changeId: number } | null;
  remove(id: number): { changeId: number } | null;
}

function values(draft: RuleDraft) {
  return { kind: draft.who.kind, value: draft.who.value, action: draft.action };
}

function changeKey(before: RuleDraft, after: RuleDraft): string {
  if (before.enabled !== after.enabled) return after.enabled ? 'rule-switched-on' : 'rule-switched-off';
  return 'rule-changed';
}

export function openRules(database: Database, states: States, log: ChangeLog, now: () => number): Rules {
  const list = () => database.all('SELECT * FROM rules ORDER BY id').map(ruleOf);

  return {
    list,

    listWithRecord() {
      const recordSql = `SELECT rule_id, count(*) AS caught, max(started_at) AS last FROM calls
        WHERE rule_id IS NOT NULL GROUP BY rule_id`;
      const records = new Map(
        database
          .all(recordSql)
          .map(row => [number(row, 'rule_id'), { caught: number(row, 'caught'), last: number(row, 'last') }]),
      );
      return list().map(rule => {
        const record = records.get(rule.id);
        return { ...rule, caught: record?.caught ?? 0, lastCaughtAt: record?.last ?? null };
      });
    },

    get: id => states.rule.read(id),

    add: draft =>
      database.transaction(() => {
        const rule: Rule = { ...draft, id: nextId(database, 'rules'), createdAt: now() };
        const changeId = log.edit({
          what: 'rule',
          key: 'rule-added',
          values: values(draft),
          edits: [{ what: 'rule', target: rule.id, before: null, after: rule }],
        });
        return { rule, changeId };
      }),

    bringBack: exported =>
      database.transaction(() => {
        const id = states.rule.read(exported.id) ? nextId(database, 'rules') : exported.id;
        log.edit({
          what: 'rule',
          key: 'rule-added',
          values: values(exported),
          edits: [{ what: 'rule', target: id, before: null, after: { ...exported, id } }],
        });
      }),

    change: (id, draft) =>
      database.transaction(() => {
        const before = states.rule.read(id);
        if (!before) return null;
        const rule: Rule = { ...draft, id, createdAt: before.createdAt };
        const changeId = log.edit({
          what: 'rule',
          key: changeKey(before, draft),
          values: values(draft),
          edits: [{ what: 'rule', target: id, before, after: rule }],
        });
        return { rule, changeId };
      }),

    remove: id =>
      database.transaction(() => {
        const before = states.rule.read(id);
        if (!before) return null;
        const changeId = log.edit({
          what: 'rule',
          key: 'rule-removed',
          values: values(before),
          edits: [{ what: 'rule', target: id, before, after: null }],
        });
        return { changeId };
      }),
  };
}
