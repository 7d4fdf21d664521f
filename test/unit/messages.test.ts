import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { messages } from '../../shared/messages/index.ts';

describe.each(['ko', 'en'] as const)('every %s message', language => {
  test.each(Object.entries(messages[language]))('%s is well formed', (_key, text) => {
    expect(() => new IntlMessageFormat(text, language)).not.toThrow();
    expect(text.trim()).not.toBe('');
  });
});

test('both languages word the same things', () => {
  expect(Object.keys(messages.en).sort()).toEqual(Object.keys(messages.ko).sort());
});

test('Korean never puts a particle that depends on the sound right after a variable', () => {
  const guessed = Object.entries(messages.ko).filter(([, text]) =>
    /\}["'”’]?(?:을\(를\)|이\(가\)|은\(는\)|와\(과\)|[을를](?:\s|$)|[은는](?:\s|$))/.test(text),
  );
  expect(guessed).toEqual([]);
});
