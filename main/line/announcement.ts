import type { CallerId } from '../../shared/call.ts';

/** How much a caller ID says: 0 nothing yet, 1 withheld, 2 a doubtful number, 3 a number; a name adds a half. */
export function rank(callerId: CallerId | null): number {
  if (!callerId) return 0;
  const name = callerId.name === null ? 0 : 0.5;
  if (callerId.number !== null) return (callerId.checksum === false ? 2 : 3) + name;
  return callerId.withheld === null ? 0 : 1 + name;
}

/**
 * Puts two announcements of one call together: a number once seen is kept (a second report of `O` erases nothing),
 * a sound number replaces a doubtful one, and what was missing is filled in.
 */
export function mergeCallerId(known: CallerId | null, more: CallerId): CallerId {
  if (!known) return more;
  const better =
    more.number !== null && (known.number === null || (known.checksum === false && more.checksum !== false));
  const lead = better ? more : known;
  const rest = better ? known : more;
  return {
    number: lead.number ?? rest.number,
    name: lead.name ?? rest.name,
    date: lead.date ?? rest.date,
    time: lead.time ?? rest.time,
    withheld: lead.number === null ? (lead.withheld ?? rest.withheld) : null,
    checksum: lead.number === null && lead.checksum === null ? rest.checksum : lead.checksum,
  };
}

const digitsOf = (number: string): string => number.replace(/\D/g, '');

/** The same number, perhaps with and without its area code. */
export function sameNumber(one: string, other: string): boolean {
  const [a, b] = [digitsOf(one), digitsOf(other)];
  if (a === b) return a !== '' || one === other;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 6 && long.endsWith(short);
}

export const sameCallerId = (one: CallerId | null, other: CallerId): boolean =>
  one !== null &&
  one.number === other.number &&
  one.name === other.name &&
  one.date === other.date &&
  one.time === other.time &&
  one.withheld === other.withheld &&
  one.checksum === other.checksum;
