import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInflateRaw } from 'node:zlib';
import { openSource, piecesOf, sourceOf } from './source.ts';
import type { Source } from './source.ts';

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endLength = 22;
const longestComment = 65_535;
/** The list of what is in an archive; of a spreadsheet it is some kilobytes. */
const mostListed = 4 * 1024 * 1024;
/** One file of a spreadsheet unpacked; a small file that unpacks to more than this is an attack. */
const mostUnpacked = 512 * 1024 * 1024;
/** Up to this it is unpacked in memory, above it into a file. */
const mostInMemory = 1024 * 1024;

/** A part of a source as one of its own. */
function partOf(source: Source, from: number, size: number): Source {
  return {
    size,
    read: (start, end) => source.read(from + start, from + Math.min(end, size)),
    readInto: (bytes, start) =>
      source.readInto(bytes.subarray(0, Math.max(0, Math.min(bytes.length, size - start))), from + start),
  };
}

/** A file of an archive: still packed. */
export interface Packed {
  source: Source;
  deflated: boolean;
}

/** Files of a ZIP archive by name, still packed (PKWARE APPNOTE §4.3). null: not an archive that can be read. */
export function openZip(source: Source): Map<string, Packed> | null {
  const tail = source.read(Math.max(0, source.size - endLength - longestComment), source.size);
  const view = viewOf(tail);
  let end = tail.length - endLength;
  while (end >= 0 && view.getUint32(end, true) !== endSignature) end--;
  if (end < 0) return null;
  const listed = view.getUint32(end + 12, true);
  const listedAt = view.getUint32(end + 16, true);
  if (listed > mostListed || listedAt + listed > source.size) return null;
  const list = source.read(listedAt, listedAt + listed);
  const entries = viewOf(list);
  const files = new Map<string, Packed>();
  let at = 0;
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > list.length || entries.getUint32(at, true) !== entrySignature) return null;
    const nameLength = entries.getUint16(at + 28, true);
    const local = entries.getUint32(at + 42, true);
    const head = source.read(local, local + 30);
    if (head.length < 30) return null;
    const from = local + 30 + viewOf(head).getUint16(26, true) + viewOf(head).getUint16(28, true);
    files.set(new TextDecoder().decode(list.subarray(at + 46, at + 46 + nameLength)), {
      source: partOf(source, from, entries.getUint32(at + 20, true)),
      deflated: entries.getUint16(at + 10, true) !== 0,
    });
    at += 46 + nameLength + entries.getUint16(at + 30, true) + entries.getUint16(at + 32, true);
  }
  return files;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

export type Unpacked = Source & { close(): void };

/** Unpacks a file, beside the guard's work: into memory if it is small, else into a file of `folder` until it is closed. */
export async function unpack({ source, deflated }: Packed, folder = tmpdir()): Promise<Unpacked> {
  if (!deflated) return { ...source, close: () => undefined };
  const inflate = createInflateRaw();
  const path = join(folder, `unpacked-${randomUUID()}`);
  const feeding = feed(source, inflate);
  let inMemory: Uint8Array[] = [];
  let size = 0;
  let file: Awaited<ReturnType<typeof open>> | null = null;
  try {
    for await (const piece of inflate as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size > mostUnpacked) throw new RangeError('Unpacks to too much.');
      inMemory.push(piece);
      if (size <= mostInMemory) continue;
      file ??= await open(path, 'wx', 0o600);
      await file.write(Buffer.concat(inMemory));
      inMemory = [];
    }
    await feeding;
  } catch (error) {
    inflate.destroy();
    if (file) rmSync(path, { force: true });
    throw error;
  } finally {
    await file?.close();
  }
  if (!file) return { ...sourceOf(Buffer.concat(inMemory)), close: () => undefined };
  const unpacked = openSource(path);
  return {
    ...unpacked,
    close() {
      unpacked.close();
      rmSync(path, { force: true });
    },
  };
}

async function feed(source: Source, into: NodeJS.WritableStream): Promise<void> {
  for (const piece of piecesOf(source)) {
    if (!into.writable) return;
    if (!into.write(Uint8Array.from(piece))) await new Promise(resolve => into.once('drain', resolve));
  }
  into.end();
}
