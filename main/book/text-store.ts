import { openScratchFile } from './scratch-file.ts';

/** Many texts, each known by its place; never all of them in memory. */
export interface TextStore {
  /** Returns the text's place, which is never 0. */
  add(text: string): number;
  at(place: number): string;
  close(): void;
}

const blockBytes = 128 * 1024;
/** Blocks kept in memory before a file is made. */
const blocksInMemory = 16;
const longestText = 64 * 1024;
/** Length of a text, in front of it. */
const headBytes = 4;
/** Texts repeat: so many are remembered to be kept only once. */
const remembered = 1000;
/** Read at once: most texts are shorter. */
const likelyBytes = 256;

/** Opens a store that keeps the most of its texts in a file of `folder`; where none can be made, in memory. */
export function openTextStore(folder: string): TextStore {
  const blocks: (Buffer | null)[] = [Buffer.alloc(blockBytes)];
  let places = new Map<string, number>();
  const scratch = openScratchFile(folder);
  const likely = Buffer.alloc(likelyBytes);
  let used = 1;

  function spill(): void {
    if (blocks.length <= blocksInMemory) return;
    for (const [index, block] of blocks.entries())
      if (block && scratch.write(block, index * blockBytes)) blocks[index] = null;
  }

  function fromFile(place: number): string {
    scratch.read(likely, place);
    const length = likely.readUInt32LE(0);
    if (length <= likelyBytes - headBytes) return likely.toString('utf8', headBytes, headBytes + length);
    const bytes = Buffer.alloc(length);
    scratch.read(bytes, place + headBytes);
    return bytes.toString('utf8');
  }

  return {
    add(text) {
      const known = places.get(text);
      if (known !== undefined) return known;
      const bytes = Buffer.from(text);
      const length = Math.min(bytes.length, longestText);
      if (used + headBytes + length > blocks.length * blockBytes) {
        used = blocks.length * blockBytes;
        spill();
        blocks.push(Buffer.alloc(blockBytes));
      }
      const block = blocks.at(-1);
      const place = used;
      const at = place % blockBytes;
      block?.writeUInt32LE(length, at);
      block?.set(bytes.subarray(0, length), at + headBytes);
      used += headBytes + length;
      // Not cleared: the old table of a map points to its new one, and so keeps all of them in memory for long.
      if (places.size >= remembered) places = new Map();
      places.set(text, place);
      return place;
    },

    at(place) {
      const block = blocks[Math.floor(place / blockBytes)];
      if (block === null) return fromFile(place);
      if (!block) return '';
      const at = place % blockBytes;
      return block.toString('utf8', at + headBytes, at + headBytes + block.readUInt32LE(at));
    },

    close: () => scratch.close(),
  };
}
