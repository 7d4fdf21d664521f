/** 15 digits (the longest number of E.164) behind a leading digit still fit a double exactly. */
const longest = 15;

/** A number as an integer that keeps its leading zeros: '02' → 102, '+44' → 244. null if it is too long or has other signs. */
export function packedDigits(digits: string): number | null {
  const [, plus, bare = ''] = /^(\+?)(\d+)$/.exec(digits) ?? [];
  if (bare === '' || bare.length > longest) return null;
  return Number((plus === '' ? '1' : '2') + bare);
}

export function unpackedDigits(packed: number): string {
  const text = String(packed);
  return (text.startsWith('2') ? '+' : '') + text.slice(1);
}
