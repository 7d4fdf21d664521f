import { createWords, languageOf } from '../../shared/messages/words.ts';
import { dataFolder, makeFolder } from '../data-folder.ts';
import { parseAddress } from '../line/port.ts';
import { startRingfence } from '../ringfence.ts';
import { onEnd } from '../ending.ts';
import { holdFolder } from '../single.ts';
import { createOnce, lineLine, troubleLine } from '../terminal.ts';
import { callRecord } from './call-record.ts';
import { printLine, UsageError } from './command.ts';
import type { Command } from './command.ts';
import { readOptions } from './options.ts';
import { systemLanguage, words } from './stored-book.ts';

/** The guard alone, without a page. Each call is a JSON line when it is over; the line's state is told on stderr. */
export const watch: Command = {
  usage:
    'watch [--line LINE …] [--data DIR]                  the guard alone, without a page; each call a line',
  async run(args) {
    const { values } = readOptions(
      args,
      {
        line: { type: 'string', multiple: true },
        data: { type: 'string' },
      },
      0,
    );
    for (const line of values.line ?? [])
      if (!parseAddress(line)) throw new UsageError(words('console.unknown-line', { line }));
    const folder = values.data ?? dataFolder();
    const problem = makeFolder(folder);
    if (problem !== null) throw new UsageError(words('console.unwritable', { folder, error: problem }));
    const hold = await holdFolder(folder);
    if ('running' in hold) {
      const { pid, address } = hold.running;
      throw new UsageError(
        address ? words('console.running', { address }) : words('console.running.no-page', { pid }),
      );
    }
    const ringfence = await startRingfence({
      dataFolder: folder,
      door: 'headless',
      ...(values.line ? { lines: values.line } : {}),
    });
    hold.onNudge(() => ringfence.reload());
    const spoken = createWords(languageOf(ringfence.house.settings().language, systemLanguage));
    const isNew = createOnce();
    const lines = () => ringfence.house.status().lines;
    ringfence.house.listen(event => {
      if (event.type === 'call' && event.call.state === 'ended' && isNew(event.call.id))
        printLine(callRecord(event.call));
      if (event.type === 'line') console.error(lineLine(event.status, spoken, lines().length));
      if (event.type === 'trouble') console.error(troubleLine(event.trouble, spoken));
    });
    // What was found while starting, before anyone listened.
    for (const trouble of ringfence.house.status().troubles) console.error(troubleLine(trouble, spoken));
    for (const status of lines()) console.error(lineLine(status, spoken, lines().length));
    await new Promise<void>(onEnd);
    await ringfence.stop();
    hold.release();
    return 0;
  },
};
