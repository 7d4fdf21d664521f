import type { Action, Reason } from '../../shared/call.ts';
import type { NumberClass } from '../../shared/number.ts';
import type { Rule } from '../../shared/rule.ts';
import type { Settings } from '../../shared/settings.ts';

/** How an action speaks of the call: for refusing it, against, or neither. */
export function speaksFor(action: Action): Reason['speaks'] {
  return action === 'allow' ? 'against' : 'for';
}

const reason = (key: string, speaks: Reason['speaks'], values: Reason['values'] = {}): Reason => ({
  key,
  values,
  speaks,
});

/**
 * Every reason that the guard gives, as data that can be worded for ever (`reason.<key>` in messages): values are
 * copied from rules, lists and contacts, which may be gone by the time somebody asks.
 */
export const reasons = {
  publicLine: (line: { digits: string; nameKo: string; nameEn: string }) =>
    reason('public-line', 'against', { digits: line.digits, nameKo: line.nameKo, nameEn: line.nameEn }),
  rule: (rule: Rule) =>
    reason(`rule.${rule.action}`, speaksFor(rule.action), {
      id: rule.id,
      kind: rule.who.kind,
      value: rule.who.value,
      note: rule.note,
      hasNote: rule.note !== '',
      often: rule.often?.atLeast ?? 0,
      withinMinutes: rule.often?.withinMinutes ?? 0,
    }),
  contact: (contact: { name: string; group: string | null }) =>
    reason('contact', 'against', { name: contact.name, group: contact.group ?? '' }),
  contactsOnly: ({ mode, night }: Pick<Settings, 'mode' | 'night'>) =>
    mode === 'night'
      ? reason('mode.night', 'for', { from: night.from, to: night.to })
      : reason('mode.contacts', 'for'),
  looksOn: () => reason('line.looks-on', 'against'),
  watchOnly: () => reason('mode.watch', 'against'),
  paused: (until: number) => reason('paused', 'against', { until }),
  doubtful: () => reason('doubtful', 'against'),
  list: (list: { id: string; name: string; action: Action; category: string | null }) =>
    reason(`list.${list.action}`, speaksFor(list.action), {
      id: list.id,
      name: list.name,
      category: list.category ?? 'none',
    }),
  learned: (score: number, action: Action) =>
    reason(`learned.${action}`, speaksFor(action), { percent: percent(score) }),
  learnedWatching: (score: number, on: boolean) =>
    reason(on ? 'learned.unsure' : 'learned.watching', 'neither', { percent: percent(score) }),
  classDefault: (numberClass: NumberClass, action: Action | null) =>
    action === null || action === 'allow'
      ? reason('class.allow', 'neither', { class: numberClass })
      : reason(`class.${action}`, 'for', { class: numberClass }),
  label: (label: string) => reason('label', 'neither', { label }),
  koreanFromAbroad: () => reason('korean-from-abroad', 'for'),
};

function percent(score: number): number {
  return Math.round(score * 100);
}
