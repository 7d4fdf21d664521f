import type { Reason } from '../../shared/call.ts';
import { labels } from '../../shared/label.ts';
import { wordReason } from '../../shared/messages/reason-words.ts';
import { numberClasses, withheldKinds } from '../../shared/number.ts';
import { NewRule, ruleKinds, RuleWho } from '../../shared/rule.ts';
import type { NewRule as Draft } from '../../shared/rule.ts';
import { refusalOf, ruleWarnings } from '../guard/warnings.ts';
import { UsageError } from './command.ts';
import { systemLanguage, words } from './stored-book.ts';

const text = { type: 'string' } as const;

/** How a rule is written on the command line. */
export const ruleOptions = {
  match: text,
  action: text,
  days: text,
  from: text,
  to: text,
  holidays: text,
  often: text,
  line: text,
  'hang-up': text,
  until: text,
  note: text,
};
export type RuleOptions = Partial<Record<keyof typeof ruleOptions, string | undefined>>;

export const ruleUsage = `--match KIND:VALUE --action allow|flag|block
      [--days mon,tue] [--from HH:MM] [--to HH:MM] [--holidays off|only] [--often TIMES/MINUTES] [--line LINE]
      [--hang-up drop|fax|notice] [--until YYYY-MM-DD|never] [--note TEXT]`;

const dayNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Reads a rule; what is not understood is refused with what would be. */
export function readRule(values: RuleOptions): Draft {
  const who = readWho(values.match);
  const { from, to, holidays } = values;
  const days = values.days?.split(',').map(day => dayNames.indexOf(day.trim().slice(0, 3).toLowerCase()));
  const when = { days, from, to, holidays };
  const often = /^(\d+)\/(\d+)$/.exec(values.often ?? '');
  if (values.often !== undefined && !often)
    throw new UsageError('--often wants TIMES/MINUTES, such as 3/60.');
  const read = NewRule.safeParse({
    who,
    action: values.action,
    when: Object.values(when).some(part => part !== undefined) ? when : null,
    often: often && { atLeast: Number(often[1]), withinMinutes: Number(often[2]) },
    line: values.line ?? null,
    hangUp: values['hang-up'] ?? null,
    until: readUntil(values.until),
    note: values.note ?? '',
  });
  if (read.success) return read.data;
  const [field] = read.error.issues[0]?.path.filter(part => part in wants) ?? [];
  throw new UsageError(wants[String(field)] ?? `usage: rules add ${ruleUsage}`);
}

/** What each part of a rule wants to be, by the name it has in the rule. */
const wants: Readonly<Record<string, string>> = {
  action: '--action wants allow, flag or block.',
  days: `--days wants some of ${dayNames.join(', ')}.`,
  from: '--from wants a time such as 21:00.',
  to: '--to wants a time such as 08:00.',
  holidays: '--holidays wants off or only.',
  often: '--often wants TIMES/MINUTES, such as 3/60: at least 2 times, within a week.',
  hangUp: '--hang-up wants drop, fax or notice.',
  note: '--note is too long.',
};

/** The end of the day that is named, local time; undefined: as usual. */
function readUntil(value: string | undefined): number | null | undefined {
  if (value === undefined || value === 'never') return value === undefined ? undefined : null;
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value) ?? [];
  const end = new Date(Number(year), Number(month) - 1, Number(day) + 1).getTime();
  if (Number.isNaN(end)) throw new UsageError('--until wants a day such as 2026-12-31, or never.');
  return end;
}

/** Reads KIND:VALUE; a value that could never match a call is refused with what would. */
export function readWho(match: string | undefined): RuleWho {
  const [, kind, value] = /^([a-z]+):?(.*)$/s.exec(match ?? '') ?? [];
  if (kind === undefined || value === undefined)
    throw new UsageError(`--match wants KIND:VALUE, where KIND is one of ${ruleKinds.join(', ')}.`);
  const possible = valuesOf[kind];
  const advice = possible ? `it can be ${possible.join(', ')}` : `kinds are ${ruleKinds.join(', ')}`;
  const complaint = `"${match ?? ''}" is not understood; ${advice}.`;
  if (possible && !possible.includes(value.trim())) throw new UsageError(complaint);
  const read = RuleWho.safeParse({ kind, value: value.trim() });
  if (!read.success) throw new UsageError(complaint);
  const alone = NewRule.parse({ who: read.data, action: 'allow' });
  check(ruleWarnings({ ...alone, until: null }, [], { now: 0 }));
  return read.data;
}

/** Refuses a rule that could never speak, or only of a public line, and says what is wrong with it. */
export function check(warnings: readonly Reason[]): void {
  const refusal = refusalOf(warnings);
  if (refusal !== null)
    throw new UsageError([words(`problem.${refusal}`), ...warnings.map(warningWords)].join('\n'));
}

export function warningWords(warning: Reason): string {
  return wordReason(warning, words, systemLanguage, 'short', 'ruleWarning');
}

/** Kinds whose values are few, and what they are. */
const valuesOf: Partial<Record<string, readonly string[]>> = {
  class: numberClasses,
  withheld: [...withheldKinds, 'any'],
  label: labels.map(label => label.key),
};
