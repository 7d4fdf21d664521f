import { describe, expect, test } from 'vitest';
import { publicLine, publicLines } from '../../../shared/number-plan/public-lines.ts';
import { searchDigits, siblingRange } from '../../../shared/number-plan/search-form.ts';
import { understand } from '../../../shared/number-plan/understand.ts';

describe('the lines that are never blocked', () => {
  test.each(publicLines)('$digits $nameKo is recognised', line => {
    expect(publicLine(understand(line.digits))).toEqual(line);
    expect(line.nameEn).toMatch(/[A-Za-z]/);
    expect(line.source).not.toBe('');
  });

  test('have each digits once', () => {
    expect(new Set(publicLines.map(({ digits }) => digits)).size).toBe(publicLines.length);
  });

  test.each([
    ['02-120', '서울 지자체 민원', 'public'],
    ['031120', '경기 지자체 민원', 'public'],
    ['051-1366', '부산 여성긴급전화', 'emergency'],
    ['02-1566-1188', '경찰청 통합대응단', 'public'],
    ['１１２', '경찰청', 'emergency'],
    ['100', 'KT 고객센터', 'carrier'],
    ['010-114', undefined, undefined],
    ['1588-1234', undefined, undefined],
    ['02-112-1234', undefined, undefined],
    ['00182112', undefined, undefined],
    ['006-82-1566-1188', undefined, undefined],
    ['001-1566-1188', undefined, undefined],
    ['199', undefined, undefined],
    ['P', undefined, undefined],
  ])('%s: %s', (raw, nameKo, kind) => {
    const line = publicLine(understand(raw));
    expect([line?.nameKo, line?.kind]).toEqual([nameKo, kind]);
  });

  test.each([
    ['US', '911', true],
    ['GB', '999', true],
    ['JP', '110', true],
    ['AU', '000', true],
    ['DE', '112', true],
    ['US', '112', false],
    ['US', '15661188', false],
    ['FR', '119', false],
  ])('in %s %s: %s', (country, raw, expected) => {
    expect(publicLine(understand(raw, { country }), country) !== undefined).toBe(expected);
  });
});

describe('looking for a number', () => {
  test.each([
    ['1588', '1588'],
    ['02-733', '02733'],
    ['02-', '02'],
    ['010 2345', '0102345'],
    ['+82 10', '010'],
    ['+82 10-2345-6789', '01023456789'],
    ['+82 010 23', '01023'],
    ['02-1588-2345', '15882345'],
    ['０１０２', '0102'],
    ['+84 91', '8491'],
    ['김', ''],
    ['1588*', ''],
    ['P', ''],
    ['', ''],
  ])('%j looks for %j', (text, digits) => {
    expect(searchDigits(text)).toBe(digits);
  });
});

describe('numbers rented in a row', () => {
  test.each([
    ['07043215512', '070432155', '070-4321-55xx'],
    ['070-4321-5599', '070432155', '070-4321-55xx'],
    ['027331234', '0273312', '02-733-12xx'],
    ['15882345', '158823', '1588-23xx'],
    ['00584912345678', '005849123456', '005 +84 912 345 6xx'],
  ])('%s belongs to %s', (raw, key, display) => {
    expect(siblingRange(understand(raw))).toEqual({ key, display });
  });

  test('short and hidden numbers have no neighbours', () => {
    for (const raw of ['112', '02-120', '141234', 'P', '', 'x'])
      expect(siblingRange(understand(raw))).toBeUndefined();
  });
});
