/**
 * A list of a million numbers: how long its import takes and what memory it needs on top, how long anything else waits
 * meanwhile, and how long one number is looked for in it; each file in a process of its own.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBook } from '../../main/book/book.ts';
import { readFileAt } from '../../main/book/import/read-file.ts';
import { runImport } from '../../main/book/import/run.ts';
import { keepHeapSteady } from '../../main/steady-heap.ts';
import { ImportWish } from '../../shared/import.ts';
import { figure, spread } from './figure.ts';

const count = Number(process.env['BENCH_NUMBERS'] ?? 1_000_000);
const warmUp = 5000;
const lookUps = 20_000;
const megabyte = 1024 * 1024;

const digitsOf = (index: number) => {
  const rest = String((index * 7919) % 100_000_000).padStart(8, '0');
  return `${index % 3 === 0 ? '070' : '010'}${rest}`;
};
const row = (index: number) => {
  const digits = digitsOf(index);
  const written = `${digits.slice(0, 3)}-${digits.slice(3, 7)}-${digits.slice(7)}`;
  return { written, name: `스팸 ${index % 1000}`, note: `대출 권유 ${index}` };
};
const kinds: Record<string, (rows: number) => Iterable<string>> = {
  *txt(rows) {
    for (let index = 0; index < rows; index++) yield `${row(index).written}\n`;
  },
  *csv(rows) {
    yield '번호,이름,메모\n';
    for (let index = 0; index < rows; index++) yield `${Object.values(row(index)).join(',')}\n`;
  },
  *json(rows) {
    yield '{"numbers":[';
    for (let index = 0; index < rows; index++)
      yield `${index === 0 ? '' : ','}\n{"phone":"+82${digitsOf(index).slice(1)}","votes":${(index % 9) + 1},"rating":"E_ADVERTISING"}`;
    yield ']}';
  },
};

function write(folder: string, kind: string, rows: number): void {
  const path = join(folder, `${rows}.${kind}`);
  writeFileSync(path, '');
  let text = '';
  for (const line of kinds[kind]?.(rows) ?? []) {
    text += line;
    if (text.length < megabyte) continue;
    writeFileSync(path, text, { flag: 'a' });
    text = '';
  }
  writeFileSync(path, text, { flag: 'a' });
}

/** CPU time of this thread, ms: what other programs do meanwhile is not our doing. */
function busyMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function peakMb(): number {
  const status = readFileSync('/proc/self/status', 'utf8');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}

async function measure(kind: string, folder: string): Promise<void> {
  keepHeapSteady();
  const book = openBook(folder, { onTrouble: () => undefined });
  async function bringIn(rows: number): Promise<void> {
    const file = await readFileAt(join(folder, `${rows}.${kind}`), `list.${kind}`, folder);
    await runImport(book, file, ImportWish.parse({ as: 'list' }), { name: kind, country: 'KR', folder });
    file.close();
  }
  await bringIn(warmUp);
  globalThis.gc?.();
  const before = process.memoryUsage.rss() / megabyte;
  // Linux forgets the peak that was.
  writeFileSync('/proc/self/clear_refs', '5');

  const turns: number[] = [];
  let last = busyMs();
  const turn = (): void => {
    const now = busyMs();
    turns.push(now - last);
    last = now;
    next = setImmediate(turn);
  };
  let next = setImmediate(turn);
  const startedAt = performance.now();
  const startedBusy = busyMs();
  await bringIn(count);
  const seconds = (performance.now() - startedAt) / 1000;
  const busy = (busyMs() - startedBusy) / 1000;
  const extra = peakMb() - before;
  clearImmediate(next);

  const each: number[] = [];
  for (let round = 0; round < lookUps; round++) {
    const digits = round % 2 === 0 ? digitsOf((round * 31) % count) : `031${digitsOf(round).slice(3)}`;
    const from = performance.now();
    book.lists.find(digits);
    each.push((performance.now() - from) * 1000);
  }
  const hold = spread(turns);
  const find = spread(each);
  figure(`import of ${count} numbers, ${kind}`, 's', { value: seconds, busy, limit: 20 });
  figure(`memory for it on top, ${kind}`, 'MB', { value: extra, before, limit: 60 });
  figure(`other work waits meanwhile, ${kind}`, 'ms', { median: hold.median, p99: hold.p99, max: hold.max });
  figure(`one number looked for among them, ${kind}`, 'µs', {
    median: find.median,
    p99: find.p99,
    limit: 20,
  });
  book.close();
}

const [kind, folder] = process.argv.slice(2);
if (kind !== undefined && folder !== undefined) await measure(kind, folder);
else {
  for (const each of Object.keys(kinds)) {
    const made = mkdtempSync(join(tmpdir(), 'ringfence-bench-'));
    for (const rows of [warmUp, count]) write(made, each, rows);
    const args = ['--disable-warning=ExperimentalWarning', '--expose-gc', import.meta.filename, each, made];
    const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
    if (status !== 0) process.exitCode = 1;
    rmSync(made, { recursive: true });
  }
}
