import type { RuleDraft, RuleWho } from '../../shared/rule.ts';
import { reusedForDays, RuleDraft as Draft, usualUntil } from '../../shared/rule.ts';
import { dayAfter } from '../words/times.ts';

/** A rule while it is being written: its value may still be empty or wrong, and its end be left as usual (`undefined`). */
export type LooseDraft = Omit<RuleDraft, 'who' | 'until'> & {
  who: { kind: RuleWho['kind']; value: string };
  until: number | null | undefined;
};

export function newDraft(who: RuleWho | null = null): LooseDraft {
  return {
    who: who ?? { kind: 'number', value: '' },
    action: 'block',
    when: null,
    often: null,
    line: null,
    hangUp: null,
    until: undefined,
    enabled: true,
    note: '',
  };
}

/** The owner's part of a rule, without what the book added. */
export function draftOf(rule: RuleDraft): LooseDraft {
  const { who, action, when, often, line, hangUp, until, enabled, note } = rule;
  return { who, action, when, often, line, hangUp, until, enabled, note };
}

/** When the rule ends, epoch ms; null: never. */
export function endOf({ who, action, until }: LooseDraft): number | null {
  if (until !== undefined) return until;
  const now = Date.now();
  const read = Draft.shape.who.safeParse(who);
  return read.success && usualUntil({ who: read.data, action }, now) !== null
    ? afterDays(reusedForDays, now)
    : null;
}

/** The end of the day that is so many days ahead, local time. */
export function afterDays(days: number, now: number): number {
  return dayAfter(now, days + 1);
}

/** The draft as the house takes it; null while it is not whole. */
export function wholeDraft(draft: LooseDraft): RuleDraft | null {
  const value = draft.who.value.trim();
  const read = Draft.safeParse({ ...draft, until: endOf(draft), who: { ...draft.who, value } });
  return read.success ? read.data : null;
}

/** The value that a kind of rule begins with when it is chosen. */
export function firstValue(kind: RuleWho['kind']): string {
  switch (kind) {
    case 'class':
      return 'representative';
    case 'withheld':
      return 'any';
    case 'label':
      return 'telemarketing';
    case 'country':
      return 'CN';
    case 'region':
      return '서울';
    default:
      return '';
  }
}
