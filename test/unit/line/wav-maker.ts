/** Writes a PCM WAV file of the given samples (-1 to 1), the same in every channel. */
export function pcmWav(
  samples: readonly number[],
  { rate, bits, channels }: { rate: number; bits: 8 | 16 | 24 | 32; channels: number },
): Uint8Array {
  const width = bits / 8;
  const data = Buffer.alloc(samples.length * channels * width);
  samples.forEach((sample, index) => {
    for (let channel = 0; channel < channels; channel++) {
      const at = (index * channels + channel) * width;
      if (bits === 8) data.writeUInt8(Math.round(sample * 127) + 128, at);
      else data.writeIntLE(Math.round(sample * (2 ** (bits - 1) - 1)), at, width);
    }
  });
  return riff({ tag: 1, channels, rate, bits }, data);
}

export function riff(
  { tag, channels, rate, bits }: { tag: number; channels: number; rate: number; bits: number },
  data: Uint8Array,
): Uint8Array {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + data.length, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(tag, 20);
  header.writeUInt16LE(channels, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE((rate * channels * bits) / 8, 28);
  header.writeUInt16LE((channels * bits) / 8, 32);
  header.writeUInt16LE(bits, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(data.length, 40);
  return Buffer.concat([header, data]);
}
