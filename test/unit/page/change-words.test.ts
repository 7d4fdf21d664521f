import { createIntl } from 'react-intl';
import { expect, test } from 'vitest';
import { changeWords } from '../../../renderer/rules/change-words.ts';
import { createText } from '../../../renderer/words/text.ts';
import { messages } from '../../../shared/messages/index.ts';

const told = (locale: 'ko' | 'en', display: string) =>
  changeWords(createText(createIntl({ locale, messages: messages[locale] })), {
    id: 1,
    at: 0,
    what: 'rule',
    key: 'caller-blocked',
    values: { display },
    undone: false,
  });

test('the change log names a hidden number in the reader’s language', () => {
  expect(told('en', '발신번호 표시제한')).toBe('Blocked: Number withheld');
  expect(told('en', '070-4123-1234')).toBe('Blocked: 070-4123-1234');
  expect(told('ko', '공중전화')).toContain('공중전화');
});
