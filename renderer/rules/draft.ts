import type { RuleDraft, RuleWho } from '../../shared/rule.ts';
import { RuleDraft as Draft } from '../../shared/rule.ts';

/** A rule while it is being written: its value may still be empty or wrong. */
export type LooseDraft = Omit<RuleDraft, 'who'> & { who: { kind: RuleWho['kind']; value: string } };

export function newDraft(who: RuleWho | null = null): LooseDraft {
  return {
    who: who ?? { kind: 'number', value: '' },
    action: 'block',
    when: null,
    often: null,
    line: null,
    hangUp: null,
    until: null,
    enabled: true,
    note: '',
  };
}

/** The owner's part of a rule, without what the book added. */
export function draftOf(rule: RuleDraft): LooseDraft {
  const { who, action, when, often, line, hangUp, until, enabled, note } = rule;
  return { who, action, when, often, line, hangUp, until, enabled, note };
}

/** The draft as the house takes it; null while it is not whole. */
export function wholeDraft(draft: LooseDraft): RuleDraft | null {
  const value = draft.who.value.trim();
  const read = Draft.safeParse({ ...draft, who: { ...draft.who, value } });
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
