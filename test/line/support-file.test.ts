import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { examine } from '../../main/line/doctor.ts';
import { supportFile } from '../../main/line/support-file.ts';
import { createTranscript } from '../../main/line/transcript.ts';
import { until, watchLine } from './bench.ts';
import { simulatedBench } from './simulated-bench.ts';

/** Examines a sound line with a test call, as the doctor's page does, and saves the file for whoever helps. */
async function savedCase(masked: boolean): Promise<string> {
  const bench = await simulatedBench('usr');
  const transcript = createTranscript();
  bench.line.observe({ wire: (_line, direction, bytes, at) => transcript.add(direction, bytes, at) });
  bench.line.change({ country: 'KR' });
  const findings = await examine(bench.line, {
    country: 'KR',
    callWithinMs: 15_000,
    hangUp: false,
    report: finding => {
      if (finding.key === 'waiting') bench.exchange.placeCall({ number: '01087654321', rings: 3 });
    },
  });
  await until(() => bench.calls()[0]?.state === 'ended');
  const folder = await mkdtemp(join(tmpdir(), 'ringfence-support-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'support.jsonl');
  await writeFile(
    file,
    [
      ...supportFile({
        version: '1.2.3',
        at: Date.now(),
        country: 'KR',
        holdMs: 1700,
        status: bench.line.status(),
        facts: bench.line.facts(),
        findings,
        transcript,
        masked,
      }),
    ].join(''),
  );
  return file;
}

const Told = z.object({ kind: z.string() });

test('a masked file tells all but numbers, and is played back as a line whose call is the same otherwise', async () => {
  const file = await savedCase(true);
  const text = await readFile(file, 'utf8');
  const kinds = text
    .trim()
    .split('\n')
    .flatMap(line => Told.safeParse(JSON.parse(line)).data?.kind ?? []);
  expect(new Set(kinds)).toEqual(new Set(['ringfence', 'system', 'line', 'finding']));
  expect(text).toContain('"version":"1.2.3"');
  expect(text).toContain('"step":"call","ok":true');
  expect(text).not.toMatch(/87654321|0108765/);

  const again = watchLine(`simulated:${file}`);
  await until(() => again.calls().some(call => call.state === 'ended'), 30_000);
  expect(again.calls()).toHaveLength(1);
  expect(again.calls()[0]?.callerId).toMatchObject({ number: '01000000000', withheld: null });
});

test('the owner can leave the numbers in', async () => {
  expect(await readFile(await savedCase(false), 'utf8')).toContain('"number":"01087654321"');
});
