/**
 * `npm test`: everything that proves Ringfence, in the order in which a failure is cheapest to see.
 * `npm test -- unit web` runs only the named steps.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { needs } from './needs.ts';

interface Step {
  name: string;
  command: string[];
  /** Where the step's runner leaves its counts, as JSON. */
  report?: string;
  env?: Record<string, string>;
}

const results = 'test-results';
const playwright = (project: string): Step => ({
  name: project,
  command: ['playwright', 'test', '--project', project, '--reporter=list,json'],
  report: `${results}/${project}.json`,
  env: { PLAYWRIGHT_JSON_OUTPUT_NAME: `${results}/${project}.json` },
});
const vitest = (name: string, ...folders: string[]): Step => ({
  name,
  command: [
    'vitest',
    'run',
    ...folders,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${results}/${name}.json`,
  ],
  report: `${results}/${name}.json`,
});

const steps: Step[] = [
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'lint', command: ['eslint', '.'] },
  { name: 'format', command: ['prettier', '--check', '.'] },
  vitest('unit', 'test/unit', 'test/fuzz'),
  vitest('line', 'test/line'),
  { name: 'build', command: ['npm', 'run', '-s', 'build'] },
  vitest('house', 'test/house'),
  playwright('web'),
  playwright('desktop'),
];

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  /** Passed only when tried a second time; the runner's own list above names them. */
  unsteady: number;
}

/** Reads what vitest (jest's form) or Playwright counted. */
function counts(report: string): Counts {
  const data = JSON.parse(readFileSync(report, 'utf8')) as {
    numPassedTests?: number;
    numFailedTests?: number;
    numPendingTests?: number;
    stats?: { expected: number; unexpected: number; flaky: number; skipped: number };
  };
  if (data.stats) {
    const { expected, unexpected, flaky, skipped } = data.stats;
    return { passed: expected + flaky, failed: unexpected, skipped, unsteady: flaky };
  }
  return {
    passed: data.numPassedTests ?? 0,
    failed: data.numFailedTests ?? 0,
    skipped: data.numPendingTests ?? 0,
    unsteady: 0,
  };
}

function run(step: Step): Promise<number> {
  const [command = '', ...args] = step.command;
  return new Promise(resolve => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...step.env },
      shell: process.platform === 'win32',
    });
    child.on('error', () => resolve(127));
    child.on('close', code => resolve(code ?? 1));
  });
}

const missing = needs((command, args) => execFileSync(command, args, { stdio: 'inherit' }));
if (missing !== null) {
  console.error(missing);
  process.exit(1);
}
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const wanted = process.argv.slice(2);
const total: Counts = { passed: 0, failed: 0, skipped: 0, unsteady: 0 };
const failures: string[] = [];
for (const step of steps) {
  if (wanted.length > 0 && !wanted.includes(step.name)) continue;
  console.log(`\n── ${step.name}`);
  const startedAt = Date.now();
  const code = await run(step);
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  if (step.report !== undefined && existsSync(step.report)) {
    const counted = counts(step.report);
    total.passed += counted.passed;
    total.failed += counted.failed;
    total.skipped += counted.skipped;
    total.unsteady += counted.unsteady;
    if (code !== 0 && counted.failed === 0) total.failed++;
  } else {
    if (code === 0) total.passed++;
    else total.failed++;
  }
  if (code !== 0) failures.push(step.name);
  console.log(`── ${step.name}: ${code === 0 ? 'passed' : 'FAILED'} (${seconds} s)`);
}
if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}`);
const aside = [
  ...(total.skipped > 0 ? [`, ${total.skipped} skipped`] : []),
  ...(total.unsteady > 0 ? [` (${total.unsteady} only on the second try: look into them)`] : []),
];
console.log(`\n${total.passed} passed, ${total.failed} failed${aside.join('')}`);
process.exit(failures.length > 0 ? 1 : 0);
