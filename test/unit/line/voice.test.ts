import { expect, test } from 'vitest';
import { shield, voiceWayOf, wholePairs } from '../../../main/line/voice.ts';

const dle = 0x10;

test('a cut never falls between a DLE and its double', () => {
  const bytes = shield(Uint8Array.from([1, dle, dle, 2, dle]));
  expect([...bytes]).toEqual([1, dle, dle, dle, dle, 2, dle, dle]);
  const cuts = Array.from({ length: bytes.length + 1 }, (_, end) => wholePairs(bytes, end));
  expect(cuts).toEqual([0, 1, 3, 3, 5, 5, 6, 8, 8]);
});

test('eight bits, 8000 a second, unsigned before companded, is what is chosen of a list', () => {
  expect(
    voiceWayOf([
      '0,"SIGNED PCM",8,0,8000,0,0',
      '131,"Mu-Law",8,0,8000,0,0',
      '130,"UNSIGNED PCM",8,0,8000,0,0',
      '133,"14 bit PCM",14,0,8000,0,0',
    ]),
  ).toEqual({ vsm: '130,8000', encoding: 'unsigned' });
});
