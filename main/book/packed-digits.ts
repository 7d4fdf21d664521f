/** 15 digits (the longest number of E.164) behind a leading 1 still fit a double exactly. */
const longest = 15;

/** A number as an integer that keeps its leading zeros: '02' → 102. null if it is too long or not only digits. */
export function packedDigits(digits: string): number | null {
  return digits.length <= longest && /^\d+$/.test(digits) ? Number(`1${digits}`) : null;
}

export function unpackedDigits(packed: number): string {
  return String(packed).slice(1);
}
