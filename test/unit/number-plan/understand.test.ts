import { describe, expect, test } from 'vitest';
import { PhoneNumber } from '../../../shared/number.ts';
import { areas } from '../../../shared/number-plan/areas.ts';
import { accessCodes, carrierName, representativePrefixes } from '../../../shared/number-plan/carriers.ts';
import { numberRecord } from '../../../shared/number-plan/number-record.ts';
import { regionName } from '../../../shared/number-plan/region-name.ts';
import { specialLines } from '../../../shared/number-plan/special-lines.ts';
import { understand } from '../../../shared/number-plan/understand.ts';

function written(raw: string): string {
  const { class: numberClass, display, valid } = understand(raw);
  return `${numberClass} ${display}${valid ? '' : ' (not valid)'}`;
}

describe('the Korean plan', () => {
  test.each([
    ['0222123456', 'landline 02-2212-3456'],
    ['0101234567', 'invalid 0101234567 (not valid)'],
    ['01001234567', 'satellite 010-0123-4567'],
    ['01112345678', 'mobile_legacy 011-1234-5678'],
    ['0161234567', 'mobile_legacy 016-123-4567'],
    ['0121234567', 'invalid 0121234567 (not valid)'],
    ['01333665600', 'special_subscriber 013-3366-5600'],
    ['01351234567', 'special_subscriber 013-5123-4567'],
    ['01410', 'pc_network 01410 (not valid)'],
    ['0151234567', 'pager 015-123-4567'],
    ['05051234567', 'personal050 0505-123-4567'],
    ['0601234567', 'invalid 0601234567 (not valid)'],
    ['25881234', 'landline_local 2588-1234'],
    ['1234567', 'invalid 1234567 (not valid)'],
    ['141000', 'representative_free 141000'],
    ['1400', 'invalid 1400 (not valid)'],
    ['14021234', 'invalid 14021234 (not valid)'],
    ['10114', 'carrier_desk 10114'],
    ['19114', 'carrier_desk 19114'],
    ['12114', 'invalid 12114 (not valid)'],
    ['1394', 'special 1394'],
    ['1334', 'special_unknown 1334 (not valid)'],
    ['1588', 'invalid 1588 (not valid)'],
    ['02120', 'special_with_area 02-120'],
    ['0511366', 'special_with_area 051-1366'],
    ['031199', 'special_with_area 031-199 (not valid)'],
    ['18112345', 'representative 1811-2345'],
    ['18002345', 'representative 1800-2345'],
    ['18442345', 'representative_unknown_prefix 1844-2345 (not valid)'],
    ['0492123456', 'invalid 0492123456 (not valid)'],
    ['0079812345678', 'toll_free_intl 00798 1234 5678'],
    ['003681234567', 'toll_free_intl 00368 123 4567'],
    ['00368123456', 'invalid 00368123456 (not valid)'],
    ['00798123456', 'invalid 00798123456 (not valid)'],
    ['00308131234', 'toll_free_intl 00308 131 234'],
  ])('%s is %s', (raw, expected) => {
    expect(written(raw)).toBe(expected);
  });

  test.each(areas)('$code is $ko', ({ code, ko }) => {
    expect(understand(`${code}7251234`)).toMatchObject({ class: 'landline', region: ko, valid: true });
    expect(regionName(ko, 'en')).toMatch(/^[A-Z][a-z]+$/);
  });

  test.each(representativePrefixes)('$prefix is a 대표번호 prefix', ({ prefix, carrier }) => {
    const number = understand(`${prefix}-2345`);
    expect(number).toMatchObject({ class: 'representative', display: `${prefix}-2345` });
    expect(number.carrier).toBe(carrier ?? undefined);
  });

  test.each(specialLines)('$digits belongs to $nameKo', ({ digits, nameKo, nameEn }) => {
    expect(understand(digits)).toMatchObject({ class: 'special', display: digits, region: nameKo });
    expect(regionName(nameKo, 'en')).toBe(nameEn);
  });

  test('an operator has an English name', () => {
    for (const { carrier } of accessCodes) expect(carrierName(carrier, 'en')).toMatch(/^[A-Za-z +]+$/);
  });
});

describe('calls from abroad', () => {
  test.each(accessCodes)('$code is an access code of $carrier', ({ code, carrier }) => {
    expect(understand(`${code}84912345678`)).toMatchObject({
      class: 'international',
      digits: `${code}84912345678`,
      display: `${code} +84 912 345 678`,
      country: 'VN',
      overseas: true,
      carrier,
      valid: true,
    });
    expect(understand(`${code}821023456789`)).toMatchObject({
      class: 'international_kr',
      display: `${code} +82 10-2345-6789`,
      country: 'KR',
      overseas: true,
      valid: true,
    });
  });

  test.each([
    ['001 1 212 555 1234', 'international 001 +1 212 555 1234'],
    ['009-81-3-1234-5678', 'international 009 +81 3 1234 5678'],
    ['00682 010-2345-6789', 'international_kr 006 +82 10-2345-6789'],
    ['00682 1588-1234', 'international_kr 006 +82 1588-1234'],
    ['00182112', 'international_kr 001 +82 112 (not valid)'],
    ['0058609123', 'international 005 +86 09123 (not valid)'],
    ['00599912345678', 'international 00599912345678 (not valid)'],
    ['001123', 'invalid 001123 (not valid)'],
    ['0044207946000', 'invalid 0044207946000 (not valid)'],
    ['+84912345678', 'international +84 912 345 678'],
  ])('%s is %s', (raw, expected) => {
    expect(written(raw)).toBe(expected);
  });

  test('a number with an unknown country code still counts as from abroad', () => {
    expect(understand('00599912345678')).toMatchObject({ overseas: true, notes: ['unknown-country-code'] });
  });
});

describe('artefacts', () => {
  test.each([
    ['02-1588-2345', '15882345', ['area-code-stripped', 'receiving-number']],
    ['051-1577-9996', '15779996', ['area-code-stripped', 'receiving-number']],
    ['1023456789', '01023456789', ['leading-zero-restored']],
    ['7041231234', '07041231234', ['leading-zero-restored']],
    ['821023456789', '01023456789', ['country-code']],
    ['82-2-733-1234', '027331234', ['country-code']],
    ['+82-010-2345-6789', '01023456789', ['country-code', 'trunk-zero']],
    ['+82(0)10-2345-6789', '01023456789', ['country-code', 'trunk-zero']],
    ['0821023456789', '01023456789', ['country-code']],
    ['00821023456789', '01023456789', ['country-code']],
    ['08201023456789', '01023456789', ['carrier-code-stripped']],
    ['081-02-733-1234', '027331234', ['carrier-code-stripped']],
    ['08550 031-220-1234', '0312201234', ['carrier-code-stripped']],
    ['０１０－２３４５－６７８９', '01023456789', ['full-width']],
    ['010\u00a02345\u00a06789', '01023456789', undefined],
    ['010–2345—6789', '01023456789', undefined],
    ['010ㅡ2345ㅡ6789', '01023456789', undefined],
    ['\u202a(02) 733.1234\u202c', '027331234', undefined],
    ['\u0000\u0010027331234\u007f', '027331234', undefined],
    ['"010-2345-6789"', '01023456789', undefined],
    ['02-733-1234,', '027331234', undefined],
    ['sip:01023456789@gateway.example', '01023456789', undefined],
    ['tel:+82-10-2345-6789;ext=3', '01023456789', ['country-code']],
  ])('%j is read as %s', (raw, digits, notes) => {
    const number = understand(raw);
    expect(number).toMatchObject({ digits, valid: true });
    expect(number.notes).toEqual(notes);
  });

  test.each([
    '086-1490-300008',
    '02-0821-42702651',
    '000-0-6348',
    '02-1234-5678',
    '08123456789',
    '010-23A5-6789',
    '*23#01023456789',
    '16901023456789',
    '04xxxxxxx7',
    '+999123456789',
    '+82112',
    '++821023456789',
    '①①②',
    '٠١٠٢٣٤٥٦٧٨٩',
    '02-733-1234~5',
    '📞010-2345-6789',
  ])('%s is garbage and shown as it came', raw => {
    expect(understand(raw)).toMatchObject({ class: 'invalid', display: raw, valid: false });
  });

  test('digits with letters among them are never merged into a number', () => {
    expect(understand('010-23A5-6789').digits).toBe('');
  });

  test('steering and control characters are not kept', () => {
    expect(understand('\u202e\u200b\u0007garbage\u2066').display).toBe('garbage');
  });

  test('a row of zeros says that the network has no number', () => {
    expect(understand('0000000000')).toMatchObject({
      class: 'invalid',
      display: '0000000000',
      withheld: 'unavailable',
      notes: ['all-zero'],
    });
  });
});

describe('numbers that are not shown', () => {
  test.each([
    ['P', 'withheld', 'private', '발신번호 표시제한'],
    ['Ｐ', 'withheld', 'private', '발신번호 표시제한'],
    ['Restricted', 'withheld', 'private', '발신번호 표시제한'],
    ['WITHHELD', 'withheld', 'private', '발신번호 표시제한'],
    ['Private  Number', 'withheld', 'private', '발신번호 표시제한'],
    ['anonymous@anonymous.invalid', 'withheld', 'private', '발신번호 표시제한'],
    ['발신번호 표시제한', 'withheld', 'private', '발신번호 표시제한'],
    ['발신번호표시 제한', 'withheld', 'private', '발신번호 표시제한'],
    ['비공개', 'withheld', 'private', '발신번호 표시제한'],
    ['非通知', 'withheld', 'private', '발신번호 표시제한'],
    ['unterdrückt', 'withheld', 'private', '발신번호 표시제한'],
    ['C', 'withheld', 'payphone', '공중전화'],
    ['공중전화', 'withheld', 'payphone', '공중전화'],
    ['Pay-Phone', 'withheld', 'payphone', '공중전화'],
    ['o', 'unavailable', 'unavailable', '발신번호 없음'],
    ['OUT-OF-AREA', 'unavailable', 'unavailable', '발신번호 없음'],
    ['Not Available', 'unavailable', 'unavailable', '발신번호 없음'],
    ['UNKNOWN', 'unavailable', 'unavailable', '발신번호 없음'],
    ['N/A', 'unavailable', 'unavailable', '발신번호 없음'],
    ['발신번호 없음', 'unavailable', 'unavailable', '발신번호 없음'],
    ['발신번호표시 금지', 'withheld', 'private', '발신번호 표시제한'],
    ['발신번호 미표시', 'withheld', 'private', '발신번호 표시제한'],
    ['제한된 번호', 'withheld', 'private', '발신번호 표시제한'],
    ['발신정보 없음', 'unavailable', 'unavailable', '발신번호 없음'],
    ['통지불가', 'unavailable', 'unavailable', '발신번호 없음'],
    ['CLIR', 'withheld', 'private', '발신번호 표시제한'],
    ['   ', 'unavailable', 'unavailable', '발신번호 없음'],
    ['-', 'unavailable', 'unavailable', '발신번호 없음'],
    [null, 'unavailable', 'unavailable', '발신번호 없음'],
  ])('%s: %s, %s', (raw, numberClass, withheld, display) => {
    for (const country of ['KR', 'US', 'DE'])
      expect(understand(raw, { country })).toEqual({
        raw: raw?.replace(/\s+/g, ' ').trim() ?? '',
        class: numberClass,
        digits: '',
        display,
        valid: true,
        withheld,
      });
  });
});

describe('on a line in another country', () => {
  test.each([
    ['US', '4075551212', 'landline (407) 555-1212', '4075551212'],
    ['US', '14075551212', 'landline (407) 555-1212', '4075551212'],
    ['US', '8005551234', 'toll_free (800) 555-1234', '8005551234'],
    ['US', '9005551234', 'premium (900) 555-1234', '9005551234'],
    ['US', '911', 'special 911', '911'],
    ['GB', '02075849648', 'landline 020 7584 9648', '02075849648'],
    ['GB', '07400123456', 'mobile 07400 123456', '07400123456'],
    ['GB', '05612345678', 'voip 056 1234 5678', '05612345678'],
    ['DE', '0049 30 901820', 'landline 030 901820', '030901820'],
    ['DE', '00442075849648', 'international +44 20 7584 9648', '442075849648'],
    ['JP', '0312345678', 'landline 03-1234-5678', '0312345678'],
    ['JP', '+821023456789', 'international +82 10 2345 6789', '821023456789'],
    ['AU', '000', 'special 000', '000'],
    ['US', '0312345678', 'invalid 0312345678', '0312345678'],
    ['ZZ', '0312345678', 'invalid 0312345678', '0312345678'],
  ])('%s: %s is %s', (country, raw, expected, digits) => {
    const number = understand(raw, { country });
    expect(`${number.class} ${number.display}`).toBe(expected);
    expect(number.digits).toBe(digits);
  });

  test('a call from abroad names its country', () => {
    expect(understand('011442075849648', { country: 'US' })).toMatchObject({ country: 'GB', overseas: true });
    expect(understand('6135550123', { country: 'US' })).toMatchObject({ country: 'CA', class: 'landline' });
  });
});

describe('the record for scripts', () => {
  test('leaves out what is not known', () => {
    expect(numberRecord('1588-1234')).toEqual({
      input: '1588-1234',
      class: 'representative',
      display: '1588-1234',
      valid: true,
      digits: '15881234',
    });
    expect(Object.keys(numberRecord('00584912345678'))).toEqual([
      'input',
      'class',
      'display',
      'valid',
      'digits',
      'country',
      'overseas',
    ]);
    expect(numberRecord('P')).toMatchObject({ withheld: 'private', digits: '' });
    expect(numberRecord('02-733-1234').region).toBe('서울');
  });

  test('keeps the shared form of a number', () => {
    for (const raw of ['027331234', '006821023456789', 'P', '', 'x'])
      expect(PhoneNumber.parse(understand(raw))).toEqual(understand(raw));
  });
});
