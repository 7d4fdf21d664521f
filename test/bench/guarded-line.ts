/** The whole way from wire to verdict in a process of its own: line, guard with 10,000 rules, book. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBook } from '../../main/book/book.ts';
import { createCallDesk } from '../../main/call-desk.ts';
import { createGuard } from '../../main/guard/guard.ts';
import { guardSources } from '../../main/guarding.ts';
import { openLine } from '../../main/line/line.ts';
import { Settings } from '../../shared/settings.ts';
import { manyRules } from './many-rules.ts';

const book = openBook(mkdtempSync(join(tmpdir(), 'ringfence-bench-')), { onTrouble: () => undefined });
const settings = Settings.parse({ classDefaults: { representative: 'block' } });
const guard = createGuard(guardSources(book), { rules: manyRules(10_000), settings });
const desk = createCallDesk({
  decide: facts => guard.decide(facts),
  hangUpMethod: () => 'drop',
  country: () => 'KR',
  keep: call => void book.calls.write(call),
});
const path = process.argv[2] ?? '';
openLine(
  path,
  {
    country: 'KR',
    holdMs: 0,
    timings: { watchMs: 40, staleMs: 20, rearmDelayMs: 1, burstMs: 20, idWithinMs: 5000 },
  },
  {
    decide: call => desk.decide(call),
    callChanged: call => {
      desk.callChanged(call);
      if (call.state === 'ended') process.send?.('over');
    },
    statusChanged: status => {
      if (status.state === 'watching') process.send?.('ready');
    },
  },
);
