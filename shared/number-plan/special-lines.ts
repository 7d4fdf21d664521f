/** 'emergency': lives and crimes; 'public': authorities and help lines; 'carrier': service desks of the operators. */
export type LineKind = 'emergency' | 'public' | 'carrier';

export interface SpecialLine {
  digits: string;
  nameKo: string;
  nameEn: string;
  kind: LineKind;
  source: string;
}

const korea = 'korea.kr 148848313 (2018)';
const press = 'hankyung 1997080702251';
const shortCodes = 'libphonenumber short codes KR';
const nameUnchecked = 'libphonenumber short codes KR; name not checked against a document';
const unchecked = 'common knowledge, not checked against a document';

function rows(kind: LineKind, list: readonly (readonly [string, string, string, string])[]): SpecialLine[] {
  return list.map(([digits, nameKo, nameEn, source]) => ({ digits, nameKo, nameEn, kind, source }));
}

/** Three and four digit numbers in use, with whom they belong to. */
export const specialLines: readonly SpecialLine[] = [
  ...rows('emergency', [
    ['109', '자살예방 상담전화', 'Suicide prevention line', unchecked],
    ['111', '국가정보원', 'National Intelligence Service', 'kyeongin 2002'],
    ['112', '경찰청', 'Police', press],
    ['113', '간첩신고', 'Reports of espionage', press],
    ['117', '학교폭력 신고', 'School violence line', korea],
    ['119', '소방청', 'Fire and ambulance', press],
    ['122', '해양경찰(구)', 'Coast guard (former)', press],
    ['1366', '여성긴급전화', "Women's emergency line", korea],
    ['1388', '청소년 상담전화', 'Youth help line', korea],
    ['1389', '학대 신고', 'Abuse reports', nameUnchecked],
    ['1391', '아동학대 신고(구)', 'Child abuse reports (former)', nameUnchecked],
    ['1393', '자살예방(구, 109로 통합)', 'Suicide prevention (former, now 109)', unchecked],
    ['1394', '보이스피싱 통합대응단', 'Voice phishing response centre', 'SBS N1008426539 (2026-02-01)'],
  ]),
  ...rows('public', [
    ['107', '손말이음센터', 'Relay service for the deaf', unchecked],
    ['110', '국민콜', 'Government call centre', korea],
    ['118', '한국인터넷진흥원(KISA)', 'Korea Internet & Security Agency (KISA)', korea],
    ['120', '지자체 민원', 'City and province call centre', korea],
    ['121', '상수도', 'Waterworks', korea],
    ['123', '한국전력', 'Korea Electric Power (KEPCO)', korea],
    ['125', '관세청', 'Customs Service', korea],
    ['126', '국세청', 'National Tax Service', unchecked],
    ['127', '마약신고(검찰)', 'Drug crime reports (prosecution)', korea],
    ['128', '환경신고', 'Environmental reports', korea],
    ['129', '보건복지상담센터', 'Health and welfare line', korea],
    ['131', '기상청', 'Weather service', korea],
    ['132', '법률구조공단', 'Legal Aid Corporation', korea],
    ['134', '관광 안내', 'Tourist information', nameUnchecked],
    ['182', '경찰 민원', 'Police enquiries', korea],
    ['188', '감사원', 'Board of Audit and Inspection', korea],
    ['1300', '생활정보 안내', 'Public information', shortCodes],
    ['1301', '대검찰청', 'Prosecution Service', korea],
    ['1303', '군 위기상담·범죄신고', 'Military crisis and crime line', korea],
    ['1330', '관광통역 안내', 'Tourist help line', nameUnchecked],
    ['1331', '국가인권위원회', 'Human Rights Commission', korea],
    ['1332', '금융감독원', 'Financial Supervisory Service', 'poliwell.tistory.com/61'],
    ['1333', '교통정보 안내', 'Traffic information', nameUnchecked],
    ['1335', '생활정보 안내', 'Public information', shortCodes],
    ['1336', '생활정보 안내', 'Public information', shortCodes],
    ['1337', '생활정보 안내', 'Public information', shortCodes],
    ['1338', '생활정보 안내', 'Public information', shortCodes],
    ['1339', '질병관리청', 'Disease Control and Prevention Agency', nameUnchecked],
    ['1345', '외국인종합안내센터', 'Immigration contact centre', nameUnchecked],
    ['1350', '고용노동부', 'Ministry of Employment and Labour', nameUnchecked],
    ['1355', '국민연금공단', 'National Pension Service', 'kgmaeil 2310'],
    ['1357', '중소기업 통합콜센터', 'Small business call centre', nameUnchecked],
    ['1365', '자원봉사 안내', 'Volunteering information', nameUnchecked],
    ['1369', '생활정보 안내', 'Public information', shortCodes],
    ['1372', '소비자상담센터', 'Consumer counselling centre', '소비자기본법 제55조'],
    [
      '1377',
      '방송·통신 민원(국방 보안신고와 함께 쓰인 번호)',
      'Broadcasting and security reports',
      'kmib 0922937262',
    ],
    ['1379', '생활정보 안내', 'Public information', shortCodes],
    ['1382', '주민등록증 확인', 'Resident card enquiries', nameUnchecked],
    ['1385', '생활정보 안내', 'Public information', shortCodes],
    ['1390', '선거관리위원회', 'Election Commission', nameUnchecked],
    ['1397', '서민금융진흥원', 'Microfinance Agency', unchecked],
    ['1398', '부패·공익신고', 'Reports of corruption', nameUnchecked],
    ['1399', '부정·불량식품 신고', 'Food safety reports', korea],
  ]),
  ...rows('carrier', [
    ['100', 'KT 고객센터', 'KT service desk', 'hankookilbo 2001; libphonenumber short codes KR'],
    ['101', 'LG U+ 고객센터', 'LG U+ service desk', 'hankookilbo 2001; libphonenumber short codes KR'],
    ['105', '통신사 업무', 'Operator services', shortCodes],
    ['106', 'SK브로드밴드 고객센터', 'SK Broadband service desk', 'hankookilbo 2001'],
    ['114', '번호안내·통신사 고객센터', 'Directory enquiries and operator desk', press],
    ['115', '전보', 'Telegrams', nameUnchecked],
    ['116', '시각안내', 'Speaking clock', press],
    ['141', '통신사 부가서비스', 'Operator services', shortCodes],
  ]),
];

const byDigits = new Map(specialLines.map(line => [line.digits, line]));

/** Whom a special number belongs to, e.g. '110'. */
export function specialLine(digits: string): SpecialLine | undefined {
  return byDigits.get(digits);
}
