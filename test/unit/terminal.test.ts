import { describe, expect, test } from 'vitest';
import { callLine, createOnce, lineLine } from '../../main/terminal.ts';
import { LineStatus } from '../../shared/line-status.ts';
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

describe('the state of a line', () => {
  const words = createWords('en');
  const status = LineStatus.parse({
    line: '/dev/ttyACM0',
    path: null,
    state: 'watching',
    since: 0,
    modem: null,
    canHangUp: true,
    values: {},
    lastCallAt: null,
    ports: [],
  });

  test('is a sentence, with what to do where something is to be done', () => {
    expect(lineLine(status, words)).toBe('Watching for calls');
    expect(lineLine({ ...status, state: 'silent' }, words)).toMatch(/^The modem does not answer\. Unplug/);
  });

  test('names the line where there are several', () => {
    expect(lineLine(status, words, 2)).toBe('/dev/ttyACM0 · Watching for calls');
  });
});

test('a call is told once, of the last few hundred', () => {
  const isNew = createOnce();
  expect(['a', 'a', 'b', 'a'].map(isNew)).toEqual([true, false, true, false]);
  for (let at = 0; at < 1000; at++) isNew(String(at));
  expect([isNew('999'), isNew('a')]).toEqual([false, true]);
});
