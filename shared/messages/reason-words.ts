import type { Reason } from '../call.ts';
import { regionName } from '../number-plan/region-name.ts';
import { countryName, writtenNumber, writtenPattern } from './number-words.ts';
import type { Word } from './number-words.ts';

/**
 * Words a reason (or a warning, which has the same shape). The sentences choose their words for classes and labels
 * by key; numbers, countries and regions are made readable here.
 *
 * @param form 'short' for a row, 'long' for a full sentence
 */
export function wordReason(
  reason: Reason,
  word: Word,
  language: string,
  form: 'short' | 'long' = 'short',
  area: 'reason' | 'ruleWarning' = 'reason',
): string {
  const kind = reason.values['kind'];
  const values: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(reason.values)) {
    if (value === '') values[name] = 'none';
    else if (typeof value === 'number') values[name] = value;
    else values[name] = readable(name, String(value), kind, language);
  }
  return word(`${area}.${reason.key}${form === 'long' ? '.long' : ''}`, values);
}

function readable(
  name: string,
  value: string,
  kind: string | number | boolean | undefined,
  language: string,
): string {
  if (name === 'digits') return writtenNumber(value);
  if (name !== 'value') return value;
  switch (kind) {
    case 'number':
    case 'prefix':
      return writtenNumber(value);
    case 'wildcard':
      return writtenPattern(value);
    case 'country':
      return countryName(value, language);
    case 'region':
      return regionName(value, language);
    default:
      return value;
  }
}
