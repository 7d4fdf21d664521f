import { RuleDraft } from '../../shared/rule.ts';
import type { z } from 'zod';

/** A rule offered ready-made, told by `template.<key>.title` and `template.<key>.about` in messages. */
export interface RuleTemplate {
  key: string;
  drafts: RuleDraft[];
}

type Draft = z.input<typeof RuleDraft>;

/** 21:00 to 08:00: advertising needs a consent of its own. Source: 정보통신망법 제50조 제3항. */
const nightOfTheLaw = { from: '21:00', to: '08:00' };

const classes = (values: readonly string[], rest: Omit<Draft, 'who'>): unknown[] =>
  values.map(value => ({ who: { kind: 'class', value }, ...rest }));

const table: Readonly<Record<string, readonly unknown[]>> = {
  representative: classes(['representative', 'representative_unknown_prefix'], { action: 'block' }),
  'ads-night': classes(['representative', 'voip', 'toll_free'], { action: 'block', when: nightOfTheLaw }),
  'voip-night': classes(['voip'], { action: 'block', when: nightOfTheLaw }),
  'overseas-bait': classes(['international_kr'], { action: 'block' }),
  overseas: classes(['international', 'international_kr'], { action: 'block' }),
  premium: classes(['premium'], { action: 'block' }),
  'toll-free': classes(['toll_free'], { action: 'block' }),
  withheld: [{ who: { kind: 'withheld', value: 'private' }, action: 'block' }],
  'withheld-night': [
    { who: { kind: 'withheld', value: 'private' }, action: 'block', when: { from: '22:00', to: '07:00' } },
  ],
  unavailable: [{ who: { kind: 'withheld', value: 'unavailable' }, action: 'flag' }],
  invalid: classes(['invalid', 'mobile_unassigned', 'pc_network'], { action: 'block' }),
  'third-call': classes(['representative', 'voip'], {
    action: 'block',
    often: { atLeast: 3, withinMinutes: 60 },
  }),
  holidays: [
    ...classes(['representative', 'voip'], { action: 'block', when: { days: [0, 6] } }),
    ...classes(['representative', 'voip'], { action: 'block', when: { holidays: 'only' } }),
  ],
  'second-rings': [
    { who: { kind: 'any', value: '' }, action: 'allow', often: { atLeast: 2, withinMinutes: 5 } },
  ],
};

/** Rules for a Korean home, the most asked for first. */
export const ruleTemplates: readonly RuleTemplate[] = Object.entries(table).map(([key, drafts]) => ({
  key,
  drafts: drafts.map(draft => RuleDraft.parse(draft)),
}));
