import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface Entry {
  files?: Record<string, Entry>;
  offset?: string;
  size?: number;
  unpacked?: boolean;
}

/** A file in an archive: its bytes, or null where it lies unpacked beside it. */
export type ArchivedFile = [path: string, bytes: Buffer | null];

/**
 * Reads an asar archive: two pickled sizes, the header as JSON, then the files one after the other
 * (github.com/electron/asar, "Format").
 */
export function readAsar(archive: string): ArchivedFile[] {
  const bytes = readFileSync(archive);
  const headerSize = bytes.readUInt32LE(4);
  const jsonSize = bytes.readUInt32LE(12);
  const root = JSON.parse(bytes.toString('utf8', 16, 16 + jsonSize)) as Entry;
  const files: ArchivedFile[] = [];
  const visit = (entry: Entry, path: string): void => {
    for (const [name, child] of Object.entries(entry.files ?? {}))
      visit(child, path ? `${path}/${name}` : name);
    if (entry.files) return;
    const start = 8 + headerSize + Number(entry.offset ?? 0);
    files.push([path, entry.unpacked ? null : bytes.subarray(start, start + (entry.size ?? 0))]);
  };
  visit(root, '');
  return files;
}

/** Lays the packed files out in a folder, with those beside the archive in their places. */
export function extractAsar(archive: string, folder: string): void {
  for (const [path, bytes] of readAsar(archive)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes ?? readFileSync(join(`${archive}.unpacked`, path)));
  }
}
