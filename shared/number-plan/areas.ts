/** A Korean call area: the code is a call area, not the administrative one. */
export interface Area {
  code: string;
  ko: string;
  en: string;
  /** Places outside the province of that name that are dialled with this code. */
  alsoKo?: readonly string[];
}

/** Source: libphonenumber geocoding ko/en 82; the exceptions by 전기통신번호관리세칙 (2021-93) 제7조 ③, 별표 1. */
export const areas: readonly Area[] = [
  { code: '02', ko: '서울', en: 'Seoul', alsoKo: ['광명', '과천'] },
  { code: '031', ko: '경기', en: 'Gyeonggi' },
  { code: '032', ko: '인천', en: 'Incheon', alsoKo: ['부천', '안산 대부도'] },
  { code: '033', ko: '강원', en: 'Gangwon' },
  { code: '041', ko: '충남', en: 'Chungnam' },
  { code: '042', ko: '대전', en: 'Daejeon', alsoKo: ['계룡'] },
  { code: '043', ko: '충북', en: 'Chungbuk' },
  { code: '044', ko: '세종', en: 'Sejong' },
  { code: '051', ko: '부산', en: 'Busan' },
  { code: '052', ko: '울산', en: 'Ulsan' },
  { code: '053', ko: '대구', en: 'Daegu', alsoKo: ['경산'] },
  { code: '054', ko: '경북', en: 'Gyeongbuk', alsoKo: ['대구 군위'] },
  { code: '055', ko: '경남', en: 'Gyeongnam' },
  { code: '061', ko: '전남', en: 'Jeonnam' },
  { code: '062', ko: '광주', en: 'Gwangju' },
  { code: '063', ko: '전북', en: 'Jeonbuk' },
  { code: '064', ko: '제주', en: 'Jeju' },
];

const byCode = new Map(areas.map(area => [area.code, area]));

/** The area of an area code with its trunk zero, e.g. '02' or '031'. */
export function areaOf(code: string): Area | undefined {
  return byCode.get(code);
}

/** Codes kept in reserve (예비): numbers that show them are not real. */
export const unassignedArea = /^0(?:3[04-9]|4[05-9]|5[6-9]|6[5-9])/;
