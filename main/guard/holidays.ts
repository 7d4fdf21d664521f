/**
 * Public holidays in Korea, by rule: fixed days, lunar days, substitution days and announced days.
 * Source: 공휴일에 관한 법률, 관공서의 공휴일에 관한 규정 제2조·제3조 (제헌절 again from 2026, announced 2026-02-03).
 * 노동절 (1 May) is a paid day off for private firms by 노동절 제정에 관한 법률, and counted here for that reason.
 */

interface Fixed {
  month: number;
  day: number;
  /** Years from which a substitution day follows a Saturday, a Sunday or another holiday. */
  substituteFrom: number | null;
  from?: number;
}

const fixed: readonly Fixed[] = [
  { month: 1, day: 1, substituteFrom: null },
  { month: 3, day: 1, substituteFrom: 2021 },
  { month: 5, day: 1, substituteFrom: null },
  { month: 5, day: 5, substituteFrom: 2015 },
  { month: 6, day: 6, substituteFrom: null },
  { month: 7, day: 17, substituteFrom: 2026, from: 2026 },
  { month: 8, day: 15, substituteFrom: 2021 },
  { month: 10, day: 3, substituteFrom: 2021 },
  { month: 10, day: 9, substituteFrom: 2021 },
  { month: 12, day: 25, substituteFrom: 2023 },
];

/**
 * Lunar days in the civil calendar: 설날 (1.1), 부처님오신날 (4.8), 추석 (8.15).
 * Source: 한국천문연구원 월력요항; the same as the Dangi calendar of CLDR, which the tests compare with.
 */
const lunar: Readonly<Record<number, { seollal: string; buddha: string; chuseok: string }>> = {
  2025: { seollal: '01-29', buddha: '05-05', chuseok: '10-06' },
  2026: { seollal: '02-17', buddha: '05-24', chuseok: '09-25' },
  2027: { seollal: '02-07', buddha: '05-13', chuseok: '09-15' },
  2028: { seollal: '01-27', buddha: '05-02', chuseok: '10-03' },
  2029: { seollal: '02-13', buddha: '05-20', chuseok: '09-22' },
  2030: { seollal: '02-03', buddha: '05-09', chuseok: '09-12' },
};

/** Days announced one by one: the bridge day of 2025, and elections at the end of a term (공직선거법 제34조). */
const announced = ['2025-01-27', '2025-06-03', '2026-06-03', '2028-04-12'];

const DAY = 86_400_000;
const civil = (year: number, month: number, day: number) => Date.UTC(year, month - 1, day);

function holidaysOf(year: number): Set<number> {
  const days = new Map<number, number>();
  const add = (day: number) => days.set(day, (days.get(day) ?? 0) + 1);
  const movable: { day: number; alsoSaturday: boolean }[] = [];

  for (const { month, day, substituteFrom, from } of fixed) {
    if (from !== undefined && year < from) continue;
    const at = civil(year, month, day);
    add(at);
    if (substituteFrom !== null && year >= substituteFrom) movable.push({ day: at, alsoSaturday: true });
  }
  const moon = lunar[year];
  if (moon) {
    for (const middle of [moon.seollal, moon.chuseok].map(text => Date.parse(`${year}-${text}`)))
      for (const at of [middle - DAY, middle, middle + DAY]) {
        add(at);
        movable.push({ day: at, alsoSaturday: false });
      }
    const buddha = Date.parse(`${year}-${moon.buddha}`);
    add(buddha);
    movable.push({ day: buddha, alsoSaturday: true });
  }
  for (const text of announced) if (text.startsWith(`${year}-`)) add(Date.parse(text));

  // 제3조: one substitution day per clash, the first day after it that is neither Sunday nor a holiday.
  const taken = new Set<number>();
  for (const { day, alsoSaturday } of movable.sort((a, b) => a.day - b.day)) {
    const weekday = new Date(day).getUTCDay();
    const clash = (days.get(day) ?? 0) > 1;
    if (weekday !== 0 && !(alsoSaturday && weekday === 6) && !clash) continue;
    if (clash && taken.has(day)) continue;
    taken.add(day);
    let next = day + DAY;
    while (days.has(next) || [0, 6].includes(new Date(next).getUTCDay())) next += DAY;
    days.set(next, 1);
  }
  return new Set(days.keys());
}

const years = new Map<number, Set<number>>();

/** Is the local day of this moment a public holiday in Korea? Lunar days are known for 2025 to 2030. */
export function isKoreanHoliday(at: number): boolean {
  const date = new Date(at);
  const year = date.getFullYear();
  let known = years.get(year);
  if (!known) {
    known = holidaysOf(year);
    years.set(year, known);
  }
  return known.has(civil(year, date.getMonth() + 1, date.getDate()));
}
