import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A file of no name that anybody need know, for what is too much for memory; gone when it is closed. */
export interface ScratchFile {
  /** false: it could not be written. */
  write(bytes: Uint8Array, at: number): boolean;
  read(into: Uint8Array, at: number): void;
  close(): void;
}

/** Made with the first writing, so that little work touches no disk. */
export function openScratchFile(folder: string): ScratchFile {
  const path = join(folder, `scratch-${randomUUID()}`);
  let file: number | null = null;

  return {
    write(bytes, at) {
      try {
        if (file === null) {
          file = openSync(path, 'wx+', 0o600);
          // A crash then leaves nothing behind. Windows does not let an open file go.
          if (process.platform !== 'win32') rmSync(path, { force: true });
        }
        return writeSync(file, bytes, 0, bytes.length, at) === bytes.length;
      } catch {
        // A full disk, or a folder that nothing can be written to.
        return false;
      }
    },
    read(into, at) {
      if (file !== null) readSync(file, into, 0, into.length, at);
    },
    close() {
      if (file === null) return;
      closeSync(file);
      rmSync(path, { force: true });
      file = null;
    },
  };
}
