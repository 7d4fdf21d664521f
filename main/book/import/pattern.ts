export interface NumberPattern {
  number: string;
  prefix: boolean;
}

/** Ways of writing "and anything after it" at the end of an expression. */
const openEnd = /(\.\*|\.\+|\\d\*|\\d\+|\[0-9\][*+]|\.\{\d*,?\d*\}|\\d\{\d*,?\d*\}|[*%])\$?$/;

/**
 * What an expression of another program says about numbers, where it is a plain number or a plain beginning:
 * '^1588' and '1588.*' begin with 1588, '^02-?123-?4567$' is one number. null for anything cleverer.
 * `whole`: the expression must match all of the number, as opposed to a part of it.
 */
export function numberPattern(expression: string, whole: boolean): NumberPattern | null {
  const trimmed = expression.trim();
  // Optional country codes and separators say nothing about which number it is.
  const plain = trimmed
    .replace(/^\^/, '')
    .replace(/^(\(?\\?\+?[1-9]\d?\)?\?|\[\+\]\?)/, '')
    .replace(/(\[- \]|\[ -\]|\\s|-|\\-| )[?*]/g, '')
    .replace(/\\([+\-. ])/g, '$1');
  const open = openEnd.test(plain);
  const number = plain.replace(openEnd, '').replace(/\$$/, '');
  if (!/^\+?[\d().\- ]*\d[\d().\- ]*$/.test(number)) return null;
  const anchored = trimmed.startsWith('^');
  const closed = /\$$/.test(trimmed) || (whole && !open);
  if (closed && !open) return { number, prefix: false };
  if (open || anchored) return { number, prefix: true };
  // A part of a number that is as long as a number is that number.
  return number.replace(/\D/g, '').length >= 7 ? { number, prefix: false } : null;
}
