/**
 * A pattern with `*` (any run, also none) and `?` (one character), matched over the whole text.
 * Greedy without backtracking into earlier stars, so at most pattern × text steps whatever is written.
 */
export function compileGlob(pattern: string): (text: string) => boolean {
  const squeezed = pattern.replace(/\*+/g, '*');
  return text => matches(squeezed, text);
}

function matches(pattern: string, text: string): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let resume = 0;
  while (t < text.length) {
    const wanted = pattern.charCodeAt(p);
    if (p < pattern.length && wanted === STAR) {
      star = p++;
      resume = t;
    } else if (p < pattern.length && (wanted === ANY || wanted === text.charCodeAt(t))) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++resume;
    } else return false;
  }
  while (p < pattern.length && pattern.charCodeAt(p) === STAR) p++;
  return p === pattern.length;
}

const STAR = 0x2a;
const ANY = 0x3f;

/** The longest run of plain characters in a pattern: what every text that matches must contain. */
export function longestLiteral(pattern: string): string {
  return pattern.split(/[*?]+/).reduce((longest, run) => (run.length > longest.length ? run : longest), '');
}

/** The plain characters that a pattern begins with. */
export function leadingLiteral(pattern: string): string {
  return /^[^*?]*/.exec(pattern)?.[0] ?? '';
}
