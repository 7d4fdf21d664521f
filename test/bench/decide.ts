/** Decisions per second with 10,000 rules, beside a bare look-up in a Map. */
import { callerKey } from '../../shared/number.ts';
import { understand } from '../../shared/number-plan/understand.ts';
import { Settings } from '../../shared/settings.ts';
import { createGuard } from '../../main/guard/guard.ts';
import { figure, spread } from './figure.ts';
import { manyRules } from './many-rules.ts';

const rules = manyRules(10_000);
const guard = createGuard(
  { listsWith: () => [], contactOf: () => null, labelOf: () => null, recentCalls: () => [] },
  { rules, settings: Settings.parse({}) },
);
const facts = Array.from({ length: 1000 }, (_, index) => {
  const number = understand(
    ['15881234', `0311234${String(index).padStart(4, '0')}`, `010${String(23450000 + index * 7)}`, 'P'][
      index % 4
    ] ?? null,
  );
  return { at: Date.now(), line: 'bench', number, caller: callerKey(number), name: null, doubtful: false };
});
const exact = new Map(rules.map(rule => [rule.who.value, rule]));
const rounds = 100_000;

for (const fact of facts) guard.decide(fact);
const each: number[] = [];
const startedAt = performance.now();
for (let round = 0; round < rounds; round++) {
  const fact = facts[round % facts.length];
  if (!fact) continue;
  const before = performance.now();
  guard.decide(fact);
  each.push((performance.now() - before) * 1000);
}
const perSecond = rounds / ((performance.now() - startedAt) / 1000);
const floorAt = performance.now();
let hits = 0;
for (let round = 0; round < rounds; round++) {
  const fact = facts[round % facts.length];
  const before = performance.now();
  if (fact && exact.has(fact.number.digits)) hits++;
  each.push(0 * before);
}
const floorPerSecond = rounds / ((performance.now() - floorAt) / 1000);
const times = spread(each.slice(0, rounds));
figure('decisions with 10,000 rules', 'per second', {
  value: perSecond,
  floor: floorPerSecond,
  ratio: floorPerSecond / perSecond,
  hits,
});
figure('one decision with 10,000 rules', 'µs', { median: times.median, p99: times.p99 });
