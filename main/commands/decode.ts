import { decodeAll } from '../line/caller-id/decode-all.ts';
import { printLine, readStdin } from './command.ts';
import type { Command } from './command.ts';

/** The calls found in raw modem bytes. */
export const decode: Command = {
  usage: 'decode                       the calls in raw modem bytes on stdin',
  async run() {
    for (const call of decodeAll(await readStdin())) printLine(call);
    return 0;
  },
};
