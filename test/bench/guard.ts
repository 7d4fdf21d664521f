/**
 * The guard under load: one verdict with 10,000 rules, a list of 1,000,000 numbers in the book and a taught model; a
 * replay of 1,000,000 calls; a rule tried on 100,000 calls.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBook } from '../../main/book/book.ts';
import { createGuard } from '../../main/guard/guard.ts';
import type { CallFacts } from '../../main/guard/guard.ts';
import { createLearner } from '../../main/guard/learner.ts';
import { createReplay } from '../../main/guard/replay.ts';
import { tryRuleInSteps } from '../../main/guard/trial.ts';
import { guardSources } from '../../main/guarding.ts';
import { NumberListDraft } from '../../shared/history.ts';
import { callerKey } from '../../shared/number.ts';
import { understand } from '../../shared/number-plan/understand.ts';
import { RuleDraft } from '../../shared/rule.ts';
import { Settings } from '../../shared/settings.ts';
import { drawn } from '../guard-households/drawn.ts';
import { DAY } from '../guard-households/household.ts';
import type { TrueCall } from '../guard-households/household.ts';
import { figure, spread } from './figure.ts';
import { manyRules } from './many-rules.ts';

/** The calls of a busy shop for as long as it takes, one season after the other. */
function* manyCalls(count: number): Generator<TrueCall> {
  for (let season = 0, made = 0; made < count; season++)
    for (const call of drawn.make('customers on mobiles', season).calls) {
      if (made++ >= count) return;
      yield { ...call, t: call.t + season * 24 * 7 * DAY };
    }
}

function factsOf({ t, number: raw }: TrueCall): CallFacts {
  const number = understand(raw);
  return { at: t, line: 'bench', number, caller: callerKey(number), name: null, doubtful: false };
}

const calls = [...manyCalls(100_000)];
const heard = calls.map(factsOf);
const folder = mkdtempSync(join(tmpdir(), 'ringfence-bench-'));
const quiet = { onTrouble: () => undefined, onTroubleOver: () => undefined };
const book = openBook(folder, { ...quiet, labelsNamed: () => [] });
try {
  await book.lists.fill(
    NumberListDraft.parse({ name: 'million' }),
    Array.from({ length: 1_000_000 }, (_, index) => ({
      number: `070${String(20_000_000 + index * 59).slice(-8)}`,
      prefix: false,
      name: '',
      group: '',
      note: '',
      category: null,
      action: null,
    })),
    'add',
  );
  const sources = guardSources(book);
  const learner = createLearner();
  const nothing = { label: null, lists: [], contact: false };
  for (const [index, facts] of heard.slice(0, 50_000).entries()) {
    const { answered, rings, label } = calls[index] ?? {};
    learner.observe(facts, nothing, {
      answered: answered ?? null,
      rings: rings ?? null,
      label: label ?? null,
    });
  }
  const settings = Settings.parse({ learning: { on: true, caution: 'careful' } });
  const rules = manyRules(10_000);
  const guard = createGuard(sources, { rules, settings }, learner);
  // The best of three rounds, which lie a second apart: what a busy machine adds to a single call is not the guard's.
  const asked = heard.slice(50_000, 80_000);
  const best = asked.map(() => Infinity);
  for (let round = 0; round < 3; round++)
    for (const [index, facts] of asked.entries()) {
      const before = process.hrtime.bigint();
      guard.decide(facts);
      best[index] = Math.min(best[index] ?? Infinity, Number(process.hrtime.bigint() - before) / 1000);
    }
  figure('one decision with 10,000 rules, a list of 1,000,000 and learning', 'µs', { ...spread(best) });

  const draft = RuleDraft.parse({ who: { kind: 'prefix', value: '070' }, action: 'block' });
  const startedAt = performance.now();
  const steps = tryRuleInSteps(
    draft,
    heard.map((facts, index) => ({ ...facts, answered: calls[index]?.answered ?? null })),
    { sources, config: { rules, settings } },
  );
  let told = 0;
  let longest = 0;
  for (let last = startedAt, step = steps.next(); ; step = steps.next()) {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
    if (step.done === true) break;
    told++;
  }
  figure('a rule tried on 100,000 calls', 'ms', {
    value: performance.now() - startedAt,
    'times told': told,
    'longest piece': longest,
  });
} finally {
  book.close();
  rmSync(folder, { recursive: true, force: true });
}

const decide = createReplay({ learn: true });
const wall = performance.now();
const cpu = process.cpuUsage();
let blocked = 0;
let bytes = 0;
for (const call of manyCalls(1_000_000)) {
  const verdict = decide(call);
  if (verdict.action === 'block') blocked++;
  bytes += JSON.stringify(verdict).length;
}
const { user, system } = process.cpuUsage(cpu);
figure('replay of 1,000,000 calls with learning', 's', {
  value: (performance.now() - wall) / 1000,
  cpu: (user + system) / 1e6,
  blocked,
  MB: bytes / 1e6,
  'resident MB': process.memoryUsage().rss / 1e6,
});
