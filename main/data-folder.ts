import { mkdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** Where everything that Ringfence remembers lives: RINGFENCE_DATA, else the platform's place for an app's data. */
export function dataFolder(env: NodeJS.ProcessEnv = process.env, platform = process.platform): string {
  const own = env['RINGFENCE_DATA'];
  if (own) return own;
  switch (platform) {
    case 'win32':
      return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Ringfence');
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', 'Ringfence');
    default:
      return join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'ringfence');
  }
}

/** Makes the folder where it is not there; returns what the system says if it cannot. */
export function makeFolder(folder: string): string | null {
  try {
    makeWithParents(resolve(folder));
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Node's own recursive mkdir never returns where a parent is there but takes no folders (/proc). */
function makeWithParents(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  if (dirname(folder) !== folder) makeWithParents(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}
