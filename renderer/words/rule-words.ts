import type { RuleOften, RuleWhen } from '../../shared/rule.ts';
import { countryName, writtenNumber, writtenPattern } from '../../shared/messages/number-words.ts';
import { regionName } from '../../shared/number-plan/region-name.ts';
import type { Text } from './text.ts';
import { weekday, weekdays } from './times.ts';

/** Who a rule speaks of, as a phrase: "앞자리 1588", "종류 대표번호", "모든 전화". */
export function whoWords(text: Text, who: { kind: string; value: string }): string {
  const { word } = text;
  return word(`who.${who.kind}.named`, { value: whoValue(text, who) }, `${who.kind} ${who.value}`);
}

/** The value of a matcher in words: class and label names, country names. */
export function whoValue({ t, word, intl }: Text, { kind, value }: { kind: string; value: string }): string {
  switch (kind) {
    case 'class':
      return word(`number.class.${value}`, {}, value);
    case 'label':
      return word(`label.${value}`, {}, value);
    case 'country':
      return countryName(value, intl.locale);
    case 'withheld':
      return value === 'any' ? t('who.withheld.any') : word(`number.withheld.${value}`, {}, value);
    case 'number':
    case 'prefix':
      return writtenNumber(value);
    case 'wildcard':
      return writtenPattern(value);
    case 'region':
      return regionName(value, intl.locale);
    default:
      return value;
  }
}

/** When a rule holds; '' for always. */
export function whenWords(text: Text, when: RuleWhen | null): string {
  if (!when) return '';
  const parts = [
    when.days ? dayWords(text, when.days) : '',
    when.from !== undefined || when.to !== undefined ? `${when.from ?? '00:00'}–${when.to ?? '24:00'}` : '',
    when.holidays === undefined ? '' : text.t(`rule.holidays.${when.holidays}`),
  ];
  return parts.filter(part => part !== '').join(' ');
}

function dayWords({ t, intl }: Text, days: readonly number[]): string {
  const chosen = new Set(days);
  const is = (...wanted: number[]) => chosen.size === wanted.length && wanted.every(day => chosen.has(day));
  if (chosen.size === 7) return t('rule.days.all');
  if (is(1, 2, 3, 4, 5)) return t('rule.days.week');
  if (is(0, 6)) return t('rule.days.weekend');
  return weekdays
    .filter(day => chosen.has(day))
    .map(day => weekday(intl, day))
    .join(' ');
}

/** How often before a rule holds; '' for the first time already. */
export function oftenWords({ t }: Text, often: RuleOften | null): string {
  if (!often) return '';
  const { atLeast, withinMinutes } = often;
  return withinMinutes % 60 === 0
    ? t('rule.often.hours', { atLeast, hours: withinMinutes / 60 })
    : t('rule.often.minutes', { atLeast, minutes: withinMinutes });
}
