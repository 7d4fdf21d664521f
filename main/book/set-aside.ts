import { existsSync, renameSync } from 'node:fs';
import { stamp } from '../../shared/stamp.ts';

/** What SQLite keeps beside the file; they belong to it and move with it. */
const companions = ['', '-wal', '-shm', '-journal'];

/** Moves a database out of the way, never over another file; returns its new path. */
export function setAside(file: string, why: 'damaged' | 'replaced', nowMs: number): string {
  const aside = freeName(file, why, nowMs);
  for (const ending of companions) {
    if (existsSync(file + ending)) renameSync(file + ending, aside + ending);
  }
  return aside;
}

/** A name beside the file that nothing has yet. */
export function freeName(file: string, why: 'damaged' | 'replaced' | 'apart', nowMs: number): string {
  const base = `${file}.${why}-${stamp(nowMs)}`;
  let free = base;
  for (let copy = 2; companions.some(ending => existsSync(free + ending)); copy++) free = `${base}-${copy}`;
  return free;
}
