/** Values up to this length are read whole; larger ones are gone into. */
const wholeLength = 64 * 1024;
/** Elements of a large array that are handed on together. */
const togetherLength = 16 * 1024;
const mostTogether = 100;

const spaces = /\s*/y;
const scalar = /[^\s,\]}]+/y;
const stringEnd = /(?:[^"\\]|\\[^])*"/y;

/** Every comma before a closing bracket is dropped: people write them, and callblocker's own files have them. */
export function parseLoosely(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return JSON.parse(text.replace(/("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])/g, '$1'));
  }
}

/** Where in the document a value stands: the fields that lead to it, and the plain ones met beside them. */
interface Place {
  around: Place | null;
  /** null: within an array. */
  field: string | null;
  beside: Record<string, unknown>;
}

function wrapped(value: unknown, place: Place | null): unknown {
  if (!place) return value;
  const whole = place.field === null ? [value] : { ...place.beside, [place.field]: value };
  return wrapped(whole, place.around);
}

/**
 * A JSON document of any size as many small ones of its shape: each holds some of the elements of one large array,
 * under the same fields and beside the plain fields that came before. A small document is one of its own.
 * Throws a SyntaxError where it is none.
 */
export function* jsonPieces(text: Iterable<string>): Generator {
  const pieces = text[Symbol.iterator]();
  let buffer = '';
  let at = 0;
  let ended = false;

  /** At least as much again as is there: what is looked at anew is then never more than all of it. */
  function more(): boolean {
    const parts = [buffer.slice(at)];
    let length = 0;
    while (length <= buffer.length - at) {
      const next = pieces.next();
      if (next.done) {
        ended = true;
        break;
      }
      parts.push(next.value);
      length += next.value.length;
    }
    buffer = parts.join('');
    at = 0;
    return length > 0;
  }

  /** The next character that means something, '' at the end. */
  function peek(): string {
    do {
      spaces.lastIndex = at;
      spaces.test(buffer);
      at = spaces.lastIndex;
      if (at < buffer.length) return buffer.charAt(at);
    } while (more());
    return '';
  }

  /** Where the value that begins here ends; null: it is long. */
  function endOfValue(): number | null {
    for (;;) {
      const end = endWithin();
      if (end !== null) return end;
      if (buffer.length - at > wholeLength) return null;
      if (!more()) return ended && buffer.length > at ? endWithin() : null;
    }
  }

  function endWithin(): number | null {
    let depth = 0;
    let here = at;
    while (here < buffer.length) {
      const sign = buffer.charCodeAt(here);
      if (sign === 0x22) {
        stringEnd.lastIndex = here + 1;
        if (!stringEnd.test(buffer)) return null;
        here = stringEnd.lastIndex;
        if (depth === 0) return here;
      } else if (sign === 0x7b || sign === 0x5b) {
        depth++;
        here++;
      } else if (sign === 0x7d || sign === 0x5d) {
        here++;
        if (--depth <= 0) return here;
      } else if (depth === 0) {
        scalar.lastIndex = here;
        if (!scalar.test(buffer)) return null;
        // A number may go on behind what is there.
        return scalar.lastIndex < buffer.length || ended ? scalar.lastIndex : null;
      } else here++;
    }
    return null;
  }

  function expect(sign: string): void {
    if (peek() !== sign) throw new SyntaxError(`Expected ${sign}`);
    at++;
  }

  function takeWhole(end: number): unknown {
    const value = parseLoosely(buffer.slice(at, end));
    at = end;
    return value;
  }

  function* arrayOf(place: Place): Generator {
    let elements: unknown[] = [];
    let length = 0;
    expect('[');
    while (peek() !== ']') {
      const end = endOfValue();
      if (end === null) {
        if (elements.length > 0) yield wrapped(elements, place.around);
        elements = [];
        yield* large(place);
      } else {
        length += end - at;
        elements.push(takeWhole(end));
        if (length > togetherLength) {
          yield wrapped(elements, place.around);
          elements = [];
          length = 0;
        }
      }
      if (peek() !== ']') expect(',');
    }
    at++;
    if (elements.length > 0) yield wrapped(elements, place.around);
  }

  function* objectOf(around: Place | null): Generator {
    const place: Place = { around, field: '', beside: {} };
    let length = 0;
    expect('{');
    while (peek() !== '}') {
      const end = peek() === '"' ? endOfValue() : null;
      if (end === null) throw new SyntaxError('Expected a field');
      place.field = String(takeWhole(end));
      expect(':');
      peek();
      const valueEnd = endOfValue();
      if (valueEnd === null) yield* large(place);
      else {
        const value = takeWhole(valueEnd);
        if (typeof value === 'object' && value !== null) yield wrapped(value, place);
        else {
          place.beside[place.field] = value;
          if (++length % mostTogether === 0) {
            yield wrapped(place.beside, around);
            place.beside = {};
          }
        }
      }
      if (peek() !== '}') expect(',');
    }
    at++;
    if (Object.keys(place.beside).length > 0) yield wrapped(place.beside, around);
  }

  function* large(place: Place | null): Generator {
    if (peek() === '{') yield* objectOf(place);
    else if (peek() === '[') yield* arrayOf({ around: place, field: null, beside: {} });
    else throw new SyntaxError('Broken off');
  }

  /** JSON lines: one value behind another, as if they were in an array. */
  function* behind(): Generator {
    let values: unknown[] = [];
    while (peek() !== '') {
      const end = endOfValue();
      if (end === null) throw new SyntaxError('Broken off');
      values.push(takeWhole(end));
      if (values.length < mostTogether) continue;
      yield values;
      values = [];
    }
    if (values.length > 0) yield values;
  }

  peek();
  const end = endOfValue();
  if (end === null) yield* large(null);
  else yield takeWhole(end);
  yield* behind();
}
