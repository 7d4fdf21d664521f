import { Settings } from '../../shared/settings.ts';
import { nudge } from '../single.ts';
import { printLine, UsageError } from './command.ts';
import type { Command } from './command.ts';
import { readOptions } from './options.ts';
import { storedSettings } from './stored-book.ts';

/** How the guard keeps watch, said or changed; a Ringfence that runs on the same data follows at once. */
export const mode: Command = {
  usage: 'mode [normal | watch | contacts | night [--from HH:MM --to HH:MM]] [--data DIR]',
  async run(args) {
    const { values, positionals } = readOptions(args, {
      data: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
    });
    const { settings, folder } = storedSettings(values.data);
    const before = settings.get();
    const wanted = Settings.pick({ mode: true, night: true }).safeParse({
      mode: positionals[0] ?? before.mode,
      night: { from: values.from ?? before.night.from, to: values.to ?? before.night.to },
    });
    if (!wanted.success || positionals.length > 1) throw new UsageError(`usage: ${mode.usage}`);
    if (positionals.length > 0 || values.from !== undefined || values.to !== undefined) {
      settings.change(wanted.data);
      await nudge(folder);
    }
    printLine(wanted.data);
    return 0;
  },
};
