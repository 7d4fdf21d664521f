import { describe, expect, test } from 'vitest';
import { createPlayback, parseTranscript } from '../../../main/line/simulated/playback.ts';
import { fakeTimers } from '../../../main/line/simulated/timers.ts';

const recording = [
  { note: 'a header is passed over' },
  { t: 0, dir: 'out', bytes: 'ATE0V1\r' },
  { t: 20, dir: 'in', bytes: 'ATE0V1\r\r\nOK\r\n' },
  { t: 100, dir: 'out', bytes: 'AT+GMI\r' },
  { t: 120, dir: 'in', bytes: '\r\nCON' },
  { t: 125, dir: 'in', bytes: 'EXANT\r\n\r\nOK\r\n' },
  { t: 9_000_000, dir: 'in', bytes: '0d0a52494e470d0a', encoding: 'hex' },
  { t: 9_002_100, dir: 'in', bytes: '\r\nNMBR=15881234\r\n' },
  { t: 9_002_150, dir: 'out', bytes: 'ATH1\r' },
  { t: 9_002_200, dir: 'in', bytes: '\r\nOK\r\n' },
]
  .map(entry => JSON.stringify(entry))
  .join('\n');

function play(text = recording) {
  const timers = fakeTimers();
  const playback = createPlayback(parseTranscript(text), { timers });
  const said: string[] = [];
  playback.onOutput(bytes => void said.push(Buffer.from(bytes).toString('latin1')));
  playback.start();
  return { timers, playback, said, send: (bytes: string) => playback.input(Buffer.from(bytes)) };
}

describe('a recording', () => {
  test('waits for the commands it had, then answers with its own gaps', () => {
    const { timers, said, send } = play();
    timers.advance(1000);
    expect(said).toEqual([]);
    send('ate0 v1\r');
    timers.advance(20);
    expect(said).toEqual(['ATE0V1\r\r\nOK\r\n']);
    send('AT+GMI\r');
    timers.advance(20);
    expect(said.slice(1)).toEqual(['\r\nCON']);
    timers.advance(5);
    expect(said.slice(2)).toEqual(['EXANT\r\n\r\nOK\r\n']);
  });

  test('shortens hours of silence, but keeps the rings where they were', () => {
    const { timers, said, send, playback } = play();
    send('ATE0V1\r');
    timers.advance(50);
    send('AT+GMI\r');
    timers.advance(50);
    said.length = 0;
    timers.advance(8000);
    expect(said).toContain('\r\nRING\r\n');
    timers.advance(2100);
    expect(said.at(-1)).toBe('\r\nNMBR=15881234\r\n');
    send('ATH1\r');
    timers.advance(50);
    expect(said.at(-1)).toBe('\r\nOK\r\n');
    expect(playback.isOver).toBe(true);
  });

  test('goes on when a command of then is not sent any more', () => {
    const { timers, said } = play();
    timers.advance(2 * 2500 + 8000);
    expect(said).toEqual(['\r\nRING\r\n']);
  });

  test('passes over what was asked then and is not asked now', () => {
    const { timers, said, send } = play();
    send('AT+GMI\r');
    timers.advance(100);
    expect(said.join('')).toBe('\r\nCONEXANT\r\n\r\nOK\r\n');
  });

  test('answers a command out of turn as elsewhere in it, and an unknown one with OK', () => {
    const { timers, said, send } = play();
    timers.advance(2 * 2500 + 8000);
    said.length = 0;
    send('AT+GMI\r');
    expect(said.join('')).toBe('\r\nCONEXANT\r\n\r\nOK\r\n');
    send('AT+VCID=1\r');
    expect(said.at(-1)).toBe('\r\nOK\r\n');
  });

  test('that is none is refused with a plain word', () =>
    expect(() => parseTranscript('{"t":1}\nnonsense\n')).toThrow('holds no recorded bytes'));
});
