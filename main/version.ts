import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Package = z.object({ version: z.string() });

/** Ringfence's own version, as its package says. */
export const version = readVersion();

function readVersion(): string {
  // From source and from dist/main alike the package file is one or two folders up.
  for (const up of ['../package.json', '../../package.json']) {
    try {
      return Package.parse(JSON.parse(readFileSync(new URL(up, import.meta.url), 'utf8'))).version;
    } catch {
      // Not there: look one folder further up.
    }
  }
  return '0.0.0';
}
