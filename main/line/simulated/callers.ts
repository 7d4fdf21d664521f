import type { LabelKey } from '../../../shared/label.ts';
import type { WithheldKind } from '../../../shared/number.ts';
import { invent1588, inventBlock, inventNumber } from './invented-numbers.ts';
import type { InventedClass } from './invented-numbers.ts';
import { seeded } from './random.ts';
import type { Random } from './random.ts';

/** Someone who calls the household: who it is, from which numbers, how often and when. */
export interface Caller {
  /** A role, never an invented person; what an owner would write into the contacts. */
  readonly role: string;
  readonly label: LabelKey;
  /** Numbers it calls from; empty: withheld, or a fresh number each time (`fresh`). */
  readonly numbers: readonly string[];
  readonly fresh?: InventedClass;
  readonly withheld?: WithheldKind;
  /** Is it in the household's contacts? */
  readonly isContact: boolean;
  /** Calls per day while active. */
  readonly perDay: number;
  /** Active days, counted back from the end of the history; 0 is the last day. */
  readonly activeDays: { readonly from: number; readonly to: number };
  readonly hours: keyof typeof hourWeights;
  /** Share of its calls that a person picks up, and rings until the caller leaves otherwise. */
  readonly answeredShare: number;
  readonly rings: readonly [low: number, high: number];
  /** Chance of a second try within minutes when nobody answered. */
  readonly redial?: number;
}

/**
 * Weights of the hours 0-23. Business hours follow the published peaks of unwanted calls (11, 14 and 10 o'clock; reports of
 * 2013-2016); the others are plain sense.
 */
export const hourWeights = {
  business: [0, 0, 0, 0, 0, 0, 0, 0, 1, 8, 17, 20, 8, 11, 18, 14, 11, 8, 4, 2, 1, 0, 0, 0],
  office: [0, 0, 0, 0, 0, 0, 0, 0, 2, 10, 14, 14, 4, 8, 12, 12, 10, 6, 1, 0, 0, 0, 0, 0],
  home: [0, 0, 0, 0, 0, 0, 1, 2, 4, 6, 6, 6, 7, 5, 5, 5, 6, 8, 11, 13, 11, 6, 2, 0],
  delivery: [0, 0, 0, 0, 0, 0, 0, 1, 3, 7, 10, 11, 9, 10, 11, 11, 10, 8, 6, 4, 2, 1, 0, 0],
  night: [8, 9, 9, 8, 6, 4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 4, 5, 6, 7, 8],
} as const;

/** Sunday first. Weekdays get at least twice the unwanted calls of weekends. */
export const dayWeights: Readonly<Record<keyof typeof hourWeights, readonly number[]>> = {
  business: [0.15, 1.1, 1.05, 1.1, 1.2, 1.1, 0.3],
  office: [0, 1.2, 1.1, 1, 1.1, 1.1, 0.2],
  home: [1.4, 0.8, 0.8, 0.9, 0.9, 1, 1.3],
  delivery: [0.2, 0.9, 1.2, 1.2, 1.1, 1.2, 1],
  night: [1, 1, 1, 1, 1, 1, 1],
};

export type HouseholdKind = 'home' | 'shop';

const always = { from: Infinity, to: -Infinity };

/** Types of unwanted calls, by the shares of the newest reports. */
const campaignLabels = [
  ['invest', 26],
  ['loan', 26],
  ['telecom', 16],
  ['insurance', 9],
  ['realestate', 7],
  ['card', 5],
  ['telemarketing', 6],
  ['gambling', 3],
  ['phishing', 2],
] as const satisfies readonly (readonly [LabelKey, number])[];

/** Routes of unwanted calls: landlines lead, 070 follows; 대표번호 weigh more than in the reports, as landline owners tell it. */
const campaignRoutes = [
  ['seoul', 26],
  ['landline', 14],
  ['voip', 28],
  ['representative', 20],
  ['mobile', 12],
] as const satisfies readonly (readonly [InventedClass, number])[];

const campaignRoles: Readonly<Partial<Record<LabelKey, string>>> = {
  invest: '투자 권유',
  loan: '대출 권유',
  telecom: '통신 가입 권유',
  insurance: '보험 권유',
  realestate: '분양 안내',
  card: '카드 홍보',
  telemarketing: '전화 판매',
  gambling: '도박 홍보',
  phishing: '기관 사칭',
};

/** The people and machines that call one household; the same seed gives the same cast. `days`: how far back campaigns reach. */
export function castOf(seed: number, kind: HouseholdKind = 'home', days = 90): Caller[] {
  const random = seeded(seed);
  return [
    ...regulars(random, kind),
    ...oddCalls(random),
    ...standing(random),
    ...campaigns(random, days, kind),
  ];
}

function regulars(random: Random, kind: HouseholdKind): Caller[] {
  const known = (
    role: string,
    label: LabelKey,
    from: InventedClass,
    perDay: number,
    hours: Caller['hours'],
    more: Partial<Caller> = {},
  ): Caller => ({
    role,
    label,
    numbers: [inventNumber(from, random)],
    isContact: true,
    perDay,
    activeDays: always,
    hours,
    answeredShare: 0.8,
    rings: [5, 10],
    redial: 0.35,
    ...more,
  });
  const stranger = { isContact: false, redial: 0.2 };
  const home: Caller[] = [
    known('어머니', 'family', 'landline', 0.35, 'home'),
    known('큰딸', 'family', 'mobile', 0.3, 'home'),
    known('작은아들', 'family', 'mobile', 0.15, 'home'),
    known('이모', 'family', 'mobile', 0.08, 'home'),
    known('동네 내과', 'medical', 'seoul', 0.06, 'office'),
    known('치과', 'medical', 'seoul', 0.04, 'office'),
    known('약국', 'medical', 'seoul', 0.02, 'office', stranger),
    known('학교 행정실', 'school', 'seoul', 0.05, 'office'),
    known('학원', 'school', 'voip', 0.06, 'office', stranger),
    known('관리사무소', 'public', 'seoul', 0.05, 'office'),
  ];
  const shop: Caller[] = [
    known('거래처', 'unknown', 'seoul', 0.5, 'office'),
    known('본사', 'unknown', 'representative', 0.2, 'office'),
    known('단골손님', 'family', 'mobile', 0.3, 'delivery'),
    { ...known('손님', 'unknown', 'mobile', 2.5, 'delivery', stranger), numbers: [], fresh: 'mobile' },
  ];
  return [
    ...(kind === 'shop' ? shop : home),
    {
      ...known('택배 기사', 'delivery', 'mobile', 0.25, 'delivery', { ...stranger, redial: 0.5 }),
      numbers: [],
      fresh: 'mobile',
    },
    { ...known('배달 안심번호', 'delivery', 'safe', 0.2, 'delivery', stranger), numbers: [], fresh: 'safe' },
    known('주거래 은행', 'bank_card_ins', 'representative', 0.05, 'office', stranger),
    known('카드 배송', 'bank_card_ins', 'voip', 0.02, 'office', stranger),
    known('통신사 고객센터', 'telco_cs', 'seoul', 0.02, 'office', { ...stranger, numbers: ['100'] }),
    known('구청', 'public', 'seoul', 0.04, 'office', stranger),
    known('국민연금 상담', 'public', 'seoul', 0.01, 'office', { ...stranger, numbers: ['1355'] }),
    // The police's own line, which many took for a sales call: must never be blocked.
    known('경찰청 대표번호', 'public', 'representative', 0.015, 'office', {
      ...stranger,
      numbers: ['15661188'],
    }),
  ];
}

function oddCalls(random: Random): Caller[] {
  const odd = (
    role: string,
    label: LabelKey,
    perDay: number,
    hours: Caller['hours'],
    more: Partial<Caller>,
  ): Caller => ({
    role,
    label,
    numbers: [],
    isContact: false,
    perDay,
    activeDays: always,
    hours,
    answeredShare: 0.3,
    rings: [3, 7],
    ...more,
  });
  return [
    odd('해외 원링', 'callback', 0.18, 'night', { fresh: 'bait', answeredShare: 0, rings: [1, 1] }),
    odd('해외 발신', 'phishing', 0.06, 'business', { fresh: 'overseas' }),
    odd('해외 경유 국내번호', 'phishing', 0.05, 'business', { fresh: 'gateway' }),
    odd('발신번호 표시제한', 'unknown', 0.12, 'home', { withheld: 'private' }),
    odd('발신번호 없음', 'unknown', 0.05, 'business', { withheld: 'unavailable' }),
    odd('공중전화', 'unknown', 0.01, 'home', { withheld: 'payphone' }),
    odd('여론조사', 'survey', 0.12, 'business', { numbers: inventBlock('seoul', 6, random) }),
    odd('선거 홍보', 'political', 0.03, 'business', { numbers: inventBlock('voip', 4, random) }),
    odd('후원 단체', 'charity', 0.03, 'business', { numbers: [inventNumber('seoul', random)] }),
    odd('말 없는 전화', 'silent', 0.12, 'business', {
      numbers: inventBlock('voip', 8, random),
      answeredShare: 0.5,
      rings: [2, 3],
    }),
    odd('팩스', 'fax', 0.03, 'business', { numbers: [inventNumber('landline', random)] }),
    odd('수신자부담 발신', 'telemarketing', 0.02, 'business', {
      numbers: [inventNumber('toll-free', random)],
    }),
    odd('잘못 걸린 전화', 'unknown', 0.06, 'home', { fresh: 'mobile', answeredShare: 0.7 }),
  ];
}

const campaign = (
  label: LabelKey,
  numbers: readonly string[],
  perDay: number,
  activeDays: Caller['activeDays'],
): Caller => ({
  role: campaignRoles[label] ?? '전화 판매',
  label,
  numbers,
  isContact: false,
  perDay,
  activeDays,
  hours: 'business',
  answeredShare: 0.35,
  rings: [4, 8],
  redial: 0.1,
});

/** Campaigns that every household of the day knows, still running at the end. */
function standing(random: Random): Caller[] {
  return [
    campaign('loan', [invent1588(random)], 0.35, { from: 60, to: -1 }),
    campaign('invest', inventBlock('voip', 9, random), 0.4, { from: 30, to: -1 }),
    campaign('telecom', inventBlock('seoul', 6, random), 0.3, { from: 45, to: -1 }),
  ];
}

/** Campaigns come and go within weeks: most numbers of a quarter were never seen before it. */
function campaigns(random: Random, days: number, kind: HouseholdKind): Caller[] {
  const all: Caller[] = [];
  const count = Math.ceil(days / 4) + 6;
  for (let index = 0; index < count; index++) {
    const label = random.weighted(campaignLabels);
    const route = label === 'phishing' ? 'voip' : random.weighted(campaignRoutes);
    const lengthDays = random.between(6, 35);
    const from = random.between(0, days + 5);
    const numbers = inventBlock(
      route,
      route === 'representative' ? random.between(1, 2) : random.between(2, 14),
      random,
    );
    const perDay = (0.12 + random.exponential() * 0.2) * (kind === 'shop' ? 1.3 : 1);
    all.push(campaign(label, numbers, perDay, { from, to: from - lengthDays }));
  }
  return all;
}
