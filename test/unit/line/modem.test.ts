import { expect, test } from 'vitest';
import { createSession, resultOf } from '../../../main/line/modem.ts';
import { createTimers } from '../../../main/line/timers.ts';

function talk() {
  const timers = createTimers();
  const written: string[] = [];
  const session = createSession(
    { write: bytes => void written.push(Buffer.from(bytes).toString('latin1')), waiting: () => 0 },
    timers,
  );
  const say = (text: string): void => session.feed(Buffer.from(text, 'latin1'));
  return { session, written, say, timers };
}

test.each([
  ['OK', 'ok'],
  ['ERROR', 'error'],
  ['CONNECT', 'connect'],
  ['CONNECT 9600/ARQ', 'connect'],
  ['NO CARRIER', 'no-carrier'],
  ['+CME ERROR: 100', 'error'],
  ['OKAY', null],
  ['NAME = OK', null],
  ['RING', null],
])('the line %j is the result %j', (line, result) => {
  expect(resultOf(line, true)).toBe(result);
});

test('one command at a time: the second goes out when the first is answered', async () => {
  const { session, written, say } = talk();
  const first = session.send('ATI3');
  const second = session.send('AT+GMM');
  expect(written).toEqual(['ATI3\r']);
  say('ATI3\r\r\nCX93001-EIS\r\nRING\r\nNMBR=0212345678\r\n\r\nOK\r\n');
  expect(await first).toMatchObject({ result: 'ok', lines: ['CX93001-EIS'] });
  expect(written).toEqual(['ATI3\r', 'AT+GMM\r']);
  say('ERROR\r\n');
  expect((await second).result).toBe('error');
});

test('an urgent command is written at once, and both get their own result', async () => {
  const { session, written, say } = talk();
  const slow = session.send('AT');
  const urgent = session.urge('ATH1');
  expect(written).toEqual(['AT\r', 'ATH1\r']);
  say('\r\nOK\r\n\r\nERROR\r\n');
  expect([(await slow).result, (await urgent).result]).toEqual(['ok', 'error']);
});

test('an unanswered command times out, and its late result is not the next one’s', async () => {
  const { session, say } = talk();
  expect((await session.send('AT', { limitMs: 20 })).result).toBe('timeout');
  const next = session.send('ATI', { limitMs: 500, query: true });
  say('\r\nOK\r\n');
  await new Promise(resolve => setTimeout(resolve, 250));
  say('\r\nMODEM\r\nOK\r\n');
  expect(await next).toMatchObject({ result: 'ok', lines: ['MODEM'] });
});

test('digits are results where they are none of the answer', async () => {
  const { session, say } = talk();
  const plain = session.send('ATE0V1');
  say('0\r');
  expect((await plain).result).toBe('ok');
  expect(session.speaksDigits()).toBe(true);
  const words = session.send('ATE0V1');
  say('\r\nOK\r\n');
  await words;
  const query = session.send('ATI0', { query: true });
  say('\r\n0\r\nOK\r\n');
  expect(await query).toMatchObject({ result: 'ok', lines: ['0'] });
});

test('when the wire goes, nothing waits for ever', async () => {
  const { session } = talk();
  const waits = [session.send('AT'), session.send('ATI'), session.urge('ATH1')];
  session.close();
  expect((await Promise.all(waits)).map(reply => reply.result)).toEqual(['gone', 'gone', 'gone']);
  expect((await session.send('AT')).result).toBe('gone');
});

test('a line without end is not kept', async () => {
  const { session, say } = talk();
  const reply = session.send('AT');
  for (let times = 0; times < 200; times++) say('x'.repeat(1000));
  say('\r\nOK\r\n');
  expect(await reply).toMatchObject({ result: 'ok', lines: [] });
});

test('a paused session sends nothing but what is urgent', async () => {
  const { session, written, say } = talk();
  session.pause(true);
  const later = session.send('AT&F');
  void session.urge('ATH1');
  say('\r\nOK\r\n');
  expect(written).toEqual(['ATH1\r']);
  session.pause(false);
  say('\r\nOK\r\n');
  expect((await later).result).toBe('ok');
});
