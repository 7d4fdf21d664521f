/** English names of the operators; the Korean name is the key, as in PhoneNumber.carrier. */
const english: Readonly<Record<string, string>> = {
  KT: 'KT',
  'LG U+': 'LG U+',
  SK브로드밴드: 'SK Broadband',
  SK텔링크: 'SK Telink',
  세종텔레콤: 'Sejong Telecom',
  삼성네트웍스: 'Samsung Networks',
  LG헬로비전: 'LG HelloVision',
  KCT: 'KCT',
  별정통신: 'Small reseller',
};

/** The name of an operator in the reader's language; unknown names come back unchanged. */
export function carrierName(carrier: string, language: string): string {
  return language.startsWith('ko') ? carrier : (english[carrier] ?? carrier);
}

/**
 * Prefixes of 대표번호 in use. `carrier` is weak information (numbers are ported, lists disagree): null where the
 * sources name different operators. Sources: wiki list of 2025-01-02, a reseller's list, 1811/1866/1877 by a KCT reseller.
 * Not here on purpose: 1551, 1844 (text-message codes only), 1655, 1677 (four-digit service codes).
 */
export const representativePrefixes: readonly { prefix: string; carrier: string | null }[] = [
  { prefix: '1522', carrier: 'LG U+' },
  { prefix: '1533', carrier: null },
  { prefix: '1544', carrier: 'LG U+' },
  { prefix: '1555', carrier: null },
  { prefix: '1566', carrier: 'SK브로드밴드' },
  { prefix: '1577', carrier: 'KT' },
  { prefix: '1588', carrier: 'KT' },
  { prefix: '1599', carrier: 'SK텔링크' },
  { prefix: '1600', carrier: 'SK브로드밴드' },
  { prefix: '1644', carrier: 'LG U+' },
  { prefix: '1660', carrier: 'LG U+' },
  { prefix: '1661', carrier: 'LG U+' },
  { prefix: '1666', carrier: '세종텔레콤' },
  { prefix: '1668', carrier: '세종텔레콤' },
  { prefix: '1670', carrier: 'SK브로드밴드' },
  { prefix: '1688', carrier: '세종텔레콤' },
  { prefix: '1800', carrier: null },
  { prefix: '1811', carrier: 'KCT' },
  { prefix: '1833', carrier: 'LG U+' },
  { prefix: '1855', carrier: 'LG헬로비전' },
  { prefix: '1866', carrier: null },
  { prefix: '1877', carrier: 'KCT' },
  { prefix: '1899', carrier: 'KT' },
];

/**
 * Access codes that a Korean carrier puts before the number of a call from abroad; on a landline the only sign of one.
 * Source: libphonenumber KR internationalPrefix and operators.csv; obligatory since 2012-07 (전기통신사업법 제84조의2 ③).
 */
export const accessCodes: readonly { code: string; carrier: string }[] = [
  { code: '001', carrier: 'KT' },
  { code: '00345', carrier: 'KT' },
  { code: '00727', carrier: 'KT' },
  { code: '0073', carrier: 'KT' },
  { code: '002', carrier: 'LG U+' },
  { code: '00300', carrier: 'LG U+' },
  { code: '005', carrier: 'SK브로드밴드' },
  { code: '00761', carrier: 'SK브로드밴드' },
  { code: '00762', carrier: 'SK브로드밴드' },
  { code: '00766', carrier: 'SK브로드밴드' },
  { code: '006', carrier: 'SK텔링크' },
  { code: '00321', carrier: 'SK텔링크' },
  { code: '00700', carrier: 'SK텔링크' },
  { code: '008', carrier: '세종텔레콤' },
  { code: '00365', carrier: '세종텔레콤' },
  { code: '00755', carrier: '삼성네트웍스' },
  { code: '009', carrier: '별정통신' },
  { code: '00391', carrier: '별정통신' },
];

/** Codes for choosing a long-distance carrier (081 KT, 082 LG U+, 083, 084 SKB, 085xx, 086 …): part of what was dialled. */
export const longDistanceCode = /^08(?:[1-46-8]|5\d\d)/;
