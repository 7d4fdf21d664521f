import { expect, test } from 'vitest';
import { bench, korean, until, watching } from './bench.ts';

test('the owner hangs up on a call that the guard let ring', async () => {
  const line = await bench();
  await watching(line);
  line.modem.ring();
  line.modem.callerId(korean('0212345678'));
  await until(() => line.calls()[0]?.callerId != null);
  const id = line.calls()[0]?.id ?? '';
  expect(line.line.hangUp('another call')).toBe(false);
  expect(line.line.hangUp(id)).toBe(true);
  await until(() => line.calls()[0]?.outcome === 'refused');
  expect(line.calls()[0]?.hangUp).toMatchObject({ asked: 'owner', attempts: 1, verified: true });
  expect(line.line.hangUp(id)).toBe(false);
});
