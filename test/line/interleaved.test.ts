import { expect, test } from 'vitest';
import { bench, until, watching } from './bench.ts';

const reply = '\r\nOK\r\n';
const intruder = '\r\nRING\r\n';

test.each(Array.from({ length: reply.length + 1 }, (_, cut) => cut))(
  'a RING that falls into a reply after %i bytes leaves the command answered and the ring heard',
  async cut => {
    const line = await bench();
    await watching(line);
    const torn = reply.slice(0, cut) + intruder + reply.slice(cut);
    let rearmed = 0;
    line.modem.answer({
      ATE0V1: () => {
        rearmed++;
        line.cable.say(rearmed === 1 ? torn : reply);
        return null;
      },
    });
    // A call ends, and caller ID is switched on again: the RING comes into that command's reply.
    line.modem.ring();
    await until(() => rearmed >= 2);
    await until(() => line.calls().length === 2 || line.calls()[0]?.rings === 2);
    expect(line.line.status().state).not.toBe('silent');
  },
);

test('a hang-up does not wait for a command that is still in flight', async () => {
  const line = await bench({
    refuse: () => true,
    options: { timings: { heartbeatMs: 200, commandMs: 3000 } },
  });
  await watching(line);
  line.modem.answer({ AT: null });
  const before = line.modem.count('AT');
  await until(() => line.modem.count('AT') > before);
  line.modem.ring();
  line.modem.callerId(['NMBR=15881234']);
  await until(() => line.modem.count('ATH1') === 1, 1500);
  line.modem.answer({ AT: 'OK' });
  await until(() => line.calls()[0]?.outcome === 'refused');
});
