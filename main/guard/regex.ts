import { RE2JS } from 're2js';

/** Compiled expressions by pattern: rules are compiled anew at every edit, their expressions are not. */
const compiledBefore = new Map<string, ((text: string) => boolean) | null>();
const COMPILED_KEPT = 20_000;

/** Compiles a RE2 expression, or null where it is not one. Linear time: an owner's pattern cannot hang the guard. */
export function compileRegex(pattern: string): ((text: string) => boolean) | null {
  const before = compiledBefore.get(pattern);
  if (before !== undefined) return before;
  if (compiledBefore.size >= COMPILED_KEPT) compiledBefore.clear();
  const compiled = compileAnew(pattern);
  compiledBefore.set(pattern, compiled);
  return compiled;
}

function compileAnew(pattern: string): ((text: string) => boolean) | null {
  try {
    const compiled = RE2JS.compile(pattern);
    return text => compiled.test(text);
  } catch {
    return null;
  }
}

/**
 * The longest run of digits that every match must contain, or '' where none is certain; `anchored`: at the very
 * beginning; `all`: every such run.
 * Reads top-level digits only and gives up on anything it is not sure of, since a wrong answer would silence a rule.
 */
export function requiredDigits(pattern: string): { digits: string; anchored: boolean; all: string[] } {
  const none = { digits: '', anchored: false, all: [] };
  if (pattern.includes('|') || /\\[^dDsSwWb.+*?()^$-]/.test(pattern) || pattern.includes('(?')) return none;
  let best = { digits: '', anchored: false };
  const all: string[] = [];
  let run = '';
  let start = 0;
  let depth = 0;
  let inClass = false;
  const close = (): void => {
    if (run !== '') all.push(run);
    if (run.length > best.digits.length)
      best = { digits: run, anchored: start === 1 && pattern.startsWith('^') };
    run = '';
  };
  for (let at = 0; at < pattern.length; at++) {
    const letter = pattern[at] ?? '';
    if (letter === '\\') {
      close();
      at++;
    } else if (inClass) {
      inClass = letter !== ']';
    } else if (letter === '[') {
      close();
      inClass = true;
      // In [] and [^] a first ']' is a plain one.
      if (pattern[at + 1] === '^') at++;
      if (pattern[at + 1] === ']') at++;
    } else if (letter === '(' || letter === ')') {
      close();
      depth += letter === '(' ? 1 : -1;
    } else if (letter === '{') {
      run = run.slice(0, -1);
      close();
      at = Math.max(at, pattern.indexOf('}', at));
    } else if (letter === '*' || letter === '?') {
      run = run.slice(0, -1);
      close();
    } else if (/\d/.test(letter) && depth === 0) {
      if (run === '') start = at;
      run += letter;
    } else close();
  }
  close();
  return { ...best, all };
}

/**
 * Does every match need something that is no digit, such as the dash in '02-312'? Says no where it cannot be sure.
 * Callers are compared by their digits alone.
 */
export function needsMoreThanDigits(pattern: string): boolean {
  if (/[|\\[(]/.test(pattern)) return false;
  return /[^\d.^$*+?{},](?![*?{])/.test(pattern);
}
