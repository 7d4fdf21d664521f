import type { CallerId } from '../../../shared/call.ts';
import type { NameValue, NumberValue } from './values.ts';
import type { Withheld } from './withheld.ts';

/** A caller ID that says nothing. */
export const emptyCallerId: CallerId = {
  number: null,
  name: null,
  date: null,
  time: null,
  withheld: null,
  checksum: null,
};

/** What one line, packet or box frame tells of a caller; absent: it does not speak of it. */
export type CallerFields = {
  number?: NumberValue;
  /** The number to call back (DDN, MDMF 0x03 of some exchanges, complementary number): used where no other came. */
  dialable?: NumberValue;
  name?: NameValue;
  /** A reason that stands by itself ("WITHHELD", REASON=SECRET, MDMF 0x04). */
  withheld?: Withheld;
  date?: string | null;
  time?: string | null;
  checksum?: boolean | null;
};

/**
 * The caller ID that the fields make. `final`: no more fields come, so that a reason in the name field may now
 * speak for a number that never came.
 */
export function callerIdOf(fields: CallerFields, final: boolean): CallerId {
  const number = fields.number?.number ?? fields.dialable?.number ?? null;
  return {
    number,
    name: nameOf(fields, number, final),
    date: fields.date ?? null,
    time: fields.time ?? null,
    withheld: number === null ? withheldOf(fields, final) : null,
    checksum: fields.checksum ?? null,
  };
}

function nameOf(fields: CallerFields, number: string | null, final: boolean): string | null {
  const { name = null, reason = null } = fields.name ?? {};
  return reason !== null && number === null && final ? null : name;
}

function withheldOf(fields: CallerFields, final: boolean): CallerId['withheld'] {
  const reason = fields.name?.reason ?? null;
  const said = fields.number?.withheld ?? fields.withheld ?? fields.dialable?.withheld ?? null;
  if (said === null) return final ? (reason?.kind ?? null) : null;
  // "Restricted" and "Unavailable" together say that it is withheld, but not by whom.
  return said.soft && reason !== null && reason.kind !== said.kind ? null : said.kind;
}

/**
 * Puts a later caller ID of the same call to an earlier one. What is known is never erased: a number stays when a
 * second delivery says `O`, and a doubtful number gives way to the same delivery with a checksum that holds.
 */
export function mergeCallerId(before: CallerId, next: CallerId): CallerId {
  const takesNext =
    next.number !== null &&
    (before.number === null || (before.checksum === false && next.checksum !== false));
  const number = takesNext ? next.number : before.number;
  const same = before.number === next.number;
  return {
    number,
    name: (takesNext ? next.name : null) ?? before.name ?? next.name,
    date: before.date ?? next.date,
    time: before.time ?? next.time,
    withheld: number === null ? (before.withheld ?? next.withheld) : null,
    checksum: same
      ? betterChecksum(before.checksum, next.checksum)
      : takesNext
        ? next.checksum
        : before.checksum,
  };
}

function betterChecksum(a: boolean | null, b: boolean | null): boolean | null {
  return a === true || b === true ? true : (a ?? b);
}

/** Can these be deliveries of one call? Exchanges send an ID twice, and modems tear one into two. */
export function isSameCall(before: CallerId, next: CallerId): boolean {
  if (differ(before.date, next.date) || differ(before.time, next.time)) return false;
  const doubtful = before.checksum === false || next.checksum === false;
  const stamped = before.date !== null && before.time !== null && next.date !== null && next.time !== null;
  if (differ(before.number, next.number)) return doubtful && stamped;
  if (before.number === null && next.number === null) return !differ(before.withheld, next.withheld);
  const withheld = before.withheld ?? next.withheld;
  return withheld === null || withheld === 'unavailable' || stamped;
}

function differ(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a !== b;
}
