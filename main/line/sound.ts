import type { VoiceEncoding } from './chips.ts';
import { fromAlaw, fromMulaw, toAlaw, toMulaw } from './g711.ts';

/** Sound as numbers from -1 to 1, one channel. */
export interface Sound {
  samples: Float32Array;
  /** Samples a second. */
  rate: number;
}

/** Samples, and bytes, a second on a telephone line. */
export const voiceRate = 8000;

/** Finer steps between two samples than this are not told apart by any ear on a telephone. */
const mostPhases = 512;
/** Zero crossings of the sinc to either side. */
const crossings = 12;

/** Brings sound to another rate; windowed sinc, so that nothing above the telephone's band folds back into it. */
export function resample(sound: Sound, wantedRate: number): Float32Array {
  if (sound.rate === wantedRate) return sound.samples;
  const result = new Float32Array(lengthAt(sound, wantedRate));
  fill(result, 0, result.length, sound, wantedRate);
  return result;
}

/** Samples that are worked out at a time, so that a call that comes meanwhile hardly waits. */
const sliceLength = 2000;

/** The same, letting others have their turn in between: a minute of sound takes a second. */
export async function resampleGently(sound: Sound, wantedRate: number): Promise<Float32Array> {
  if (sound.rate === wantedRate) return sound.samples;
  const result = new Float32Array(lengthAt(sound, wantedRate));
  for (let from = 0; from < result.length; from += sliceLength) {
    fill(result, from, Math.min(result.length, from + sliceLength), sound, wantedRate);
    await new Promise(done => setImmediate(done));
  }
  return result;
}

const lengthAt = ({ samples, rate }: Sound, wantedRate: number): number =>
  Math.max(1, Math.round((samples.length * wantedRate) / rate));

function fill(
  result: Float32Array,
  from: number,
  to: number,
  { samples, rate }: Sound,
  wantedRate: number,
): void {
  const { taps, reach } = filterFor(rate, wantedRate);
  const phases = taps.length - 1;
  for (let index = from; index < to; index++) {
    const centre = (index * rate) / wantedRate;
    const whole = Math.floor(centre);
    const tap = taps[Math.round((centre - whole) * phases)] ?? new Float32Array(0);
    let sum = 0;
    for (let at = Math.max(0, whole - reach); at <= Math.min(samples.length - 1, whole + reach); at++)
      sum += (tap[at - whole + reach] ?? 0) * (samples[at] ?? 0);
    result[index] = sum;
  }
}

interface Filter {
  /** For each place between two samples; the same millions of times in a minute of sound. */
  taps: Float32Array[];
  /** Samples to either side. */
  reach: number;
}
let lastFilter: { rates: string; filter: Filter } | null = null;

function filterFor(rate: number, wantedRate: number): Filter {
  const rates = `${String(rate)}/${String(wantedRate)}`;
  if (lastFilter?.rates === rates) return lastFilter.filter;
  const cutoff = Math.min(1, wantedRate / rate);
  const reach = Math.ceil(crossings / cutoff);
  const phases = Math.min(mostPhases, wantedRate / greatestDivisor(rate, wantedRate));
  const taps = Array.from({ length: phases + 1 }, (_, phase) => tapsAt(phase / phases, reach, cutoff));
  lastFilter = { rates, filter: { taps, reach } };
  return lastFilter.filter;
}

/** Weights of the samples round a place that lies `fraction` behind one of them; together they are 1. */
function tapsAt(fraction: number, reach: number, cutoff: number): Float32Array {
  const taps = Float32Array.from({ length: 2 * reach + 1 }, (_, index) => {
    const distance = index - reach - fraction;
    if (Math.abs(distance) > reach) return 0;
    const turned = Math.PI * cutoff * distance;
    const window = 0.5 + 0.5 * Math.cos((Math.PI * distance) / (reach + 1));
    return (distance === 0 ? 1 : Math.sin(turned) / turned) * window;
  });
  const weight = taps.reduce((sum, tap) => sum + tap, 0);
  return taps.map(tap => tap / weight);
}

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b));

const encoders: Record<VoiceEncoding, (sample: number) => number> = {
  unsigned: sample => Math.max(0, Math.min(255, Math.round(sample * 127) + 128)),
  mulaw: toMulaw,
  alaw: toAlaw,
};
const decoders: Record<VoiceEncoding, (byte: number) => number> = {
  unsigned: byte => (byte - 128) / 127,
  mulaw: fromMulaw,
  alaw: fromAlaw,
};

/** Sound as a modem takes it: 8000 bytes a second. */
export function encodeVoice(sound: Sound, encoding: VoiceEncoding): Uint8Array {
  return Uint8Array.from(resample(sound, voiceRate), encoders[encoding]);
}

/** The sound that comes out of a modem for these bytes. */
export function decodeVoice(bytes: Uint8Array, encoding: VoiceEncoding): Sound {
  return { samples: Float32Array.from(bytes, decoders[encoding]), rate: voiceRate };
}
