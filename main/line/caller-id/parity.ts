/**
 * Modems set to 7 data bits and parity, read with 8 and none, give letters whose top bit is the parity. A line is taken
 * for one of those if all of its bytes keep to one kind of parity: text in Korean or UTF-8 does not, by its ASCII part.
 */
const parities: readonly ((byte: number) => boolean)[] = [
  byte => onesOf(byte) % 2 === 0,
  byte => onesOf(byte) % 2 === 1,
  byte => byte >= 0x80,
];

function onesOf(byte: number): number {
  let ones = 0;
  for (let rest = byte; rest > 0; rest >>= 1) ones += rest & 1;
  return ones;
}

/** Has this line parity bits? */
export function hasParity(line: readonly number[]): boolean {
  return line.some(byte => byte >= 0x80) && parities.some(keeps => line.every(keeps));
}

/** The line's bytes without their parity bits. */
export function withoutParity(line: readonly number[]): number[] {
  return line.map(byte => byte & 0x7f);
}
