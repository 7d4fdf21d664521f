import { describe, expect, test } from 'vitest';
import { callLine } from '../../main/terminal.ts';
import { createWords } from '../../shared/messages/words.ts';
import { aPageCall } from './page/a-page-call.ts';

const line = (raw: string, language: 'ko' | 'en', knownAs: string | null = null) =>
  callLine(aPageCall(raw, 0, { knownAs }), createWords(language), language).replace(/^\S+\s+/, '');

describe('a call as a line on the terminal', () => {
  test('says in the reader’s language that no number was shown, once', () => {
    expect(line('P', 'en')).toBe('Number withheld     rang');
    expect(line('O', 'en')).toBe('No number           rang');
    expect(line('C', 'en')).toBe('Pay phone           rang');
    expect(line('', 'en')).toMatch(/^No number\s+rang$/);
    expect(line('0000000000', 'en')).toMatch(/^No number\s+rang$/);
    expect(line('P', 'ko')).toMatch(/^발신번호 표시제한\s+\S+$/);
    for (const raw of ['P', 'O', 'C', '']) expect(line(raw, 'en')).not.toMatch(/[가-힣]/);
  });

  test('names a known caller, else tells what the number is', () => {
    expect(line('02-733-1234', 'en')).toMatch(/^02-733-1234\s+Landline · Seoul\s+rang$/);
    expect(line('02-733-1234', 'en', 'Clinic')).toMatch(/^02-733-1234\s+Clinic\s+rang$/);
  });
});
