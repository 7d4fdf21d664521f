import { expect, test } from 'vitest';
import { bench, korean, until, watching } from './bench.ts';

test('when the ringing goes on, it hangs up once more, and then tells', async () => {
  const line = await bench({ refuse: () => true });
  await watching(line);
  const ringing = setInterval(() => line.modem.ring(), 300);
  try {
    line.modem.ring();
    line.modem.callerId(korean('15881234'));
    await until(() => line.calls()[0]?.outcome === 'refusal-failed');
  } finally {
    clearInterval(ringing);
  }
  expect(line.calls()).toHaveLength(1);
  expect(line.calls()[0]?.hangUp).toMatchObject({ attempts: 2, verified: false });
  expect(line.modem.count('ATH1')).toBe(2);
});

test('one more ring after the hang-up is enough to hang up again', async () => {
  const line = await bench({ refuse: () => true });
  await watching(line);
  line.modem.ring();
  line.modem.callerId(korean('15881234'));
  await until(() => line.calls()[0]?.endedAt != null);
  await new Promise(resolve => setTimeout(resolve, 150));
  line.modem.ring();
  await until(() => line.calls()[0]?.outcome === 'refused');
  expect(line.calls()[0]?.hangUp).toMatchObject({ attempts: 2, verified: true });
});
