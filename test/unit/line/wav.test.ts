import { describe, expect, test } from 'vitest';
import { shield, voiceWayOf } from '../../../main/line/voice.ts';
import {
  encodeVoice,
  fromAlaw,
  fromMulaw,
  readWav,
  resample,
  toAlaw,
  toMulaw,
} from '../../../main/line/wav.ts';
import { pcmWav, riff } from './wav-maker.ts';

const tone = (length: number, rate: number, hertz: number): number[] =>
  Array.from({ length }, (_, index) => 0.8 * Math.sin((2 * Math.PI * hertz * index) / rate));
const loudness = (samples: ArrayLike<number>): number =>
  Math.sqrt(Array.from(samples).reduce((sum, sample) => sum + sample * sample, 0) / samples.length);

describe.each([8, 16, 24, 32] as const)('PCM of %i bits', bits => {
  test.each([1, 2])('in %i channels is read', channels => {
    const reading = readWav(pcmWav([0, 0.5, -0.5, 1], { rate: 8000, bits, channels }));
    if (!reading.ok) throw new Error(reading.why);
    expect(reading.sound.rate).toBe(8000);
    [0, 0.5, -0.5, 1].forEach((sample, index) => expect(reading.sound.samples[index]).toBeCloseTo(sample, 1));
  });
});

test('float, μ-law and A-law are read', () => {
  const float = Buffer.alloc(8);
  float.writeFloatLE(0.25, 0);
  float.writeFloatLE(-0.75, 4);
  const shapes: [Parameters<typeof riff>[0], Uint8Array, number[]][] = [
    [{ tag: 3, channels: 1, rate: 44_100, bits: 32 }, float, [0.25, -0.75]],
    [{ tag: 7, channels: 1, rate: 8000, bits: 8 }, Uint8Array.of(toMulaw(0.5), toMulaw(-0.5)), [0.5, -0.5]],
    [{ tag: 6, channels: 1, rate: 8000, bits: 8 }, Uint8Array.of(toAlaw(0.5), toAlaw(-0.5)), [0.5, -0.5]],
  ];
  for (const [format, data, expected] of shapes) {
    const reading = readWav(riff(format, data));
    if (!reading.ok) throw new Error(reading.why);
    expected.forEach((sample, index) => expect(reading.sound.samples[index]).toBeCloseTo(sample, 1));
  }
});

test.each([
  ['an MP3', Buffer.from('ID3\x03 not a wave at all'), 'not-wav'],
  ['ADPCM', riff({ tag: 2, channels: 1, rate: 8000, bits: 4 }, new Uint8Array(100)), 'unknown-format'],
  ['silence of no length', riff({ tag: 1, channels: 1, rate: 8000, bits: 16 }, new Uint8Array(0)), 'empty'],
  [
    'a speech of two minutes',
    pcmWav(new Array<number>(8000 * 120).fill(0), { rate: 8000, bits: 8, channels: 1 }),
    'too-long',
  ],
  ['nothing', new Uint8Array(0), 'not-wav'],
])('%s is refused with its reason', (_name, bytes, why) => {
  expect(readWav(bytes)).toEqual({ ok: false, why });
});

test('resampling keeps what a telephone carries and removes what would fold back', () => {
  const rate = 44_100;
  const low = resample({ samples: Float32Array.from(tone(rate, rate, 1000)), rate }, 8000);
  const high = resample({ samples: Float32Array.from(tone(rate, rate, 6000)), rate }, 8000);
  expect(low).toHaveLength(8000);
  expect(loudness(low)).toBeCloseTo(0.8 / Math.SQRT2, 1);
  expect(loudness(high)).toBeLessThan(0.02);
});

// ITU-T G.711: the ends and the middle of both laws.
test('companding agrees with G.711', () => {
  expect([toMulaw(0), toMulaw(1), toMulaw(-1)]).toEqual([0xff, 0x80, 0x00]);
  expect([toAlaw(0), toAlaw(1), toAlaw(-1)]).toEqual([0xd5, 0xaa, 0x2a]);
  for (let byte = 0; byte < 256; byte++) {
    expect(Math.abs(fromMulaw(toMulaw(fromMulaw(byte))) - fromMulaw(byte))).toBeLessThan(1e-9);
    expect(toAlaw(fromAlaw(byte))).toBe(byte);
  }
});

test('unsigned samples rest at 128', () => {
  expect([...encodeVoice({ samples: Float32Array.of(0, 1, -1), rate: 8000 }, 'unsigned')]).toEqual([
    128, 255, 1,
  ]);
});

test('every DLE in the samples is doubled', () => {
  expect([...shield(Uint8Array.of(1, 0x10, 2, 0x10))]).toEqual([1, 0x10, 0x10, 2, 0x10, 0x10]);
});

test.each([
  [
    ['128,"8-BIT LINEAR",8,0,(8000),(0),(0)', '131,"ULAW",8,0,(8000)'],
    { vsm: '128,8000', encoding: 'unsigned' },
  ],
  [['0,"SIGNED PCM",8,0,8000,0,0', '1,"UNSIGNED PCM",8,0,8000,0,0'], { vsm: '1,8000', encoding: 'unsigned' }],
  [['130,"A-LAW",(8000)', '4,"ULAW",8,0,(7200,8000,11025)'], { vsm: '4,8000', encoding: 'mulaw' }],
  [['+VSM: 128,"8-BIT LINEAR",(7200-11025)'], { vsm: '128,8000', encoding: 'unsigned' }],
  [['2,"ADPCM",2,0,(7200),0,0', '129,"16-BIT LINEAR",16,0,(8000)'], null],
  [[], null],
])('of %j the voice format is %j', (lines, way) => {
  expect(voiceWayOf(lines)).toEqual(way);
});
