import { fromAlaw, fromMulaw } from './g711.ts';
import type { Sound } from './sound.ts';

/** `kind`: what it is instead, or which way of packing is not read; null: nobody knows. */
export type WavReading =
  | { ok: true; sound: Sound }
  | { ok: false; why: 'not-wav' | 'unknown-format' | 'empty' | 'too-long'; kind: string | null };

/** A notice longer than this is no notice, and would keep the line busy, s. */
const longestS = 60;

/** Format tags of RIFF WAVE (Microsoft, RFC 2361). */
const tags = { pcm: 1, float: 3, alaw: 6, mulaw: 7, extensible: 0xfffe } as const;
const packedTags: Readonly<Record<number, string>> = {
  0x02: 'ADPCM',
  0x11: 'ADPCM',
  0x31: 'GSM 6.10',
  0x50: 'MPEG',
  0x55: 'MP3',
  0xff: 'AAC',
  0x161: 'WMA',
};

/** Other sound files by their first bytes, one character a byte; `.` is any. */
const otherKinds: readonly [RegExp, string][] = [
  [/^ID3|^\xff[\xe2\xe3\xf2\xf3\xfa\xfb]/, 'MP3'],
  [/^\xff[\xf0\xf1\xf8\xf9]/, 'AAC'],
  [/^....ftyp/s, 'M4A'],
  [/^OggS/, 'OGG'],
  [/^fLaC/, 'FLAC'],
  [/^FORM....AIF/s, 'AIFF'],
  [/^#!AMR/, 'AMR'],
  [/^caff/, 'CAF'],
  [/^\x30\x26\xb2\x75/, 'WMA'],
  [/^\x1a\x45\xdf\xa3/, 'WebM'],
  [/^RIFF....AVI/s, 'AVI'],
  [/^PK\x03\x04/, 'ZIP'],
];

type Reader = (view: DataView, at: number) => number;

/** PCM samples by the bytes that one takes; fewer bits than these lie to the left in them. */
const pcmReaders: Readonly<Record<number, Reader>> = {
  1: (view, at) => (view.getUint8(at) - 128) / 128,
  2: (view, at) => view.getInt16(at, true) / 0x8000,
  3: (view, at) => ((view.getInt8(at + 2) << 16) | view.getUint16(at, true)) / 0x80_0000,
  4: (view, at) => view.getInt32(at, true) / 0x8000_0000,
};

/** How one sample of `width` bytes is read. */
function sampleReader(tag: number, width: number): Reader | null {
  switch (tag) {
    case tags.pcm:
      return pcmReaders[width] ?? null;
    case tags.float:
      if (width === 4) return (view, at) => view.getFloat32(at, true);
      return width === 8 ? (view, at) => view.getFloat64(at, true) : null;
    case tags.alaw:
      return width === 1 ? (view, at) => fromAlaw(view.getUint8(at)) : null;
    case tags.mulaw:
      return width === 1 ? (view, at) => fromMulaw(view.getUint8(at)) : null;
    default:
      return null;
  }
}

interface Format {
  tag: number;
  channels: number;
  rate: number;
  /** Bytes of one sample of one channel. */
  width: number;
}

/** Reads a WAV file: PCM of 8 to 32 bits, float, μ-law or A-law, any rate, channels mixed to one. */
export function readWav(bytes: Uint8Array): WavReading {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = (at: number, length = 4): string => String.fromCharCode(...bytes.subarray(at, at + length));
  // RF64 (EBU Tech 3306): the same for files that may grow over 4 GB.
  if (bytes.length < 12 || !['RIFF', 'RF64'].includes(text(0)) || text(8) !== 'WAVE')
    return { ok: false, why: 'not-wav', kind: kindOf(text(0, 16)) };
  let format: Format | null = null;
  for (let at = 12; at + 8 <= bytes.length;) {
    const size = view.getUint32(at + 4, true);
    const body = at + 8;
    if (text(at) === 'fmt ' && body + 16 <= bytes.length) format = readFormat(view, body);
    else if (text(at) === 'data' && format) {
      // Recorders that stream write a size of 0 or 0xFFFFFFFF: what is there is taken.
      const open = size === 0 || size === 0xffff_ffff;
      return readSamples(view, body, open ? bytes.length : Math.min(bytes.length, body + size), format);
    }
    at = body + size + (size % 2);
  }
  return { ok: false, why: format ? 'empty' : 'not-wav', kind: null };
}

function kindOf(start: string): string | null {
  return otherKinds.find(([pattern]) => pattern.test(start))?.[1] ?? null;
}

function readFormat(view: DataView, at: number): Format {
  const tag = view.getUint16(at, true);
  const isExtended = tag === tags.extensible && at + 26 <= view.byteLength;
  const channels = view.getUint16(at + 2, true);
  const block = view.getUint16(at + 12, true);
  const bits = view.getUint16(at + 14, true);
  // 20 bits lie in three bytes, or in four: only the size of a whole frame tells.
  const width = channels > 0 && block % channels === 0 ? block / channels : 0;
  return {
    tag: isExtended ? view.getUint16(at + 24, true) : tag,
    channels,
    rate: view.getUint32(at + 4, true),
    width: width * 8 >= bits && width > 0 ? width : Math.ceil(bits / 8),
  };
}

function readSamples(
  view: DataView,
  from: number,
  to: number,
  { tag, channels, rate, width }: Format,
): WavReading {
  const read = sampleReader(tag, width);
  if (!read || channels < 1 || channels > 8 || rate < 4000 || rate > 384_000)
    return { ok: false, why: 'unknown-format', kind: packedTags[tag] ?? null };
  const length = Math.floor((to - from) / (width * channels));
  if (length === 0) return { ok: false, why: 'empty', kind: null };
  if (length / rate > longestS) return { ok: false, why: 'too-long', kind: null };
  const samples = new Float32Array(length);
  for (let index = 0; index < length; index++) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++)
      sum += read(view, from + (index * channels + channel) * width);
    const mean = sum / channels;
    samples[index] = Number.isFinite(mean) ? Math.max(-1, Math.min(1, mean)) : 0;
  }
  return { ok: true, sound: { samples, rate } };
}

/** Writes sound as a WAV file of 16 bits, which every player takes. */
export function writeWav({ samples, rate }: Sound): Uint8Array {
  const bytes = new Uint8Array(44 + samples.length * 2);
  const view = new DataView(bytes.buffer);
  const put = (at: number, text: string): void =>
    bytes.set(
      Array.from(text, letter => letter.charCodeAt(0)),
      at,
    );
  put(0, 'RIFF');
  view.setUint32(4, bytes.length - 8, true);
  put(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, tags.pcm, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  put(36, 'data');
  view.setUint32(40, samples.length * 2, true);
  samples.forEach((sample, index) =>
    view.setInt16(44 + index * 2, Math.max(-0x8000, Math.min(0x7fff, Math.round(sample * 0x7fff))), true),
  );
  return bytes;
}
