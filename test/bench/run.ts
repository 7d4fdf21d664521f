/** `npm run bench`: one JSON line per figure. `npm run bench -- latency decide` runs only the named ones. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const benches = ['latency', 'torn', 'decide', 'lists', 'guard', 'start', 'soak', 'idle'];
const wanted = process.argv.slice(2);
for (const bench of benches) {
  if (wanted.length > 0 && !wanted.includes(bench)) continue;
  const file = join(import.meta.dirname, `${bench}.ts`);
  const { status } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--expose-gc', file],
    { stdio: 'inherit' },
  );
  if (status !== 0) process.exitCode = 1;
}
