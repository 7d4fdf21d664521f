import { onTestFinished, expect, test } from 'vitest';
import { until, watchLine } from './bench.ts';
import { layCable } from './tty.ts';

const patience = { answerMs: 80, silentFirstMs: 100, silentLimitMs: 200, listenMs: 100 };

test('a GPS on the port is called by its name', async () => {
  const cable = await layCable();
  onTestFinished(() => cable.close());
  const speaking = setInterval(
    () => cable.say('$GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*47\r\n'),
    50,
  );
  onTestFinished(() => clearInterval(speaking));
  const line = watchLine(cable.path, { timings: patience });
  await until(() => line.line.status().state === 'wrong-device');
  expect(line.line.status().values['name']).toBe('GPS');
});

test('a Korean caller-ID box is a line that can be read only', async () => {
  const cable = await layCable();
  onTestFinished(() => cable.close());
  const frame = (opcode: string, payload: string): string => `\x021${opcode}${payload.padEnd(18)}\x03`;
  cable.onHeard(bytes => {
    if (Buffer.from(bytes).toString('latin1').includes('\x021P')) cable.say(frame('P', ''));
  });
  const line = watchLine(cable.path, { timings: patience }, { refuse: () => true });
  await until(() => line.line.status().state === 'read-only');
  expect(line.line.status().canHangUp).toBe(false);
  cable.say(frame('I', '0212345678'));
  await until(() => line.calls()[0]?.callerId?.number === '0212345678');
  cable.say(frame('S', ''));
  await until(() => line.calls()[0]?.state === 'ended');
  expect(line.calls()[0]).toMatchObject({ outcome: 'answered', hangUp: null });
  // What it would have done is still asked, so that the call can say why; nothing is carried out.
  expect(line.log).toContain('decide, looking on');
  expect(line.log.filter(entry => entry.startsWith('out ATH'))).toEqual([]);
  expect(line.line.hangUp(line.calls()[0]?.id ?? '')).toBe(false);
});
