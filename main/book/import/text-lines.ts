import { item, notUnderstood } from './item.ts';
import type { ImportItem } from './item.ts';
import { numberPattern } from './pattern.ts';

export function* linesOf(text: string): Generator<{ line: number; text: string }> {
  let line = 1;
  let at = text.startsWith('\ufeff') ? 1 : 0;
  while (at < text.length) {
    const found = text.indexOf('\n', at);
    const end = found === -1 ? text.length : found;
    yield { line: line++, text: text.slice(at, end).replace(/\r$/, '') };
    at = end + 1;
  }
}

/** A number, perhaps with a `*`, then perhaps words about it. */
const numberThenWords = /^(\+?[\d０-９][\d０-９()\-.‐-―－ ]*\*?)(?:[\s,;#|]+(.*))?$/;
const wordsThenNumber = /^(.*?\S)[\s,:;|]+(\+?\d[\d()\-. ]*\*?)$/;

/** One number a line, with a name before or after it; '#' and '//' begin comments. */
export function* textItems(text: string): Generator<ImportItem> {
  for (const { line, text: whole } of linesOf(text)) {
    const written = whole.trim();
    if (written === '' || /^(#|\/\/)/.test(written)) continue;
    const first = numberThenWords.exec(written);
    const last = first ? null : wordsThenNumber.exec(written);
    if (first)
      yield item(line, { number: first[1]?.trim() ?? '', name: first[2]?.replace(/^#\s*/, '') ?? '' });
    else if (last) yield item(line, { number: last[2] ?? '', name: last[1] ?? '' });
    else yield notUnderstood(line, written, 'not-a-number');
  }
}

/** Does it look like ncidd.blacklist or ncidd.whitelist? */
export function isNcid(text: string): boolean {
  return (
    /^[^#\n]*#=/m.test(text) ||
    /ncidd?\.(black|white)list/.test(text) ||
    /^\s*("?\^|"[^"\n]+"\s*$)/m.test(text)
  );
}

/**
 * NCID's block and allow lists: expressions, quoted or not, several to a line; '#=' gives the name.
 * Source: ncidd.blacklist(5). Expressions about names have no place in a list of numbers.
 */
export function* ncidItems(text: string): Generator<ImportItem> {
  const action = /ncidd\.whitelist/.test(text) && !/ncidd\.blacklist/.test(text) ? 'allow' : 'block';
  for (const { line, text: whole } of linesOf(text)) {
    const [, expressions = '', comment = ''] = /^((?:"[^"]*"|[^#"])*)(#.*)?$/.exec(whole) ?? [];
    const name = comment.startsWith('#=') ? comment.slice(2).trim() : '';
    for (const [, quoted, bare] of expressions.matchAll(/"([^"]*)"|(\S+)/g)) {
      const expression = quoted ?? bare ?? '';
      const pattern = numberPattern(expression, false);
      if (pattern) yield item(line, { ...pattern, name, action });
      else yield notUnderstood(line, expression, 'pattern');
    }
  }
}
