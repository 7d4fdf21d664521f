import { nudge } from '../single.ts';
import { printLine, UsageError } from './command.ts';
import type { Command } from './command.ts';
import { readOptions } from './options.ts';
import { storedSettings } from './stored-book.ts';

const usualMinutes = 30;
const minuteMs = 60_000;
const longestMinutes = 24 * 60;

/** Refuse nothing for a while; a Ringfence that runs on the same data follows at once. */
export const pause: Command = {
  usage: 'pause [MINUTES | off] [--data DIR]                  refuse nothing for a while',
  async run(args) {
    const { values, positionals } = readOptions(args, { data: { type: 'string' } });
    const [word = String(usualMinutes)] = positionals;
    const minutes = word === 'off' ? 0 : Number(word);
    if (!Number.isInteger(minutes) || minutes < 0 || minutes > longestMinutes)
      throw new UsageError(`usage: ${pause.usage}`);
    const { settings, folder } = storedSettings(values.data);
    const pausedUntil = minutes === 0 ? null : Date.now() + minutes * minuteMs;
    settings.change({ pausedUntil });
    printLine({ pausedUntil });
    await nudge(folder);
    return 0;
  },
};
