import type { ImportPreview } from '../../shared/history.ts';
import type { ImportWish } from '../../shared/import.ts';
import type { ImportAim } from './import-dialog.tsx';

/** More than these, and a list is easier to live with than a rule for each. */
const manyRules = 50;

/** Where a file most likely goes: where the owner came from, unless the file says better. */
export function firstWish(aim: ImportAim, preview: ImportPreview, fileName: string): ImportWish {
  return {
    as: targetOf(aim, preview),
    action: aim.action ?? 'block',
    listId: aim.listId ?? null,
    listName:
      aim.listName ??
      fileName
        .replace(/\.[a-z0-9]{1,5}$/i, '')
        .trim()
        .slice(0, 200),
    mode: 'add',
  };
}

function targetOf(aim: ImportAim, { own, format, count }: ImportPreview): ImportWish['as'] {
  if (own !== null) return 'own';
  // Nobody refuses an address book: unless a certain list was meant, it goes to the contacts.
  if (format === 'vcf' && aim.listId === undefined && aim.listName === undefined) return 'contacts';
  return aim.as === 'rules' && count > manyRules ? 'list' : aim.as;
}
