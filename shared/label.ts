import { z } from 'zod';

/** What a caller wanted, in the owner's judgement. Words are in messages as `label.<key>`. */
export const labels = [
  { key: 'loan', stance: 'spam' },
  { key: 'invest', stance: 'spam' },
  { key: 'insurance', stance: 'spam' },
  { key: 'telecom', stance: 'spam' },
  { key: 'card', stance: 'spam' },
  { key: 'telemarketing', stance: 'spam' },
  { key: 'realestate', stance: 'spam' },
  { key: 'gambling', stance: 'illegal' },
  { key: 'adult', stance: 'illegal' },
  { key: 'phishing', stance: 'danger' },
  { key: 'callback', stance: 'danger' },
  { key: 'survey', stance: 'neutral' },
  { key: 'political', stance: 'neutral' },
  { key: 'charity', stance: 'neutral' },
  { key: 'delivery', stance: 'good' },
  { key: 'bank_card_ins', stance: 'good' },
  { key: 'telco_cs', stance: 'good' },
  { key: 'public', stance: 'good' },
  { key: 'medical', stance: 'good' },
  { key: 'school', stance: 'good' },
  { key: 'family', stance: 'good' },
  { key: 'silent', stance: 'unknown' },
  { key: 'fax', stance: 'unknown' },
  { key: 'unknown', stance: 'unknown' },
] as const;

export type LabelKey = (typeof labels)[number]['key'];
export const LabelKey = z.enum(labels.map(label => label.key) as [LabelKey, ...LabelKey[]]);

/** Is a caller with this label unwanted (true), wanted (false), or neither (null)? */
export function unwanted(label: string): boolean | null {
  switch (labels.find(entry => entry.key === label)?.stance) {
    case 'spam':
    case 'illegal':
    case 'danger':
      return true;
    case 'good':
      return false;
    case 'neutral':
    case 'unknown':
    case undefined:
      return null;
  }
}
