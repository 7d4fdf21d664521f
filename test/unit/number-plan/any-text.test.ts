import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PhoneNumber, numberClasses } from '../../../shared/number.ts';
import { numberNotes } from '../../../shared/number-plan/notes.ts';
import { publicLine } from '../../../shared/number-plan/public-lines.ts';
import { searchDigits, siblingRange } from '../../../shared/number-plan/search-form.ts';
import { understand } from '../../../shared/number-plan/understand.ts';
import { number as en } from '../../../shared/messages/en/number.ts';
import { number as ko } from '../../../shared/messages/ko/number.ts';

const digitish = fc.string({ unit: fc.constantFrom(...Array.from('0123456789+-() ')), maxLength: 24 });
const koreanish = fc
  .tuple(
    fc.constantFrom(
      '',
      '0',
      '00',
      '02',
      '031',
      '010',
      '070',
      '050',
      '080',
      '082',
      '8210',
      '+82',
      '006',
      '00682',
      '15',
      '13',
      '1',
    ),
    fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), maxLength: 14 }),
  )
  .map(([head, tail]) => head + tail);
const anyText = fc.oneof(fc.string(), fc.string({ unit: 'binary', maxLength: 300 }), digitish, koreanish);
const country = fc.constantFrom('KR', 'US', 'GB', 'DE', 'JP', 'ZZ', '');

describe('any text at all', () => {
  test('is understood without throwing, within bounds, in the shared form', () => {
    fc.assert(
      fc.property(anyText, country, (text, line) => {
        const number = understand(text, { country: line });
        expect(PhoneNumber.safeParse(number).success).toBe(true);
        expect(number.display.length).toBeLessThanOrEqual(80);
        expect(number.raw.length).toBeLessThanOrEqual(64);
        expect(number.digits).toMatch(/^\d*$/);
        expect(number.display).not.toMatch(/[\p{Cc}\p{Cf}]/u);
        for (const note of number.notes ?? []) expect(numberNotes).toContain(note);
        publicLine(number, line);
        siblingRange(number);
        searchDigits(text, line);
      }),
      { numRuns: 3000 },
    );
  });

  test('that is a valid number is read the same from its own display', () => {
    fc.assert(
      fc.property(fc.oneof(koreanish, digitish), text => {
        const number = understand(text);
        if (!number.valid) return;
        const again = understand(number.display);
        expect([again.digits, again.class, again.display]).toEqual([
          number.digits,
          number.class,
          number.display,
        ]);
      }),
      { numRuns: 5000 },
    );
  });

  test('of a megabyte is cut, not chewed', () => {
    for (const unit of ['0', '-', '(', '\u202e', ' ', 'A', '😀', '+'])
      expect(understand(unit.repeat(1_000_000)).display.length).toBeLessThanOrEqual(64);
  });
});

describe('the words for numbers', () => {
  test('exist in both languages for every class and note', () => {
    for (const words of [ko, en]) {
      const keys = Object.keys(words);
      for (const name of numberClasses) {
        expect(keys).toContain(`number.class.${name}`);
        expect(keys).toContain(`number.class.${name}.about`);
      }
      for (const note of numberNotes) expect(keys).toContain(`number.note.${note}`);
    }
  });
});
