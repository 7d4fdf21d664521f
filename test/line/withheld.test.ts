import { expect, test } from 'vitest';
import { bench, until, watching } from './bench.ts';

test('a withheld number is decided as withheld, at once', async () => {
  const line = await bench({ refuse: call => call.callerId?.withheld === 'private' });
  await watching(line);
  line.modem.ring();
  line.modem.callerId(['NMBR=P', 'DATE=1125', 'TIME=1030']);
  await until(() => line.modem.count('ATH1') === 1);
  expect(line.asked()[0]?.callerId).toMatchObject({ number: null, withheld: 'private' });
  expect(line.asked()[0]?.rings).toBe(1);
});

test('a second report of O does not erase the number already seen', async () => {
  const line = await bench();
  await watching(line);
  line.modem.ring();
  line.modem.callerId(['NMBR=0212345678', 'DATE=1125', 'TIME=1030']);
  line.modem.callerId(['NMBR=O', 'DATE=1125', 'TIME=1030']);
  line.modem.ring();
  await until(() => line.calls()[0]?.rings === 2 || line.calls().length > 1);
  expect(line.calls()).toHaveLength(1);
  expect(line.calls()[0]?.callerId).toMatchObject({ number: '0212345678', withheld: null });
});
