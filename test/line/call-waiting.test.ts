import { expect, test } from 'vitest';
import { bench, korean, pause, until, watching } from './bench.ts';

test('while another telephone is off the hook, a call that waits is shown and never acted on', async () => {
  const line = await bench({ refuse: () => true });
  await watching(line);
  line.cable.say('\x10P');
  await until(() => line.line.status().state === 'in-use');
  line.modem.callerId(korean('15881234'));
  await until(() => line.calls().length === 1);
  await pause(300);
  expect(line.modem.count('ATH1')).toBe(0);
  expect(line.asked()).toHaveLength(0);
});

test('a receiver lifted while it rings ends the call as answered', async () => {
  const line = await bench();
  await watching(line);
  line.modem.ring();
  line.modem.callerId(korean('0212345678'));
  line.cable.say('\x10P');
  await until(() => line.calls()[0]?.state === 'ended');
  expect(line.calls()[0]?.outcome).toBe('answered');
  line.cable.say('\x10p');
  await until(() => line.line.status().state === 'watching');
});
