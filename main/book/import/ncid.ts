import type { Action } from '../../../shared/call.ts';
import { item, notUnderstood } from './item.ts';
import type { ImportItem } from './item.ts';
import { numberPattern } from './pattern.ts';
import { linesOf } from './text-lines.ts';

/** Does it look like ncidd.blacklist, ncidd.whitelist or ncidd.alias? */
export function isNcid(head: string): boolean {
  return (
    /^[^#\n]*#=/m.test(head) ||
    /ncidd?\.(black|white|grey)list|ncidd\.alias/.test(head) ||
    /^\s*alias\s+(NAME|NMBR|LINE|")/m.test(head) ||
    /^\s*("?\^|"[^"\n,;]+"\s*$)/m.test(head)
  );
}

const lists: readonly { named: RegExp; action: Action }[] = [
  { named: /blacklist/, action: 'block' },
  { named: /whitelist/, action: 'allow' },
  { named: /greylist/, action: 'flag' },
];

/** `alias NAME * = "Clinic" if "023123456"`: a name for a number. */
const nameOfNumber = /^\s*alias\s+NAME\s+.*?=\s*"?([^"]*?)"?\s+if\s+"?([^"#]*?)"?\s*(?:#.*)?$/;

/** Expressions, and what is said behind them. */
function partsOf(line: string): { expressions: string; comment: string } {
  const [, expressions = '', comment = ''] = /^((?:"[^"]*"|'[^']*'|[^#"'])*)(#.*)?$/.exec(line) ?? ['', line];
  return { expressions, comment };
}

function* aliasItem(line: number, written: string): Generator<ImportItem> {
  const [, name = '', number = ''] = nameOfNumber.exec(written) ?? [];
  const pattern = numberPattern(number, false);
  if (pattern) yield item(line, { ...pattern, name });
  // A name for a name, a line or another number.
  else yield notUnderstood(line, written, 'pattern');
}

/**
 * NCID's block, allow and alias lists: expressions, quoted or not, several to a line; '#=' gives the name.
 * Sources: ncidd.blacklist(5), ncidd.alias(5). Expressions about names have no place in a list of numbers.
 * @param file what the file is called, which tells whom it allows where nothing in it does
 */
export function* ncidItems(text: Iterable<string>, file = ''): Generator<ImportItem> {
  let action = lists.find(({ named }) => named.test(file))?.action ?? null;
  for (const { line, text: whole } of linesOf(text)) {
    if (/^\s*alias\s/.test(whole)) {
      yield* aliasItem(line, whole);
      continue;
    }
    const { expressions, comment } = partsOf(whole);
    action ??= lists.find(({ named }) => named.test(comment))?.action ?? null;
    const name = comment.startsWith('#=') ? comment.slice(2).trim() : '';
    const note = name === '' ? comment.replace(/^#+\s*/, '').trim() : '';
    for (const [, quoted, single, bare] of expressions.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)) {
      const expression = quoted ?? single ?? bare ?? '';
      const pattern = numberPattern(expression, false);
      if (pattern) yield item(line, { ...pattern, name, note, action: action ?? 'block' });
      else yield notUnderstood(line, expression, 'pattern');
    }
  }
}
