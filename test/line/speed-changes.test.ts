import { execFileSync } from 'node:child_process';
import { expect, onTestFinished, test } from 'vitest';
import { korean, until, watchLine, watching } from './bench.ts';
import { layCable } from './tty.ts';

test('a modem that answers at another speed than before is found at it', async () => {
  const cable = await layCable();
  onTestFinished(() => cable.close());
  let speed = 115_200;
  const commands: string[] = [];
  const speaksNow = (): boolean =>
    Number(execFileSync('stty', ['-F', cable.path, 'speed'], { encoding: 'utf8' })) === speed;
  let line = '';
  cable.onHeard(bytes => {
    for (const byte of bytes) {
      if (byte !== 0x0d) line += String.fromCharCode(byte);
      else {
        const heard = line;
        line = '';
        // At the wrong speed each side sees only noise.
        if (speaksNow()) {
          commands.push(heard);
          cable.say('\r\nOK\r\n');
        } else cable.say('\xf3\x9c\x00\xff');
      }
    }
  });
  const watched = watchLine(
    cable.path,
    {
      timings: {
        answerMs: 150,
        heartbeatMs: 200,
        silentFirstMs: 50,
        silentLimitMs: 100,
        wakeKnownMs: 50,
      },
    },
    { refuse: () => true },
  );
  await watching(watched);
  expect(watched.line.facts().bitsPerSecond).toBe(115_200);
  speed = 38_400;
  await until(() => watched.line.facts().bitsPerSecond === 38_400, 30_000);
  await watching(watched);
  cable.say(`\r\nRING\r\n${korean('15881234').join('\r\n')}\r\n`);
  await until(() => commands.includes('ATH1'));
});
