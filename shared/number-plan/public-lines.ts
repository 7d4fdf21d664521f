import type { NumberClass, PhoneNumber } from '../number.ts';
import { areas } from './areas.ts';
import { isForeignEmergency } from './foreign-emergency.ts';
import { specialLines, type LineKind, type SpecialLine } from './special-lines.ts';

/** A built-in line whose calls are never refused. A matching caller ID is no proof of the caller: numbers can be falsified. */
export interface PublicLine extends SpecialLine {
  /** The day on which the row was last looked over; `source` says what it rests on. */
  checkedOn: string;
}

const checkedOn = '2026-11-25';

function row(kind: LineKind, digits: string, nameKo: string, nameEn: string, source: string): SpecialLine {
  return { kind, digits, nameKo, nameEn, source };
}

/** Public lines that look like the numbers of telemarketers. */
const representativeLines = [
  row('public', '15661188', '경찰청 통합대응단', 'Police, voice phishing response', 'SBS N1008426539'),
  row('emergency', '15770199', '정신건강·자살예방 상담전화', 'Suicide prevention line', 'korea.kr 148848313'),
  row(
    'emergency',
    '15771389',
    '노인보호전문기관(노인학대 신고)',
    'Elder abuse reports',
    'korea.kr 148848313',
  ),
  row('public', '15444500', '한국가스안전공사', 'Gas Safety Corporation', 'korea.kr 148848313'),
  row('public', '15887500', '한국전기안전공사', 'Electrical Safety Corporation', 'korea.kr 148848313'),
  row('public', '18336972', '개인정보분쟁조정위원회', 'Personal data dispute committee', 'kopico.go.kr'),
];

const shortCodes = 'libphonenumber short codes KR';
/** The operators' desks on mobile codes: 010-114 and the like. */
const carrierDesks = ['10114', '11114', '16114', '17114', '18114', '19114'].map(digits =>
  row('carrier', digits, '이동통신사 고객센터', 'Mobile operator desk', shortCodes),
);

/** Every built-in line of Korea. */
export const publicLines: readonly PublicLine[] = [
  ...specialLines,
  ...representativeLines,
  ...carrierDesks,
].map(line => ({ ...line, checkedOn }));

const byDigits = new Map(publicLines.map(line => [line.digits, line]));

/** Classes that a public line can have: never one from abroad, and none that had to be guessed. */
const domestic: ReadonlySet<NumberClass> = new Set([
  'special',
  'special_with_area',
  'representative',
  'carrier_desk',
]);

/** The built-in line that this number belongs to (also written with an area code: 02-120), on a line of this country. */
export function publicLine(number: PhoneNumber, country = 'KR'): PublicLine | undefined {
  if (!domestic.has(number.class) || number.overseas) return undefined;
  if (country.toUpperCase() !== 'KR') return foreignLine(number.digits, country.toUpperCase());
  if (number.class !== 'special_with_area') return byDigits.get(number.digits);
  const area = areas.find(({ code }) => number.digits.startsWith(code));
  const line = area && byDigits.get(number.digits.slice(area.code.length));
  if (!line) return undefined;
  const { digits } = number;
  return { ...line, digits, nameKo: `${area.ko} ${line.nameKo}`, nameEn: `${area.en}: ${line.nameEn}` };
}

function foreignLine(digits: string, country: string): PublicLine | undefined {
  if (!isForeignEmergency(digits, country)) return undefined;
  const source = 'common knowledge, not checked against a document';
  return { digits, nameKo: '긴급전화', nameEn: 'Emergency services', kind: 'emergency', source, checkedOn };
}
