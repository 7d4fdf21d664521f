/** Where a caller's story is. The place it was opened from lies beneath it (`from` of the history's state). */
export function callerPath(caller: string): string {
  return `/caller/${encodeURIComponent(caller)}`;
}

const prefix = '/caller/';

/** The caller whose story a path shows; null where it shows none. */
export function callerOf(path: string): string | null {
  if (!path.startsWith(prefix) || path.length === prefix.length) return null;
  try {
    return decodeURIComponent(path.slice(prefix.length));
  } catch {
    return null;
  }
}
