import { readdir, readFile, readlink, realpath } from 'node:fs/promises';

/**
 * The name of another program that has this device open; null where none is seen. A second reader takes bytes away without a
 * trace, and root can open a port whatever its lock. Linux only, and only programs whose files may be looked at.
 */
export async function otherHolder(path: string): Promise<string | null> {
  if (process.platform !== 'linux' || !path.startsWith('/')) return null;
  const device = await quietly(() => realpath(path));
  if (device === null) return null;
  const programs = ((await quietly(() => readdir('/proc'))) ?? []).filter(
    name => /^\d+$/.test(name) && Number(name) !== process.pid,
  );
  for (const id of programs) {
    const files = await openFiles(`/proc/${id}/fd`);
    // Who made a pseudo-terminal holds both of its ends: that is the device itself.
    if (!files.includes(device) || files.some(file => file.endsWith('/ptmx'))) continue;
    return ((await quietly(() => readFile(`/proc/${id}/comm`, 'utf8'))) ?? id).trim();
  }
  return null;
}

async function openFiles(folder: string): Promise<string[]> {
  const names = (await quietly(() => readdir(folder))) ?? [];
  const files = await Promise.all(names.map(name => quietly(() => readlink(`${folder}/${name}`))));
  return files.filter(file => file !== null);
}

/** Programs come and go while they are looked at, and most are not ours to look at. */
async function quietly<T>(look: () => Promise<T>): Promise<T | null> {
  try {
    return await look();
  } catch {
    return null;
  }
}
