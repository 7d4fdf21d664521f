import { describe, expect, test } from 'vitest';
import { shield, voiceWayOf } from '../../../main/line/voice.ts';
import { fromAlaw, fromMulaw, toAlaw, toMulaw } from '../../../main/line/g711.ts';
import { decodeVoice, encodeVoice, resample } from '../../../main/line/sound.ts';
import { readWav, writeWav } from '../../../main/line/wav.ts';
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

test('two different channels are mixed to one', () => {
  const data = Buffer.alloc(8);
  [0.5, -0.5, 1, 0].forEach((sample, index) => data.writeInt16LE(Math.round(sample * 0x7fff), index * 2));
  const reading = readWav(riff({ tag: 1, channels: 2, rate: 8000, bits: 16 }, data));
  if (!reading.ok) throw new Error(reading.why);
  expect(reading.sound.samples[0]).toBeCloseTo(0, 2);
  expect(reading.sound.samples[1]).toBeCloseTo(0.5, 2);
});

test('20 bits in three bytes are read as they lie, and a file that may outgrow 4 GB as any other', () => {
  const samples = [0, 0.5, -0.5];
  const file = Buffer.from(pcmWav(samples, { rate: 48_000, bits: 24, channels: 1 }));
  file.writeUInt16LE(20, 34);
  file.write('RF64', 0, 'latin1');
  const reading = readWav(file);
  if (!reading.ok) throw new Error(reading.why);
  samples.forEach((sample, index) => expect(reading.sound.samples[index]).toBeCloseTo(sample, 3));
});

test('the extensible form is read by the format it names, and other chunks are passed over', () => {
  const format = Buffer.alloc(40);
  [0xfffe, 1].forEach((value, index) => format.writeUInt16LE(value, index * 2));
  format.writeUInt32LE(16_000, 4);
  format.writeUInt32LE(64_000, 8);
  [4, 32, 22, 32].forEach((value, index) => format.writeUInt16LE(value, 12 + index * 2));
  format.writeUInt16LE(3, 24);
  const data = Buffer.alloc(4);
  data.writeFloatLE(-0.25);
  const chunk = (name: string, body: Buffer): Buffer => {
    const size = Buffer.alloc(4);
    size.writeUInt32LE(body.length);
    return Buffer.concat([Buffer.from(name), size, body, Buffer.alloc(body.length % 2)]);
  };
  const body = Buffer.concat([
    Buffer.from('WAVE'),
    chunk('bext', Buffer.from('a note of odd length.')),
    chunk('fmt ', format),
    chunk('data', data),
  ]);
  const reading = readWav(chunk('RIFF', body));
  if (!reading.ok) throw new Error(reading.why);
  expect(reading.sound).toEqual({ samples: Float32Array.of(-0.25), rate: 16_000 });
});

const bytes = (text: string): Uint8Array => Buffer.from(text.padEnd(64, '\0'), 'latin1');
test.each([
  ['an MP3 with a title', bytes('ID3\x03'), 'not-wav', 'MP3'],
  ['an MP3 without one', bytes('\xff\xfb\x90\x00'), 'not-wav', 'MP3'],
  ['a recording of an iPhone', bytes('\0\0\0\x1cftypM4A '), 'not-wav', 'M4A'],
  ['a voice message', bytes('OggS\0\x02'), 'not-wav', 'OGG'],
  [
    'an MP3 in the clothes of a WAV',
    riff({ tag: 0x55, channels: 1, rate: 8000, bits: 0 }, new Uint8Array(100)),
    'unknown-format',
    'MP3',
  ],
  [
    'ADPCM',
    riff({ tag: 2, channels: 1, rate: 8000, bits: 4 }, new Uint8Array(100)),
    'unknown-format',
    'ADPCM',
  ],
  [
    'silence of no length',
    riff({ tag: 1, channels: 1, rate: 8000, bits: 16 }, new Uint8Array(0)),
    'empty',
    null,
  ],
  [
    'a speech of two minutes',
    pcmWav(new Array<number>(8000 * 120).fill(0), { rate: 8000, bits: 8, channels: 1 }),
    'too-long',
    null,
  ],
  ['something else', bytes('hello'), 'not-wav', null],
  ['nothing', new Uint8Array(0), 'not-wav', null],
])('%s is refused with its reason', (_name, file, why, kind) => {
  expect(readWav(file)).toEqual({ ok: false, why, kind });
});

test('what is written is read again', () => {
  const samples = Float32Array.from(tone(800, 8000, 440));
  const reading = readWav(writeWav({ samples, rate: 8000 }));
  if (!reading.ok) throw new Error(reading.why);
  expect(reading.sound.rate).toBe(8000);
  samples.forEach((sample, index) => expect(reading.sound.samples[index]).toBeCloseTo(sample, 3));
});

test.each(['unsigned', 'mulaw', 'alaw'] as const)(
  'a modem that plays %s is heard as the sound was',
  encoding => {
    const sound = { samples: Float32Array.from(tone(800, 8000, 440)), rate: 8000 };
    const heard = decodeVoice(encodeVoice(sound, encoding), encoding);
    sound.samples.forEach((sample, index) =>
      expect(Math.abs((heard.samples[index] ?? 0) - sample)).toBeLessThan(0.03),
    );
  },
);

test.each([11_025, 16_000, 22_050, 44_100, 48_000, 96_000, 44_099])(
  'resampling from %i keeps what a telephone carries and removes what would fold back',
  rate => {
    const low = resample({ samples: Float32Array.from(tone(rate, rate, 1000)), rate }, 8000);
    const high = resample({ samples: Float32Array.from(tone(rate, rate, 5200)), rate }, 8000);
    expect(low).toHaveLength(8000);
    expect(loudness(low)).toBeCloseTo(0.8 / Math.SQRT2, 1);
    expect(loudness(high)).toBeLessThan(0.02);
  },
);

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
