import type { VoiceEncoding } from './chips.ts';

/** Sound as numbers from -1 to 1, one channel. */
export interface Sound {
  samples: Float32Array;
  /** Samples a second. */
  rate: number;
}

export type WavReading =
  { ok: true; sound: Sound } | { ok: false; why: 'not-wav' | 'unknown-format' | 'empty' | 'too-long' };

/** A notice longer than this is no notice, and would keep the line busy, s. */
const longestS = 60;

/** Format tags of RIFF WAVE (Microsoft, RFC 2361). */
const tags = { pcm: 1, float: 3, alaw: 6, mulaw: 7, extensible: 0xfffe } as const;

type Reader = (view: DataView, at: number) => number;

/** How one sample is read, by tag and bits. */
function sampleReader(tag: number, bits: number): Reader | null {
  switch (`${tag}/${bits}`) {
    case `${tags.pcm}/8`:
      return (view, at) => (view.getUint8(at) - 128) / 128;
    case `${tags.pcm}/16`:
      return (view, at) => view.getInt16(at, true) / 0x8000;
    case `${tags.pcm}/24`:
      return (view, at) => ((view.getInt8(at + 2) << 16) | view.getUint16(at, true)) / 0x80_0000;
    case `${tags.pcm}/32`:
      return (view, at) => view.getInt32(at, true) / 0x8000_0000;
    case `${tags.float}/32`:
      return (view, at) => view.getFloat32(at, true);
    case `${tags.float}/64`:
      return (view, at) => view.getFloat64(at, true);
    case `${tags.alaw}/8`:
      return (view, at) => fromAlaw(view.getUint8(at));
    case `${tags.mulaw}/8`:
      return (view, at) => fromMulaw(view.getUint8(at));
    default:
      return null;
  }
}

/** Reads a WAV file: PCM of 8 to 32 bits, float, μ-law or A-law, any rate, channels mixed to one. */
export function readWav(bytes: Uint8Array): WavReading {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = (at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (bytes.length < 12 || text(0) !== 'RIFF' || text(8) !== 'WAVE') return { ok: false, why: 'not-wav' };
  let format: { tag: number; channels: number; rate: number; bits: number } | null = null;
  for (let at = 12; at + 8 <= bytes.length;) {
    const size = view.getUint32(at + 4, true);
    const body = at + 8;
    if (text(at) === 'fmt ' && body + 16 <= bytes.length) {
      const tag = view.getUint16(body, true);
      const isExtended = tag === tags.extensible && body + 26 <= bytes.length;
      format = {
        tag: isExtended ? view.getUint16(body + 24, true) : tag,
        channels: view.getUint16(body + 2, true),
        rate: view.getUint32(body + 4, true),
        bits: view.getUint16(body + 14, true),
      };
    } else if (text(at) === 'data' && format) {
      // Recorders that stream write a size of 0 or 0xFFFFFFFF: what is there is taken.
      const open = size === 0 || size === 0xffff_ffff;
      return readSamples(view, body, open ? bytes.length : Math.min(bytes.length, body + size), format);
    }
    at = body + size + (size % 2);
  }
  return { ok: false, why: format ? 'empty' : 'not-wav' };
}

function readSamples(
  view: DataView,
  from: number,
  to: number,
  { tag, channels, rate, bits }: { tag: number; channels: number; rate: number; bits: number },
): WavReading {
  const read = sampleReader(tag, bits);
  if (!read || channels < 1 || channels > 8 || rate < 4000 || rate > 384_000)
    return { ok: false, why: 'unknown-format' };
  const width = bits / 8;
  const length = Math.floor((to - from) / (width * channels));
  if (length === 0) return { ok: false, why: 'empty' };
  if (length / rate > longestS) return { ok: false, why: 'too-long' };
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

/** Brings sound to another rate; windowed sinc, so that nothing above the telephone's band folds back into it. */
export function resample({ samples, rate }: Sound, wantedRate: number): Float32Array {
  if (rate === wantedRate) return samples;
  const length = Math.max(1, Math.round((samples.length * wantedRate) / rate));
  const result = new Float32Array(length);
  const cutoff = Math.min(1, wantedRate / rate);
  const reach = Math.ceil(12 / cutoff);
  for (let index = 0; index < length; index++) {
    const centre = (index * rate) / wantedRate;
    const first = Math.max(0, Math.ceil(centre - reach));
    const last = Math.min(samples.length - 1, Math.floor(centre + reach));
    let sum = 0;
    let weight = 0;
    for (let at = first; at <= last; at++) {
      const distance = at - centre;
      const turned = Math.PI * cutoff * distance;
      const tap =
        (distance === 0 ? 1 : Math.sin(turned) / turned) *
        (0.5 + 0.5 * Math.cos((Math.PI * distance) / (reach + 1)));
      sum += tap * (samples[at] ?? 0);
      weight += tap;
    }
    result[index] = weight === 0 ? 0 : sum / weight;
  }
  return result;
}

const encoders: Record<VoiceEncoding, (sample: number) => number> = {
  unsigned: sample => Math.max(0, Math.min(255, Math.round(sample * 127) + 128)),
  mulaw: toMulaw,
  alaw: toAlaw,
};

/** Sound as a modem takes it: 8000 bytes a second. */
export function encodeVoice(sound: Sound, encoding: VoiceEncoding): Uint8Array {
  return Uint8Array.from(resample(sound, voiceRate), encoders[encoding]);
}

/** Samples, and bytes, a second on a telephone line. */
export const voiceRate = 8000;

/** ITU-T G.711 μ-law, from a byte to -1…1. */
export function fromMulaw(byte: number): number {
  const value = ~byte & 0xff;
  const magnitude = (((value & 0x0f) << 3) + 0x84) << ((value >> 4) & 7);
  return ((value & 0x80 ? -1 : 1) * (magnitude - 0x84)) / 0x8000;
}

export function toMulaw(sample: number): number {
  const sign = sample < 0 ? 0x80 : 0;
  const magnitude = Math.min(32_635, Math.round(Math.abs(sample) * 0x8000)) + 0x84;
  const exponent = Math.max(0, 31 - Math.clz32(magnitude) - 7);
  return ~(sign | (exponent << 4) | ((magnitude >> (exponent + 3)) & 0x0f)) & 0xff;
}

/** ITU-T G.711 A-law, from a byte to -1…1. */
export function fromAlaw(byte: number): number {
  const value = byte ^ 0x55;
  const exponent = (value >> 4) & 7;
  const mantissa = ((value & 0x0f) << 4) + 8;
  const magnitude = exponent === 0 ? mantissa : (mantissa + 0x100) << (exponent - 1);
  return ((value & 0x80 ? 1 : -1) * magnitude) / 0x8000;
}

export function toAlaw(sample: number): number {
  const sign = sample < 0 ? 0 : 0x80;
  const magnitude = Math.min(0x7fff, Math.round(Math.abs(sample) * 0x8000));
  const exponent = magnitude < 0x100 ? 0 : Math.min(7, 31 - Math.clz32(magnitude) - 7);
  const mantissa = (magnitude >> (exponent === 0 ? 4 : exponent + 3)) & 0x0f;
  return (sign | (exponent << 4) | mantissa) ^ 0x55;
}
