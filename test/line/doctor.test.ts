import { onTestFinished, expect, test } from 'vitest';
import { examine, examineAddress } from '../../main/line/doctor.ts';
import type { Finding } from '../../shared/doctor.ts';
import { line as words } from '../../shared/messages/ko/line.ts';
import { quick, until, watchLine } from './bench.ts';
import { simulatedBench } from './simulated-bench.ts';
import { layCable } from './tty.ts';

const told = (findings: Finding[]): string[] =>
  findings.map(({ step, key, ok }) => `${step} ${key} ${String(ok)}`);
const ask = (report: (finding: Finding) => void = () => undefined) => ({
  country: 'KR',
  callWithinMs: 15_000,
  hangUp: true,
  report,
});

test('a sound line is walked through from the port to the hang-up', async () => {
  const bench = await simulatedBench('conexant');
  const reported: Finding[] = [];
  const findings = await examine(
    bench.line,
    ask(finding => {
      reported.push(finding);
      if (finding.key === 'waiting') bench.exchange.placeCall({ number: '01012345678', rings: 8 });
    }),
  );
  expect(told(findings)).toEqual([
    'port ok true',
    'answer speed true',
    'identity ok true',
    'country ok true',
    'caller-id ok true',
    'call ok true',
    'hang-up ok true',
  ]);
  expect(findings.find(({ step }) => step === 'call')?.values['number']).toBe('01012345678');
  for (const { step, key } of reported) expect(Object.keys(words)).toContain(`doctor.${step}.${key}`);
});

test('a call without a number is named as what it is', async () => {
  const bench = await simulatedBench('conexant', { onlyInCountry: '00' });
  const findings = await examine(
    bench.line,
    ask(finding => {
      if (finding.key === 'waiting') bench.exchange.placeCall({ number: '01012345678', rings: 2 });
    }),
  );
  expect(told(findings)).toContain('call no-number false');
});

test('a missing port ends the examination there', async () => {
  const { findings } = await examineAddress(
    '/dev/ringfence-none',
    { country: 'KR', holdMs: 1000, timings: quick },
    ask(),
  );
  expect(told(findings)).toEqual(['port not-found false']);
});

test('a device that says nothing ends it at the answer', async () => {
  const cable = await layCable();
  onTestFinished(() => cable.close());
  const line = watchLine(cable.path, { timings: { answerMs: 50, listenMs: 50 } });
  await until(() => line.line.status().state === 'silent');
  expect(told(await examine(line.line, ask()))).toEqual(['port ok true', 'answer silent false']);
});
