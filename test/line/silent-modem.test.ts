import { test } from 'vitest';
import { bench, korean, until, watching } from './bench.ts';

test('a modem that never answers is told as silent, and watched when it wakes', async () => {
  const line = await bench({
    answers: { '*': null, AT: null },
    options: { timings: { answerMs: 60, silentFirstMs: 100, silentLimitMs: 200, listenMs: 50 } },
  });
  await until(() => line.line.status().state === 'silent');
  line.modem.answer({ '*': 'OK', AT: 'OK' });
  await watching(line);
});

test('a modem that falls silent is found out by its heartbeat', async () => {
  const line = await bench({
    options: {
      timings: {
        answerMs: 60,
        commandMs: 60,
        heartbeatMs: 200,
        silentFirstMs: 100,
        silentLimitMs: 200,
        listenMs: 50,
      },
    },
  });
  await watching(line);
  line.modem.answer({ '*': null, AT: null });
  await until(() => line.line.status().state === 'silent');
  line.modem.answer({ '*': 'OK', AT: 'OK' });
  await watching(line);
});

test('a modem that answers nothing but rings is hung up all the same', async () => {
  const line = await bench({
    answers: { '*': null, AT: null },
    refuse: () => true,
    options: { timings: { answerMs: 60, silentFirstMs: 100, silentLimitMs: 200, listenMs: 50 } },
  });
  await until(() => line.line.status().state === 'silent');
  line.modem.ring();
  line.modem.callerId(korean('15881234'));
  await until(() => line.modem.count('ATH1') === 1);
});
