import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../shared/settings.ts';

/** The owner's own recording, in the data folder. */
export const ownNotice = 'notice.wav';

/** The recording that a refused caller hears; the built-in Korean one where the owner's own is not there. */
export function noticeFile(notice: Settings['notice'], dataFolder: string): string {
  const own = join(dataFolder, ownNotice);
  if (notice === 'own' && existsSync(own)) return own;
  const name = `${notice === 'own' ? 'ko' : notice}.wav`;
  // The page brings the built-in ones, so that they can be listened to; from source they lie where it is built from.
  const places = [join('..', 'renderer', 'notices'), join('..', 'renderer', 'public', 'notices')];
  const found = places.map(place => join(import.meta.dirname, place, name)).find(path => existsSync(path));
  return found ?? own;
}
