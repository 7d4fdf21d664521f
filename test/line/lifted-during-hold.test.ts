import { expect, test } from 'vitest';
import { bench, korean, pause, until, watching } from './bench.ts';

test('somebody who lifts another telephone while a call is held off-hook is not disturbed after it', async () => {
  const line = await bench({ refuse: () => true });
  await watching(line);
  line.modem.ring();
  line.modem.callerId(korean('15881234'));
  await until(() => line.modem.count('ATH1') === 1);
  line.cable.say('\x10P');
  await until(() => line.calls()[0]?.state === 'ended');
  await until(() => line.line.status().state === 'in-use');
  // Call waiting during what is a conversation now.
  line.modem.callerId(korean('15889999'));
  await until(() => line.calls().length === 2);
  await pause(200);
  expect(line.asked().map(call => call.callerId?.number)).toEqual(['15881234']);
  expect(line.modem.count('ATH1')).toBe(1);
});

test('a line that rings is not in use: the call that was taken for a waiting one is decided after all', async () => {
  const line = await bench({ refuse: () => true, options: { holdMs: 0 } });
  await watching(line);
  line.cable.say('\x10P');
  await until(() => line.line.status().state === 'in-use');
  line.modem.callerId(korean('15881234'));
  await until(() => line.calls().length === 1);
  expect(line.asked()).toHaveLength(0);
  line.modem.ring();
  await until(() => line.calls()[0]?.outcome === 'refused');
  expect(line.modem.count('ATH1')).toBe(1);
});
