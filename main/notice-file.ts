import { existsSync } from 'node:fs';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { NoticeAbility, NoticeRefusal, NoticeVoice } from '../shared/notice.ts';
import type { Settings } from '../shared/settings.ts';
import type { Notice } from './api/notice.ts';
import { NotSaved } from './api/index.ts';
import type { VoiceEncoding } from './line/chips.ts';
import type { PhoneLine } from './line/line.ts';
import { decodeVoice, encodeVoice, resampleGently, voiceRate } from './line/sound.ts';
import { readWav, writeWav } from './line/wav.ts';

/** The owner's own recording, in the data folder: as a telephone carries it, whatever it was brought in as. */
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

export interface NoticeDeskParts {
  dataFolder: string;
  lines: () => readonly PhoneLine[];
  settings: () => Pick<Settings, 'notice'>;
  /** Another recording lies in its place, or none: the lines read it anew. */
  replaced: () => void;
  /** The owner's own is gone: another has to be chosen. */
  chooseBuiltIn: () => void;
}

/** No word is shorter, s. */
const shortestS = 0.5;
/** Nobody hears what is softer than this, of 1. */
const softest = 0.01;

/** The owner's recording, brought in, listened to and taken away. */
export function createNoticeDesk(parts: NoticeDeskParts): Notice {
  const own = join(parts.dataFolder, ownNotice);
  const fileOf = (voice: NoticeVoice): string | null => {
    if (voice !== 'own') return noticeFile(voice, parts.dataFolder);
    return existsSync(own) ? own : null;
  };

  return {
    async state() {
      return {
        own: await aboutOwn(own),
        lines: parts.lines().map(line => {
          const { path, modem } = line.status();
          return { line: line.spec, name: modem?.name ?? path ?? line.spec, ability: abilityOf(line) };
        }),
      };
    },

    async heard(voice) {
      const file = fileOf(voice);
      const reading = file === null ? null : readWav(await readFile(file));
      if (!reading?.ok) return null;
      const encoding = encodingOf(parts.lines());
      return writeWav(decodeVoice(encodeVoice(reading.sound, encoding), encoding));
    },

    async save(file) {
      const reading = readWav(file);
      if (!reading.ok) return { why: reading.why, kind: reading.kind };
      const { samples, rate } = reading.sound;
      if (samples.length < rate * shortestS) return { why: 'too-short', kind: null };
      if (!samples.some(sample => Math.abs(sample) > softest)) return { why: 'silent', kind: null };
      const spoken = writeWav({ samples: await resampleGently(reading.sound, voiceRate), rate: voiceRate });
      const refusal = await keep(own, spoken);
      if (!refusal) parts.replaced();
      return refusal;
    },

    async remove() {
      await rm(own, { force: true }).catch((error: unknown) => notSaved(error));
      if (parts.settings().notice === 'own') parts.chooseBuiltIn();
      parts.replaced();
    },
  };
}

/** Written beside, read back, and only then put in the place of the one before. */
async function keep(own: string, spoken: Uint8Array): Promise<NoticeRefusal | null> {
  const beside = `${own}.new`;
  try {
    const file = await open(beside, 'w');
    try {
      await file.writeFile(spoken);
      await file.sync();
    } finally {
      await file.close();
    }
    const again = readWav(await readFile(beside));
    if (!again.ok) return { why: again.why, kind: again.kind };
    await rename(beside, own);
    return null;
  } catch (error) {
    return notSaved(error);
  } finally {
    await rm(beside, { force: true });
  }
}

function notSaved(error: unknown): never {
  throw new NotSaved(error instanceof Error ? error.message : String(error), { cause: error });
}

async function aboutOwn(own: string): Promise<{ seconds: number; savedAt: number } | null> {
  try {
    const reading = readWav(await readFile(own));
    const { mtimeMs } = await stat(own);
    return reading.ok
      ? { seconds: reading.sound.samples.length / reading.sound.rate, savedAt: mtimeMs }
      : null;
  } catch {
    return null;
  }
}

/** Of several modems the first that speaks; without any, the plainest. */
function encodingOf(lines: readonly PhoneLine[]): VoiceEncoding {
  const ways = lines.flatMap(line => line.facts().modem?.voice ?? []);
  return ways[0]?.encoding ?? 'unsigned';
}

function abilityOf(line: PhoneLine): NoticeAbility {
  const { modem, notice } = line.facts();
  if (line.status().state === 'read-only') return 'looks-on';
  if (!modem) return 'unknown';
  if (modem.voice === null) return 'no-voice';
  if (notice.ready) return 'ready';
  return notice.problem === null || notice.problem === 'no-voice' ? 'unknown' : 'no-sound';
}
