/**
 * Prints how learning does on made-up households, against simpler ways, for every generator and kind:
 *   node test/guard-households/evaluate.ts [first seed] [last seed] [generator, kind or part of it]
 * Seeds below 3000 were looked at while weights and thresholds were chosen; the tests use 3001 on.
 */
import { naiveBayes, nothing, prefixRule, staticList } from './baselines.ts';
import { generators } from './generators.ts';
import { countGuesses, noGuesses } from './guesses.ts';
import type { Household } from './household.ts';
import { addMeasure, emptyMeasure, learned, measure, oracle } from './measure.ts';
import type { Measured, Method } from './measure.ts';

const [first = 3001, last = 3006] = process.argv.slice(2, 4).map(Number);
const only = process.argv[4] ?? '';

const percent = (part: number, whole: number) =>
  `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`.padStart(8);

const head = [
  ''.padEnd(26),
  ' blocked',
  'bl.+flag',
  'precis. ',
  'wrong/1k',
  'fl. good',
  'of oracle',
  '  worst',
  '  calls',
].join('  ');

interface Row extends Measured {
  /** Of single households: the most wanted calls blocked. */
  worst?: number;
  oracle?: number;
}

function row(name: string, m: Row): string {
  const acted = m.badBlocked + m.badFlagged;
  return [
    name.slice(0, 26).padEnd(26),
    percent(m.badBlocked, m.bad),
    percent(acted, m.bad),
    percent(acted, acted + m.goodBlocked + m.goodFlagged),
    ((1000 * m.goodBlocked) / Math.max(1, m.good)).toFixed(2).padStart(8),
    percent(m.goodFlagged, m.good),
    (m.oracle === undefined ? '' : (m.badBlocked / Math.max(1, m.oracle)).toFixed(2)).padStart(9),
    String(m.worst ?? '').padStart(7),
    String(m.good + m.bad).padStart(7),
  ].join('  ');
}

function total(households: readonly Household[], method: Method, from = 4, to = Infinity): Row {
  const sum: Row = { ...emptyMeasure(), worst: 0 };
  for (const household of households) {
    const one = emptyMeasure();
    measure(one, household, method(household), from, to);
    sum.worst = Math.max(sum.worst ?? 0, one.goodBlocked);
    addMeasure(sum, one);
  }
  return sum;
}

function learnedOn(households: readonly Household[], from = 4, to = Infinity): Row {
  return { ...total(households, learned, from, to), oracle: total(households, oracle, from, to).badBlocked };
}

const all: Household[] = [];
const methods: Record<string, Method> = {
  nothing,
  'prefix rule': prefixRule,
  'static list': staticList,
  'naive Bayes': naiveBayes,
  oracle,
};
for (const { name, kinds, make } of generators) {
  const chosen = kinds.filter(kind => name.includes(only) || kind.includes(only));
  if (chosen.length === 0) continue;
  console.log(`\n${name}, from week 4 on\n${head}`);
  const made: Household[] = [];
  for (const kind of chosen) {
    const households = Array.from({ length: last - first + 1 }, (_, index) => make(kind, first + index));
    console.log(row(`  ${kind}`, learnedOn(households)));
    made.push(...households);
  }
  console.log(row('learning', learnedOn(made)));
  for (const [method, decide] of Object.entries(methods)) console.log(row(method, total(made, decide)));
  all.push(...made);
}

console.log(`\nall: ${all.length} households, learning over the weeks\n${head}`);
for (const from of [0, 1, 2, 3, 4, 6, 8, 12, 16])
  console.log(row(`weeks ${from} and ${from + 1}`, learnedOn(all, from, from + 2)));
console.log('\ncalibration: score told, share that was unwanted, calls');
for (const { calls, score, unwanted } of total(all, learned).calibration)
  if (calls > 0) console.log(`${(score / calls).toFixed(3)}  ${(unwanted / calls).toFixed(3)}  ${calls}`);

const guesses = noGuesses();
for (const household of all) countGuesses(guesses, household);
console.log(`\nguesses on ${guesses.calls} calls of callers without a label: made, right`);
for (const purpose of ['marketing', 'leaked', 'customer'] as const)
  console.log(
    purpose.padEnd(12),
    guesses.made[purpose],
    percent(guesses.right[purpose], guesses.made[purpose]),
  );
console.log('category'.padEnd(12), guesses.categories, percent(guesses.rightCategories, guesses.categories));
