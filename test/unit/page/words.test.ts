import { createIntl } from 'react-intl';
import { describe, expect, test } from 'vitest';
import { judgedAs } from '../../../renderer/caller/judged-as.ts';
import { filterFromSearch, isNarrowed, narrowed } from '../../../renderer/history/filter.ts';
import { afterDays, endOf, firstValue, newDraft, wholeDraft } from '../../../renderer/rules/draft.ts';
import { ruleFor, whoFromSearch } from '../../../renderer/rules/rule-for.ts';
import { whyShort } from '../../../renderer/words/reasons.ts';
import { oftenWords, whenWords, whoWords } from '../../../renderer/words/rule-words.ts';
import { createText } from '../../../renderer/words/text.ts';
import { verdictWords } from '../../../renderer/words/verdict.tsx';
import { callerDetails, callerTitle } from '../../../renderer/words/who.ts';
import { everyKey } from './every-key.ts';
import { writtenPattern } from '../../../shared/messages/number-words.ts';
import { messages } from '../../../shared/messages/index.ts';
import { understand } from '../../../shared/number-plan/understand.ts';
import { ruleKinds } from '../../../shared/rule.ts';
import { aPageCall } from './a-page-call.ts';

const korean = createText(createIntl({ locale: 'ko', messages: messages.ko }));
const english = createText(createIntl({ locale: 'en', messages: messages.en }));
const now = new Date(2026, 10, 24, 12).getTime();

describe('who calls', () => {
  test('a known caller by name, with the number beneath', () => {
    const call = aPageCall('01023456789', now, { knownAs: '엄마' });
    expect(callerTitle(korean, call)).toBe('엄마');
    expect(callerDetails(korean, call)).toEqual(['010-2345-6789', '휴대전화']);
  });

  test('an unknown caller by number, with class and place beneath', () => {
    const call = aPageCall('0519998877', now, { label: 'loan' });
    expect(callerTitle(korean, call)).toBe('051-999-8877');
    expect(callerDetails(korean, call)).toEqual(['일반전화', '부산', '대출 권유']);
    expect(callerDetails(english, call)).toEqual(['Landline', 'Busan', 'Loan offer']);
  });

  test('a hidden number says that it is hidden, in the reader’s language', () => {
    expect(callerTitle(korean, aPageCall('P', now))).toBe('발신번호 표시제한');
    expect(callerTitle(english, aPageCall('P', now))).not.toMatch(/[가-힣]/);
  });
});

describe('the verdict of a row', () => {
  test('says what is happening while it happens', () => {
    expect(verdictWords(korean, aPageCall('15882391', now, { state: 'ringing', outcome: null }))).toBe(
      '울리는 중',
    );
    expect(verdictWords(korean, aPageCall('15882391', now, { state: 'hanging-up', outcome: null }))).toBe(
      '끊는 중',
    );
  });

  test('an answered call was answered, not only ringing', () =>
    expect(verdictWords(korean, aPageCall('15882391', now, { outcome: 'answered' }))).toBe('받음'));

  test('nothing is told of a call that nothing spoke of', () =>
    expect(whyShort(korean, aPageCall('15882391', now))).toBe(''));
});

describe('a rule in words', () => {
  test('class, hours across midnight, and repetition', () => {
    expect(whoWords(korean, { kind: 'class', value: 'voip' })).toBe('인터넷전화(070) 모두');
    expect(whenWords(korean, { days: [1, 2, 3, 4, 5], from: '21:00', to: '08:00' })).toBe('평일 21:00–08:00');
    expect(oftenWords(english, { atLeast: 3, withinMinutes: 60 })).toBe('from call 3 within 1 hour');
  });

  test('every kind of rule has its words in both languages', () => {
    for (const text of [korean, english])
      for (const kind of ruleKinds)
        expect(whoWords(text, { kind, value: firstValue(kind) || '1' })).not.toMatch(/who\./);
  });
});

describe('a rule being written', () => {
  test('is whole once its value is there', () => {
    expect(wholeDraft(newDraft())).toBeNull();
    expect(wholeDraft({ ...newDraft(), who: { kind: 'number', value: ' 1588-2391 ' } })?.who.value).toBe(
      '1588-2391',
    );
  });

  test('a call’s number reaches the rules page and comes back', () =>
    expect(whoFromSearch(new URL(ruleFor(understand('15882391')), 'http://page').search)).toEqual({
      kind: 'number',
      value: '15882391',
    }));

  test('a hidden number makes a rule on hidden numbers', () =>
    expect(ruleFor(understand('P'))).toContain('withheld'));
});

describe('the owner’s word on one caller', () => {
  const number = understand('15882391');
  const rule = (action: 'allow' | 'block', value: string) => ({
    ...newDraft({ kind: 'number', value }),
    action,
    until: null as number | null,
    who: { kind: 'number', value } as const,
  });

  const now = 1000;
  const said = (...rules: Parameters<typeof judgedAs>[0]) => judgedAs(rules, number, now)?.action ?? null;

  test('is read from the rule on that very number, in any writing', () => {
    expect(said(rule('block', '1588-2391'))).toBe('block');
    expect(said(rule('block', '1588-2392'))).toBeNull();
  });

  test('allow stands before block, and a rule that is off or over says nothing', () => {
    expect(said(rule('block', '15882391'), rule('allow', '15882391'))).toBe('allow');
    expect(said({ ...rule('block', '15882391'), enabled: false })).toBeNull();
    expect(said({ ...rule('block', '15882391'), until: now })).toBeNull();
    expect(said({ ...rule('block', '15882391'), until: now + 1 })).toBe('block');
  });
});

describe('the end of a rule that is being written', () => {
  const draft = (value: string) => newDraft({ kind: 'number', value });

  test('is thirty days ahead for 050 numbers, as long as the owner chose none', () => {
    const end = endOf(draft('0507-1234-5678'));
    expect(end).toBe(afterDays(30, Date.now()));
    expect(wholeDraft(draft('0507-1234-5678'))?.until).toBe(end);
    expect(endOf({ ...draft('0507-1234-5678'), until: null })).toBeNull();
    expect(endOf({ ...draft('0507-1234-5678'), action: 'allow' })).toBeNull();
  });

  test('is none for other numbers, and for what is not a number yet', () => {
    expect(endOf(draft('070-1234-5678'))).toBeNull();
    expect(endOf(draft(''))).toBeNull();
  });
});

test('a range of numbers is written as people write one, another pattern as it is', () => {
  expect(writtenPattern('070432155??')).toBe('070-4321-55xx');
  expect(writtenPattern('0231255??')).toBe('02-312-55xx');
  expect(writtenPattern('02312??00')).toBe('02312??00');
  expect(writtenPattern('*1234')).toBe('*1234');
});

describe('the filter of an address', () => {
  test('is read, and what is wrong is left out', () => {
    expect(filterFromSearch('?rule=3')).toEqual({ rule: 3 });
    expect(filterFromSearch('?word=nonsense')).toEqual({});
  });

  test('taking the last thing away leaves everything to be seen', () =>
    expect(isNarrowed(narrowed({ word: 'blocked' }, 'word', undefined))).toBe(false));
});

test.each(['ko', 'en'] as const)(
  'the page has words for everything that the house can say (%s)',
  language => {
    expect(everyKey().filter(key => !(key in messages[language]))).toEqual([]);
  },
);
