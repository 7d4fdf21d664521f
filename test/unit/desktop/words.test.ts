import { describe, expect, test } from 'vitest';
import { createTeller, notificationWords, storyPath, trayWords } from '../../../main/desktop-words.ts';
import type { Call, Verdict } from '../../../shared/call.ts';
import type { LineState, LineStatus } from '../../../shared/line-status.ts';
import type { Language } from '../../../shared/messages/index.ts';
import { createWords } from '../../../shared/messages/words.ts';
import { understand } from '../../../shared/number-plan/understand.ts';

const call = (change: Partial<Call>): Call => ({
  id: 'a',
  line: 'auto',
  startedAt: 0,
  endedAt: null,
  rings: 1,
  callerId: null,
  state: 'ended',
  outcome: 'refused',
  hangUp: { method: 'drop', attempts: 1, verified: true, asked: 'guard' },
  number: understand('15881234'),
  caller: '15881234',
  verdict: { action: 'block', by: 'block-rule', reasons: [] },
  knownAs: null,
  label: null,
  callsOfCaller: 1,
  ...change,
});
const flagged: Verdict = { action: 'flag', by: 'flag-rule', reasons: [] };
const told = (change: Partial<Call>, language: Language = 'en') =>
  notificationWords(call(change), createWords(language), language);

describe('a notification', () => {
  test('says blocked only of a call that is over', () => {
    expect(told({ state: 'ringing', outcome: null })).toBeNull();
    expect(told({ state: 'hanging-up', outcome: null })).toBeNull();
    expect(told({})?.title).toBe('Call blocked');
  });
  test('says when a call could not be ended', () => {
    expect(told({ outcome: 'refusal-failed' })?.title).toBe('The call could not be ended');
  });
  test('tells a flagged call while it rings', () => {
    expect(told({ verdict: flagged, state: 'ringing', outcome: null })?.title).toBe(
      'Be careful with this call',
    );
  });
  test('tells neither allowed calls nor those that the owner ended', () => {
    expect(told({ verdict: { ...flagged, action: 'allow' } })).toBeNull();
    expect(told({ verdict: null })).toBeNull();
    expect(told({ hangUp: { method: 'drop', attempts: 1, verified: true, asked: 'owner' } })).toBeNull();
  });
  test('names whom the owner knows, else what the number is', () => {
    expect(told({ knownAs: '은행' }, 'ko')?.body).toBe('은행 · 1588-1234');
    expect(told({}, 'ko')?.body).toMatch(/^1588-1234 · 대표번호/);
  });
  test('says of a withheld number that there is none', () => {
    const number = understand('P');
    expect(told({ number, caller: 'withheld:private' }, 'ko')?.body).toMatch(/[가-힣]/);
    expect(told({ number, caller: 'withheld:private' })?.body).not.toMatch(/[가-힣]|^ ·|· $/);
  });
  test('gives the first reason on a line of its own', () => {
    const reasons = [{ key: 'mode.contacts', values: {}, speaks: 'for' as const }];
    const [, why] = (told({ verdict: { action: 'block', by: 'mode', reasons } })?.body ?? '').split('\n');
    expect(why).toBeTruthy();
    expect(why).not.toMatch(/reason\./);
  });
});

test('each call is told once, however often it changes', () => {
  const seen: string[] = [];
  const tell = createTeller(each => seen.push(each.id));
  tell(call({ state: 'ringing', outcome: null }));
  tell(call({}));
  tell(call({ label: 'loan' }));
  tell(call({ id: 'b', verdict: flagged }));
  expect(seen).toEqual(['a', 'b']);
});

describe('the tray', () => {
  const line = (state: LineState): LineStatus => ({
    line: 'auto',
    path: '/dev/ttyACM0',
    state,
    since: 0,
    modem: null,
    canHangUp: true,
    values: {},
    lastCallAt: null,
    ports: [],
  });
  const today = { calls: 14, blocked: 6, flagged: 1, missed: 2 };
  const says = (lines: LineStatus[], pausedUntil: number | null = null, language: Language = 'ko') =>
    trayWords({ lines, today, pausedUntil }, createWords(language), language, 1000);

  test('tells today in the reader’s language', () => {
    expect(says([line('watching')]).today).toBe('오늘 전화 14 · 차단 6 · 주의 1');
    expect(says([line('watching')], null, 'en').today).toBe('Today: 14 calls · 6 blocked · 1 flagged');
  });
  test('tells of a line in trouble before one that is guarded', () => {
    expect(says([line('watching'), line('unplugged')]).state).toBe(says([line('unplugged')]).state);
  });
  test('says that no line is watched where there is none', () => {
    expect(says([]).state).toBe('지켜보는 전화선이 없어요.');
  });
  test('tells the pause while it lasts', () => {
    expect(says([line('watching')], 1001).state).toMatch(/까지 쉬고 있어요/);
    expect(says([line('watching')], 1000).state).toBe(says([line('watching')]).state);
  });
});

test('a caller’s page is found whatever the caller is called', () => {
  expect(storyPath('withheld:private')).toBe('caller/withheld%3Aprivate');
  expect(storyPath('../x?y')).toBe('caller/..%2Fx%3Fy');
});
