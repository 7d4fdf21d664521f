import { ruleTemplates } from '../../../main/guard/templates.ts';
import { Action, CallOutcome, CallWord, HangUpMethod } from '../../../shared/call.ts';
import { Purpose } from '../../../shared/caller-reading.ts';
import { labels } from '../../../shared/label.ts';
import { lineStates } from '../../../shared/line-status.ts';
import { Trouble } from '../../../shared/live.ts';
import { numberClasses, withheldKinds } from '../../../shared/number.ts';
import { ruleKinds } from '../../../shared/rule.ts';
import { ProblemKey } from '../../../shared/status.ts';

export const callOutcomes = CallOutcome.options;

/** Every message key that the page makes from data. */
export function everyKey(): string[] {
  return [
    ...numberClasses.flatMap(key => [`number.class.${key}`, `number.class.${key}.about`]),
    ...withheldKinds.map(key => `number.withheld.${key}`),
    ...labels.map(({ key }) => `label.${key}`),
    ...lineStates.flatMap(key => [`line.${key}`, `line.${key}.advice`]),
    ...Trouble.shape.key.options.flatMap(key => [`trouble.${key}`, `trouble.${key}.advice`]),
    ...ProblemKey.options.map(key => `problem.${key}`),
    ...CallWord.options.map(key => `word.${key}`),
    ...callOutcomes.map(key => `outcome.${key}`),
    ...Action.options.map(key => `verdict.${key}`),
    ...HangUpMethod.options.map(key => `hangUp.${key}`),
    ...ruleKinds.flatMap(key => [`who.${key}`, `who.${key}.named`, `who.${key}.value`]),
    ...ruleTemplates.flatMap(({ key }) => [`template.${key}.title`, `template.${key}.about`]),
    ...Purpose.options.map(key => `guess.${key}`),
  ];
}
