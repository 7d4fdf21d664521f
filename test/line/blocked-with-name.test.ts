import { expect, test } from 'vitest';
import { bench, last, until, watching } from './bench.ts';

test('a refused caller with a name is hung up on, verified, and only then told about', async () => {
  const line = await bench({ refuse: call => call.callerId?.number === '15881234' });
  await watching(line);
  line.modem.ring();
  line.modem.callerId(['DATE = 1125', 'TIME = 1030', 'NMBR = 15881234', 'NAME = SALES DEPT']);
  await until(() => line.modem.commands().includes('ATH0') && line.calls()[0]?.state === 'ended');

  const call = last(line.calls());
  expect(call).toMatchObject({
    outcome: 'refused',
    rings: 1,
    callerId: { number: '15881234', date: '1125', time: '1030' },
    hangUp: { method: 'drop', attempts: 1, verified: true, asked: 'guard' },
  });
  expect(line.modem.count('ATH1')).toBe(1);
  // First the verdict and the command, then the telling.
  const verdictAt = line.log.lastIndexOf('decide');
  expect(line.log.slice(verdictAt).find(entry => entry.startsWith('changed'))).toBe('changed hanging-up');
});
