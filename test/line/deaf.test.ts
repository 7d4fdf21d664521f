import { expect, test } from 'vitest';
import { bench, korean, pause, until, watching } from './bench.ts';

test('calls that ring without a number make the line deaf, and one number cures it', async () => {
  const line = await bench({ options: { timings: { ringAllowanceMs: 400 } } });
  await watching(line);
  for (let call = 1; call <= 3; call++) {
    line.modem.ring();
    await pause(200);
    line.modem.ring();
    await until(() => line.calls()[call - 1]?.state === 'ended');
  }
  await until(() => line.line.status().state === 'deaf');
  expect(line.line.status().values['calls']).toBe(3);
  // A reset cures what weeks of idleness did.
  await until(() => line.modem.commands().filter(command => command.startsWith('AT&F')).length > 1);
  line.modem.ring();
  line.modem.callerId(korean('0212345678'));
  await until(() => line.calls()[3]?.state === 'ended');
  await watching(line);
});
