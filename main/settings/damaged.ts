import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Trouble } from '../../shared/live.ts';
import { stamp } from '../../shared/stamp.ts';

function isReadable(file: string): boolean {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/** Moves a settings file that is not JSON out of the way, never over another file, and tells it. */
export function setAsideIfDamaged(
  folder: string,
  { onTrouble, now = () => Date.now() }: { onTrouble: (trouble: Trouble) => void; now?: () => number },
) {
  const file = join(folder, 'settings.json');
  if (!existsSync(file) || isReadable(file)) return;
  const base = `${file}.damaged-${stamp(now())}`;
  let aside = base;
  for (let copy = 2; existsSync(aside); copy++) aside = `${base}-${copy}`;
  renameSync(file, aside);
  onTrouble({ key: 'settings-damaged', at: now(), values: { file: aside } });
}
