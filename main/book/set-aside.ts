import { existsSync, renameSync } from 'node:fs';
import { stamp } from '../../shared/stamp.ts';

/** What SQLite keeps beside the file; they belong to it and move with it. */
const companions = ['', '-wal', '-shm', '-journal'];

/** Moves a damaged database out of the way, never over another file; returns its new path. */
export function setAside(file: string, nowMs: number): string {
  const base = `${file}.damaged-${stamp(nowMs)}`;
  let aside = base;
  for (let copy = 2; companions.some(ending => existsSync(aside + ending)); copy++) aside = `${base}-${copy}`;
  for (const ending of companions) {
    if (existsSync(file + ending)) renameSync(file + ending, aside + ending);
  }
  return aside;
}
