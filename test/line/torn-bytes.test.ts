import { expect, test } from 'vitest';
import { bench, korean, pause, until, watching } from './bench.ts';

test('a caller ID that comes byte by byte is put together', async () => {
  const line = await bench({ refuse: call => call.callerId?.number === '15881234' });
  await watching(line);
  for (const byte of `\r\nRING\r\n\r\n${korean('15881234').join('\r\n')}\r\n`) {
    line.cable.say(byte);
    await pause(3);
  }
  await until(() => line.modem.count('ATH1') === 1);
  expect(line.asked().map(call => call.callerId?.number)).toEqual(['15881234']);
});
