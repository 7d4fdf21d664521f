import type { NumberClass, PhoneNumber, WithheldKind } from '../number.ts';
import { areaOf, areas, unassignedArea } from './areas.ts';
import { longDistanceCode, representativePrefixes } from './carriers.ts';
import { matchPlan, planDisplay, representative, type PlanMatch } from './class-table.ts';
import { understandForeign } from './foreign.ts';
import { readInternational, writeAbroad } from './international.ts';
import type { NumberNote } from './notes.ts';
import { readDigits, tidy, type WrittenDigits } from './read-digits.ts';
import { specialLine } from './special-lines.ts';
import { withheldDisplay, withheldKindOf } from './withheld-words.ts';

export interface UnderstandOptions {
  /** ISO 3166-1 alpha-2 of the line; Korea if absent. */
  country?: string;
}

type Understood = Omit<PhoneNumber, 'raw'>;

/**
 * What a number received from the line is: its class, national digits and the way it is written.
 * Takes anything (null: no number came), never throws; what it does not understand is class 'invalid', shown as it came.
 */
export function understand(raw: string | null, options: UnderstandOptions = {}): PhoneNumber {
  const text = raw === null ? '' : tidy(raw);
  const withheld = text === '' ? 'unavailable' : withheldKindOf(text);
  if (withheld) return { raw: text, ...notShown(withheld) };
  const written = readDigits(text);
  if (!written) return { raw: text, ...invalid(text, '', ['letters']) };
  const country = (options.country ?? 'KR').toUpperCase();
  const understood = country === 'KR' ? understandKorean(written) : understandForeign(written, country);
  if (understood) return { raw: text, ...withNotes(understood, written.notes) };
  return {
    raw: text,
    ...invalid(text, written.digits, [...written.notes, ...oddities(written.digits, country)]),
  };
}

function notShown(kind: WithheldKind): Understood {
  return {
    class: kind === 'unavailable' ? 'unavailable' : 'withheld',
    digits: '',
    display: withheldDisplay[kind],
    valid: true,
    withheld: kind,
  };
}

function invalid(text: string, digits: string, notes: readonly NumberNote[]): Understood {
  return {
    class: 'invalid',
    digits,
    display: text,
    valid: false,
    // A row of zeros is what exchanges put where they have no number to give.
    ...(notes.includes('all-zero') ? { withheld: 'unavailable' as const } : {}),
    ...(notes.length > 0 ? { notes: [...notes] } : {}),
  };
}

const longestDialled = 15;

function oddities(digits: string, country: string): NumberNote[] {
  if (/^0{4,}$/.test(digits)) return ['all-zero'];
  if (digits.length > longestDialled) return ['too-long'];
  return country === 'KR' && unassignedArea.test(digits) ? ['unassigned-area'] : [];
}

function withNotes(understood: Understood, notes: readonly string[]): Understood {
  const all = [...notes, ...(understood.notes ?? [])];
  return all.length > 0 ? { ...understood, notes: all } : understood;
}

function understandKorean({ digits, plus }: WrittenDigits): Understood | undefined {
  if (plus) return digits.startsWith('82') ? afterCountryCode(digits.slice(2), dialled) : abroad(digits);
  const match = matchPlan(digits);
  if (match) return fromPlan(match);
  if (digits.startsWith('00')) {
    const international = readInternational(digits);
    if (international && (international.valid || !digits.startsWith('0082'))) return international;
    return (
      (digits.startsWith('0082') ? afterCountryCode(digits.slice(4), repairable) : undefined) ?? international
    );
  }
  for (const repair of repairs) {
    const repaired = repair(digits);
    if (repaired) return repaired;
  }
  return undefined;
}

/** Classes that a number without plus may be repaired to: real callers only, lest garbage be merged into them. */
const repairable: ReadonlySet<NumberClass> = new Set([
  'mobile',
  'mobile_unassigned',
  'landline',
  'voip',
  'personal050',
  'toll_free',
  'premium',
]);
/** What may follow a country code or carrier code that is written out. */
const dialled: ReadonlySet<NumberClass> = new Set([
  ...repairable,
  'mobile_legacy',
  'satellite',
  'm2m',
  'special_subscriber',
  'pager',
  'ums',
  'special_with_area',
]);

const areaThenRepresentative = new RegExp(
  `^(?:${areas.map(({ code }) => code).join('|')})(${representative})$`,
);
const onlyRepresentative = new RegExp(`^${representative}$`);

/** Artefacts of devices and exchanges, each undone only if a real number comes out. */
const repairs: readonly ((digits: string) => Understood | undefined)[] = [
  // 02-1588-2345: no subscriber's exchange begins with 1, so the area code was stuck on.
  digits => plan(areaThenRepresentative.exec(digits)?.[1] ?? '', representatives, ['area-code-stripped']),
  digits => {
    const code = longDistanceCode.exec(digits)?.[0];
    return code === undefined ? undefined : afterCarrierCode(digits.slice(code.length));
  },
  // 8210…, 08210…: the country code without its plus, with a zero put before it by some boxes.
  digits => {
    const rest = /^82(\d{8,12})$/.exec(digits)?.[1] ?? /^082(10\d{8})$/.exec(digits)?.[1];
    return rest === undefined ? undefined : afterCountryCode(rest, repairable);
  },
  digits => (digits.startsWith('0') ? undefined : plan(`0${digits}`, repairable, ['leading-zero-restored'])),
];

const representatives: ReadonlySet<NumberClass> = new Set(['representative']);

function afterCarrierCode(rest: string): Understood | undefined {
  const allowed = rest.startsWith('0') ? dialled : representatives;
  return plan(rest, allowed, ['carrier-code-stripped']);
}

function afterCountryCode(rest: string, allowed: ReadonlySet<NumberClass>): Understood | undefined {
  if (rest.startsWith('0')) return plan(rest, allowed, ['country-code', 'trunk-zero']);
  if (onlyRepresentative.test(rest)) return plan(rest, representatives, ['country-code']);
  return plan(`0${rest}`, allowed, ['country-code']);
}

function plan(
  digits: string,
  allowed: ReadonlySet<NumberClass>,
  notes: readonly NumberNote[],
): Understood | undefined {
  const match = digits === '' ? undefined : matchPlan(digits);
  return match && allowed.has(match.row.class) ? withNotes(fromPlan(match), notes) : undefined;
}

const carrierOfPrefix = new Map(representativePrefixes.map(({ prefix, carrier }) => [prefix, carrier]));

function fromPlan(match: PlanMatch): Understood {
  const { row, parts, digits } = match;
  const regionCode = row.region && parts[row.region.group];
  const region =
    regionCode === undefined
      ? undefined
      : row.region?.by === 'area'
        ? areaOf(regionCode)?.ko
        : specialLine(regionCode)?.nameKo;
  const carrier =
    row.carrierGroup === undefined ? undefined : carrierOfPrefix.get(parts[row.carrierGroup] ?? '');
  return {
    class: row.class,
    digits,
    display: planDisplay(match),
    valid: row.valid,
    ...(region === undefined ? {} : { region }),
    ...(carrier ? { carrier } : {}),
    ...(row.notes ? { notes: [...row.notes] } : {}),
  };
}

/** +84 912 …: from abroad, as mobile phones and gateways write it, without an access code. */
function abroad(digits: string): Understood | undefined {
  const written = writeAbroad(digits);
  return written && { class: 'international', overseas: true, ...written };
}
