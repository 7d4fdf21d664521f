/**
 * Code page 949: EUC-KR (KS X 1001) and, in the gaps between its pairs, the 8822 modern Hangul syllables that it lacks.
 * Node's `euc-kr` decoder knows the first only, without saying so, hence this one.
 */
const ksx1001 = new TextDecoder('euc-kr');

/** Second bytes of the added pairs: all of them before row 0xA1, only those below 0xA1 from there on. */
const trails = [...span(0x41, 0x5a), ...span(0x61, 0x7a), ...span(0x81, 0xfe)];
const ksRow = 0xa1;

function span(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

function pairKey(lead: number, trail: number): number {
  return (lead << 8) | trail;
}

/** The added syllables stand in Unicode order, so the table follows from which ones KS X 1001 has. */
function addedSyllables(): Map<number, string> {
  const common = new Set<string>();
  for (const lead of span(0xb0, 0xc8))
    for (const trail of span(0xa1, 0xfe)) common.add(ksx1001.decode(Uint8Array.of(lead, trail)));
  const pairs = span(0x81, 0xc6).flatMap(lead =>
    trails.filter(trail => lead < ksRow || trail < ksRow).map(trail => pairKey(lead, trail)),
  );
  const missing = span(0xac00, 0xd7a3)
    .map(code => String.fromCharCode(code))
    .filter(syllable => !common.has(syllable));
  return new Map(missing.map((syllable, at) => [pairs[at] ?? 0, syllable]));
}

let added: Map<number, string> | null = null;

function decodePair(lead: number, trail: number): string | null {
  if (lead < ksRow || trail < ksRow) {
    added ??= addedSyllables();
    return added.get(pairKey(lead, trail)) ?? null;
  }
  const letter = ksx1001.decode(Uint8Array.of(lead, trail));
  return letter.includes('\ufffd') ? null : letter;
}

/** Decodes text in code page 949; null: it is not valid. A first half of a pair at the end (a cut field) is left out. */
export function decodeCp949(data: Uint8Array): string | null {
  let text = '';
  for (let at = 0; at < data.length; at++) {
    const lead = data[at] ?? 0;
    if (lead < 0x80) {
      text += String.fromCharCode(lead);
      continue;
    }
    if (lead === 0x80) return null;
    const trail = data[++at];
    if (trail === undefined) return text;
    const letter = decodePair(lead, trail);
    if (letter === null) return null;
    text += letter;
  }
  return text;
}
