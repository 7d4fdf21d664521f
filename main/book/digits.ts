/** A number in any writing as the digits by which it is compared: full-width forms folded, +82 read as the leading 0. */
export function digitsOf(written: string): string {
  const folded = written.normalize('NFKC').trim();
  const digits = folded.replace(/\D/g, '');
  if (folded.startsWith('+82') && digits.length > 2) return `0${digits.slice(2).replace(/^0/, '')}`;
  return digits;
}

/** Does the text look like a number, or a part of one, that somebody searches for? */
export function searchDigits(term: string): string | null {
  const folded = term.normalize('NFKC').trim();
  return /^\+?[\d\s().-]*\d[\d\s().-]*$/.test(folded) ? digitsOf(folded) : null;
}
