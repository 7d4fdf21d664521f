import { item, notUnderstood } from './item.ts';
import { numbersIn } from './numbers-in.ts';
import type { ImportItem } from './item.ts';

/** A longer line says nothing about a number. */
const longestLine = 64 * 1024;

/** Lines of a text in pieces. */
export function* linesOf(text: Iterable<string>): Generator<{ line: number; text: string }> {
  let line = 1;
  let rest = '';
  for (const piece of text) {
    const buffer = rest + piece;
    let at = 0;
    for (let end = buffer.indexOf('\n'); end !== -1; end = buffer.indexOf('\n', at)) {
      yield { line: line++, text: buffer.slice(at, end).replace(/\r$/, '') };
      at = end + 1;
    }
    rest = buffer.slice(at).slice(0, longestLine);
  }
  if (rest !== '') yield { line, text: rest };
}

/** A number, perhaps with a `*`, then perhaps words about it. */
const numberThenWords = /^(\+?[\d０-９][\d０-９()\-.‐-―－ ]*\*?)(?:[\s,;#|]+(.*))?$/;
const wordsThenNumber = /^(.*?\S)[\s,:;|]+(\+?\d[\d()\-. ]*\*?)$/;

/** One number a line, with a name before or after it; '#' and '//' begin comments. */
export function* textItems(text: Iterable<string>): Generator<ImportItem> {
  for (const { line, text: whole } of linesOf(text)) {
    const written = whole.trim();
    if (written === '' || /^(#|\/\/)/.test(written)) continue;
    const several = numbersIn(written);
    if (several.length > 1) {
      for (const number of several) yield item(line, { number });
      continue;
    }
    const first = numberThenWords.exec(written);
    const last = first ? null : wordsThenNumber.exec(written);
    if (first)
      yield item(line, { number: first[1]?.trim() ?? '', name: first[2]?.replace(/^#\s*/, '') ?? '' });
    else if (last) yield item(line, { number: last[2] ?? '', name: last[1] ?? '' });
    else {
      const [number = ''] = several;
      const name = written
        .replace(number, '')
        .replace(/[()[\]]/g, ' ')
        .trim();
      yield number === written ? notUnderstood(line, written, 'not-a-number') : item(line, { number, name });
    }
  }
}
