import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Action } from '../../shared/call.ts';
import { NumberListDraft } from '../../shared/history.ts';
import { importOwnJson } from '../book/import-own.ts';
import { importContacts, importRules } from '../book/import/into-book.ts';
import { entriesOf, previewImport } from '../book/import/preview.ts';
import { readFile } from '../book/import/read-file.ts';
import { nudge } from '../single.ts';
import { printLine, UsageError } from './command.ts';
import type { Command } from './command.ts';
import { readOptions } from './options.ts';
import { storedBook } from './stored-book.ts';

const country = 'KR';
const destinations = ['preview', 'rules', 'contacts', 'list'];

/** Files of other blockers, address books, spreadsheets, and Ringfence's own export. */
export const importCommand: Command = {
  usage:
    'import FILE [--as preview|rules|contacts|list] [--name LIST] [--action allow|flag|block] [--data DIR]',
  async run(args) {
    const { values, positionals } = readOptions(args, {
      data: { type: 'string' },
      as: { type: 'string', default: 'preview' },
      name: { type: 'string' },
      action: { type: 'string', default: 'block' },
    });
    const [file] = positionals;
    const action = Action.safeParse(values.action);
    if (file === undefined || !action.success || !destinations.includes(values.as))
      throw new UsageError(`usage: ${importCommand.usage}`);
    const bytes = readFileSync(file);
    const book = storedBook(values.data, 'make');
    try {
      if (isOwnExport(bytes)) {
        printLine(await importOwnJson(book, bytes.toString('utf8')));
      } else {
        const read = readFile(bytes, basename(file));
        const entries = entriesOf(read.items);
        const log = book.changes;
        switch (values.as) {
          case 'rules':
            printLine(importRules({ rules: book.rules, log, country }, entries, action.data));
            break;
          case 'contacts':
            printLine(importContacts({ contacts: book.contacts, log, country }, entries));
            break;
          case 'list': {
            const name = values.name ?? basename(file);
            const known = book.lists.list().find(list => list.name === name);
            const list = known ?? book.lists.add(NumberListDraft.parse({ name, action: action.data })).list;
            printLine({ list: list.id, ...(await book.lists.fill(list.id, entries, 'add')) });
            break;
          }
          default:
            printLine(await previewImport(read, { country }));
            return 0;
        }
      }
    } finally {
      book.close();
    }
    await nudge(book.folder);
    return 0;
  },
};

function isOwnExport(bytes: Buffer): boolean {
  return /^\ufeff?\{"format":"ringfence/.test(bytes.subarray(0, 200).toString('utf8'));
}
