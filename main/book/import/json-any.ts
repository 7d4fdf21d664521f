import { z } from 'zod';
import { readDigits, tidy } from '../../../shared/number-plan/read-digits.ts';
import { item } from './item.ts';
import type { EntryDraft, ImportItem } from './item.ts';
import { numbersIn } from './numbers-in.ts';
import { actionOf, categoryOf, isCategoryKey } from './words.ts';

/** Where among the entries of a document we are. */
export interface Counter {
  at: number;
}

/** What fields are called, without capitals and signs. */
const fields = {
  number:
    /^(number|phone|phonenumber|telephone|tel|telnumber|digits|nmbr|phoneno|peer|mobile|mobilephone|cell|cellphone|msisdn|caller|callerid|callernumber|canonicalform|번호|전화|전화번호|휴대폰|휴대폰번호|발신번호)$/,
  /** Of a person's numbers. */
  ownNumber: /^(value|number|phone|phonenumber|tel)$/,
  /** Several numbers of one. */
  numbers: /^(numbers|phones|phonenumbers|tels|telephones|mobiles|번호들|전화번호들)$/,
  name: /^(name|displayname|fullname|callername|title|company|label|이름|성명|상호|기관)$/,
  group: /^(group|groups|그룹)$/,
  note: /^(note|notes|comment|comments|reason|description|memo|메모|비고|사유)$/,
  category: /^(category|type|kind|label|분류|유형|종류|이름표)$/,
  action: /^(action|처리|구분)$/,
  blocked: /^(is)?(blocked|blacklisted|blacklist|spam)$/,
  allowed: /^(is)?(allowed|whitelisted|whitelist)$/,
};

const AnyRecord = z.record(z.string(), z.unknown());
type About = Omit<EntryDraft, 'number'>;

const plainKey = (key: string) => key.toLowerCase().replace(/[^\p{L}]/gu, '');

function valuesAt(record: Record<string, unknown>, field: RegExp): unknown[] {
  return Object.entries(record)
    .filter(([key]) => field.test(plainKey(key)))
    .map(([, value]) => value);
}

function textsAt(record: Record<string, unknown>, field: RegExp): string[] {
  return valuesAt(record, field)
    .filter(value => typeof value === 'string' || typeof value === 'number')
    .map(String)
    .filter(text => text !== '');
}

function aboutOf(record: Record<string, unknown>): About {
  const one = (field: RegExp) => textsAt(record, field)[0] ?? '';
  const told = (field: RegExp) => valuesAt(record, field).includes(true);
  const action =
    actionOf(one(fields.action)) ?? (told(fields.blocked) ? 'block' : told(fields.allowed) ? 'allow' : null);
  const kind = one(fields.category);
  const category = categoryOf(kind);
  return {
    name: one(fields.name) || nameWithin(record),
    group: one(fields.group),
    note: [one(fields.note), category === null || isCategoryKey(kind) ? '' : kind].filter(Boolean).join(' '),
    category,
    action,
    ...(record['prefix'] === true ? { prefix: true } : {}),
  };
}

/** `names: [{ displayName }]`, as Google's people have it. */
function nameWithin(record: Record<string, unknown>): string {
  const names = record['names'];
  const first = AnyRecord.safeParse(Array.isArray(names) ? names[0] : null);
  return first.success ? (textsAt(first.data, fields.name)[0] ?? '') : '';
}

const looksLikeNumber = (text: string) => (readDigits(tidy(text))?.digits.length ?? 0) >= 3;

/** `{ "1588-1234": "loan", … }`: numbers as keys. */
function isMap(record: Record<string, unknown>): boolean {
  const keys = Object.keys(record);
  return keys.length > 0 && keys.every(looksLikeNumber);
}

function* mapItems(record: Record<string, unknown>, place: Counter): Generator<ImportItem> {
  for (const [number, value] of Object.entries(record)) {
    place.at++;
    if (value === false || value === null) continue;
    const about = AnyRecord.safeParse(value);
    const name = typeof value === 'string' ? value : '';
    yield item(place.at, { ...(about.success ? aboutOf(about.data) : { name }), number });
  }
}

function* recordItems(
  record: Record<string, unknown>,
  place: Counter,
  owner: About | null,
): Generator<ImportItem> {
  const own = aboutOf(record);
  // A number of a person's has a label of its own, but the person's name.
  const about = owner ?? own;
  const direct = textsAt(record, owner ? fields.ownNumber : fields.number);
  const several = valuesAt(record, fields.numbers).filter(Array.isArray);
  const distinct = new Set(direct.flatMap(numbersIn).map(number => number.replace(/[^\d+*]/g, '')));
  for (const number of direct.flatMap(numbersIn)) {
    if (distinct.delete(number.replace(/[^\d+*]/g, ''))) yield item(++place.at, { ...about, number });
  }
  for (const numbers of several) yield* anyItems(numbers, place, about);
  if (direct.length > 0 || several.length > 0) return;
  for (const part of Object.values(record)) if (typeof part === 'object') yield* anyItems(part, place, null);
}

/** Numbers in JSON of any reasonable shape: texts, records by their usual names, people with several, numbers as keys. */
export function* anyItems(value: unknown, place: Counter, owner: About | null = null): Generator<ImportItem> {
  if (Array.isArray(value)) {
    for (const part of value) yield* anyItems(part, place, owner);
    return;
  }
  if (typeof value === 'string' || typeof value === 'number') {
    for (const number of numbersIn(String(value))) yield item(++place.at, { ...owner, number });
    return;
  }
  const record = AnyRecord.safeParse(value);
  if (!record.success) return;
  if (isMap(record.data)) yield* mapItems(record.data, place);
  else yield* recordItems(record.data, place, owner);
}
