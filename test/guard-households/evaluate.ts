/**
 * Prints how learning does on generated households, against simpler ways:
 *   node test/guard-households/evaluate.ts [first seed] [last seed]
 * Seeds 1 to 299 were used for tuning; the tests use 1001 on.
 */
import { naiveBayes, nothing, prefixRule, staticList } from './baselines.ts';
import { householdKinds, makeHousehold } from './households.ts';
import { emptyMeasure, learned, measure, oracle } from './measure.ts';
import type { Measured, Method } from './measure.ts';

const [first = 1001, last = 1010] = process.argv.slice(2).map(Number);
const methods: Record<string, Method> = {
  nothing,
  'prefix rule': prefixRule,
  'static list': staticList,
  'naive Bayes': naiveBayes,
  learning: learned,
  oracle,
};
const households = householdKinds.flatMap(kind =>
  Array.from({ length: last - first + 1 }, (_, index) => makeHousehold(kind, first + index)),
);

const percent = (part: number, whole: number) =>
  `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`.padStart(8);

function row(name: string, m: Measured): string {
  const acted = m.badBlocked + m.badFlagged;
  const precision = percent(acted, acted + m.goodBlocked + m.goodFlagged);
  const wrong = ((1000 * m.goodBlocked) / Math.max(1, m.good)).toFixed(2).padStart(8);
  return [
    name.padEnd(16),
    percent(m.badBlocked, m.bad),
    percent(acted, m.bad),
    precision,
    wrong,
    percent(m.goodFlagged, m.good),
  ].join('  ');
}
const head = [''.padEnd(16), ' blocked', 'bl.+flag', 'precis. ', 'wrong/1k', 'flagged good'].join('  ');

function total(method: Method, from = 4, to = Infinity, kind?: string): Measured {
  const sum = emptyMeasure();
  for (const household of households)
    if (kind === undefined || household.kind === kind) measure(sum, household, method(household), from, to);
  return sum;
}

console.log(`${households.length} households of 26 weeks, from week 4 on\n\n${head}`);
for (const [name, method] of Object.entries(methods)) console.log(row(name, total(method)));
console.log(`\nlearning by kind\n${head}`);
for (const { name } of householdKinds) console.log(row(name, total(learned, 4, Infinity, name)));
console.log(`\nlearning over the weeks\n${head}`);
for (const from of [0, 1, 2, 3, 4, 6, 8, 12, 16, 20])
  console.log(row(`week ${from}-${from + 1}`, total(learned, from, from + 2)));
console.log('\ncalibration: score told, share that was unwanted, calls');
for (const { calls, score, unwanted } of total(learned).calibration)
  if (calls > 0) console.log(`${(score / calls).toFixed(3)}  ${(unwanted / calls).toFixed(3)}  ${calls}`);
