/** What was repaired in a number, or is odd about it; worded by `number.note.<note>` in the messages. */
export const numberNotes = [
  'full-width',
  'country-code',
  'trunk-zero',
  'leading-zero-restored',
  'area-code-stripped',
  'carrier-code-stripped',
  'receiving-number',
  'unknown-prefix',
  'unassigned-block',
  'unassigned-area',
  'legacy',
  'never-a-caller',
  'korean-number-from-abroad',
  'unknown-country-code',
  'all-zero',
  'letters',
  'too-long',
] as const;
export type NumberNote = (typeof numberNotes)[number];
