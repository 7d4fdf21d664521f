import { publicLine } from '../shared/number-plan/public-lines.ts';
import { understand } from '../shared/number-plan/understand.ts';
import type { PhoneNumber } from '../shared/number.ts';
import { WithheldKind } from '../shared/number.ts';
import type { Rule, RuleWho } from '../shared/rule.ts';
import { NewRule } from '../shared/rule.ts';
import type { House } from './api/house.ts';
import { Refused } from './api/problem.ts';
import type { Book } from './book/book.ts';
import { withheldLetter } from './call-desk.ts';
import type { Edit } from './editing.ts';
import type { RuleDesk } from './rule-desk.ts';
import type { SettingsStore } from './settings/settings.ts';

export interface RuleEditsParts {
  book: Book;
  settings: SettingsStore;
  ruleDesk: RuleDesk;
  edit: Edit;
}

type RuleEdits = Pick<House, 'judgeCaller' | 'addRule' | 'addTemplate' | 'changeRule' | 'removeRule'>;

const judgedKey = { block: 'caller-blocked', allow: 'caller-allowed', none: 'caller-cleared' };

/** Every way in which rules come, change and go; each is one entry in the change log. */
export function createRuleEdits({ book, settings, ruleDesk, edit }: RuleEditsParts): RuleEdits {
  return {
    judgeCaller(caller, action) {
      const { country } = settings.get();
      const number = book.callers.get(caller)?.number ?? numberOf(caller, country);
      const who = whoIs(number);
      if (who === null) return null;
      if (action === 'block' && publicLine(number, country)) throw new Refused('rule-public-line');
      const values = { display: number.display };
      const rule = action && ruleDesk.whole(NewRule.parse({ who, action }));
      return edit('rules', () => {
        const changeId = book.changes.together(
          { what: 'rule', key: judgedKey[action ?? 'none'], values },
          () => {
            const same = book.rules.list().filter(rule => isPlain(rule) && sameWho(rule.who, who));
            for (const rule of same) book.rules.remove(rule.id);
            if (rule) book.rules.add(rule);
          },
        );
        return changeId === null ? null : { changeId, until: rule?.until ?? null };
      });
    },

    addRule(draft) {
      const whole = ruleDesk.whole(draft);
      const warnings = ruleDesk.check(whole, null);
      return { ...edit('rules', () => book.rules.add(whole)), warnings };
    },

    addTemplate: key =>
      edit('rules', () => {
        const drafts = ruleDesk.missingOf(key);
        const changeId = book.changes.together(
          { what: 'rule', key: 'template-added', values: { template: key } },
          () => drafts.forEach(draft => book.rules.add(draft)),
        );
        return changeId === null ? null : { changeId };
      }),

    changeRule(id, draft) {
      const before = book.rules.get(id);
      if (!before) return null;
      const warnings = ruleDesk.check(draft, before);
      const edited = edit('rules', () => book.rules.change(id, draft));
      return edited && { changeId: edited.changeId, warnings };
    },

    removeRule: id => edit('rules', () => book.rules.remove(id)),
  };
}

/** The number behind a caller's key, of one that never called. */
function numberOf(caller: string, country: string): PhoneNumber {
  const withheld = WithheldKind.safeParse(caller.replace(/^withheld:/, ''));
  return understand(withheld.success ? withheldLetter[withheld.data] : caller, { country });
}

/** The rule that speaks of just this caller; null for text that is no number at all. */
function whoIs(number: PhoneNumber): RuleWho | null {
  if (number.withheld) return { kind: 'withheld', value: number.withheld };
  return number.digits === '' ? null : { kind: 'number', value: number.digits };
}

/** A rule without conditions: what the one-click block and allow make. */
function isPlain(rule: Rule): boolean {
  return rule.when === null && rule.often === null && rule.line === null;
}

function sameWho(one: RuleWho, other: RuleWho): boolean {
  if (one.kind !== other.kind) return false;
  return one.kind === 'number'
    ? understand(one.value).digits === understand(other.value).digits
    : one.value === other.value;
}
