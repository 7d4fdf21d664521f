import { expect, test } from 'vitest';
import { bench, korean, until, watching } from './bench.ts';

test('a modem that comes and goes does not disturb the call on another line', async () => {
  const [good, bad] = await Promise.all([bench({ refuse: () => true }), bench({ refuse: () => true })]);
  await Promise.all([watching(good), watching(bad)]);
  const flapping = (async () => {
    for (let times = 0; times < 3; times++) {
      await bad.cable.unplug();
      await bad.cable.replug();
    }
  })();
  good.modem.ring();
  good.modem.callerId(korean('15881234'));
  await until(() => good.calls()[0]?.state === 'ended');
  await flapping;
  expect(good.calls()[0]).toMatchObject({ outcome: 'refused', hangUp: { attempts: 1, verified: true } });
  expect(good.states()).not.toContain('unplugged');
  await watching(bad);
  expect(bad.modem.count('ATH1')).toBe(0);
});
