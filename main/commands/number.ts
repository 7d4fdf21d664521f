import { numberRecord } from '../../shared/number-plan/number-record.ts';
import { printLine, readerReady, stdinLines } from './command.ts';
import type { Command } from './command.ts';
import { readOptions } from './options.ts';

/** What each number is: class, display form, region or country. */
export const number: Command = {
  usage: 'number [NUMBER …]            what each number is; one per line on stdin when none is given',
  async run(args) {
    // A number may begin with a dash; what begins as options do is a slip.
    readOptions(
      args.filter(arg => /^--[a-z]/i.test(arg)),
      {},
    );
    if (args.length > 0) {
      for (const input of args) printLine(numberRecord(input));
      return 0;
    }
    for await (const line of stdinLines()) {
      printLine(numberRecord(line));
      await readerReady();
    }
    return 0;
  },
};
