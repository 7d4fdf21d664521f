import { createCallFinder } from '../line/caller-id/decode-all.ts';
import { printLine, readerReady, stdinBytes } from './command.ts';
import type { Command } from './command.ts';
import { readOptions } from './options.ts';

/** The calls found in raw modem bytes, each as soon as it is sure that nothing more belongs to it. */
export const decode: Command = {
  usage: 'decode                       the calls in raw modem bytes on stdin',
  async run(args) {
    readOptions(args, {}, 0);
    const finder = createCallFinder();
    for await (const bytes of stdinBytes()) {
      for (const call of finder.push(bytes)) printLine(call);
      await readerReady();
    }
    for (const call of finder.flush()) printLine(call);
    return 0;
  },
};
