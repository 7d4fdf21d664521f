import { expect, test } from 'vitest';
import { bench, korean, pause, until, watching } from './bench.ts';

test('a packet in hexadecimal and the same in words are one call, hung up on once', async () => {
  const line = await bench({ refuse: () => true });
  await watching(line);
  line.modem.ring();
  line.cable.say('\r\n8014010831313235313430320208313538383132333429\r\n');
  await until(() => line.modem.count('ATH1') === 1);
  line.modem.callerId(['DATE = 1125', 'TIME = 1402', 'NMBR = 15881234', 'NAME = A SELLER']);
  await until(() => line.calls()[0]?.state === 'ended');
  expect(line.calls()).toHaveLength(1);
  expect(line.calls()[0]).toMatchObject({
    outcome: 'refused',
    callerId: { number: '15881234', name: 'A SELLER', checksum: true },
    hangUp: { attempts: 1 },
  });
  expect(line.modem.count('ATH1')).toBe(1);
});

test('a damaged packet is doubtful until the same comes in words', async () => {
  const line = await bench();
  await watching(line);
  line.modem.ring();
  line.cable.say('\r\n8014010831313235313430320208313538383132333428\r\n');
  await until(() => line.asked().length === 1);
  expect(line.asked()[0]?.callerId).toMatchObject({ number: '15881234', checksum: false });
  line.modem.callerId(korean('15881235'));
  await until(() => line.asked().length === 2);
  expect(line.asked()[1]?.callerId).toMatchObject({ number: '15881235', checksum: null });
  await pause(50);
  expect(line.calls()).toHaveLength(1);
});
