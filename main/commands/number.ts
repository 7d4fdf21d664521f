import { createInterface } from 'node:readline';
import { numberRecord } from '../../shared/number-plan/number-record.ts';
import { printLine } from './command.ts';
import type { Command } from './command.ts';

/** What each number is: class, display form, region or country. */
export const number: Command = {
  usage: 'number [NUMBER …]            what each number is; one per line on stdin when none is given',
  async run(args) {
    if (args.length > 0) {
      for (const input of args) printLine(numberRecord(input));
      return 0;
    }
    for await (const line of createInterface({ input: process.stdin })) printLine(numberRecord(line));
    return 0;
  },
};
