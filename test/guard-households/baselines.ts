import { unwanted } from '../../shared/label.ts';
import { understand } from '../../shared/number-plan/understand.ts';
import { weekOf } from './household.ts';
import type { TrueCall } from './household.ts';
import type { Method } from './measure.ts';

/** Refuses nothing. */
export const nothing: Method = ({ calls }) => calls.map(() => ({ action: 'allow' }));

/** What people do by hand: 대표번호, 070 and international calls are refused. */
export const prefixRule: Method = ({ calls }) =>
  calls.map(({ number }) => ({ action: /^(?:1[568]\d{6}$|070|00)/.test(number ?? '') ? 'block' : 'allow' }));

/** A list of the numbers that were labelled in the first four weeks, as a shipped list ages. */
export const staticList: Method = household => {
  const { calls } = household;
  const list = new Set(
    calls.filter(call => weekOf(household, call.t) < 4 && isLabelledBad(call)).map(({ number }) => number),
  );
  return calls.map(({ number }) => ({ action: list.has(number) ? 'block' : 'allow' }));
};

/** Multinomial naive Bayes over class, prefix, the number itself and the hour, learned from labels as they come. */
export const naiveBayes: Method = ({ calls }) => {
  const counts = new Map<string, { bad: number; good: number }>();
  const total = { bad: 1, good: 1 };
  return calls.map(call => {
    const features = featuresOf(call);
    let odds = Math.log(total.bad / total.good);
    for (const feature of features) {
      const seen = counts.get(feature) ?? { bad: 0, good: 0 };
      odds += Math.log((seen.bad + 0.5) / (total.bad + 1)) - Math.log((seen.good + 0.5) / (total.good + 1));
    }
    const score = 1 / (1 + Math.exp(-odds));
    const label = call.label === undefined ? null : unwanted(call.label);
    if (label !== null) {
      const side = label ? 'bad' : 'good';
      total[side]++;
      for (const feature of features) {
        const seen = counts.get(feature) ?? { bad: 0, good: 0 };
        seen[side]++;
        counts.set(feature, seen);
      }
    }
    return { action: score >= 0.98 ? 'block' : score >= 0.85 ? 'flag' : 'allow', score };
  });
};

function featuresOf({ number, t }: TrueCall): string[] {
  const date = new Date(t);
  return [
    `class ${understand(number).class}`,
    `prefix ${(number ?? '').slice(0, -4)}`,
    `number ${number ?? ''}`,
    `hour ${date.getHours()}`,
    `day ${date.getDay()}`,
  ];
}

function isLabelledBad({ label }: TrueCall): boolean {
  return label !== undefined && unwanted(label) === true;
}
