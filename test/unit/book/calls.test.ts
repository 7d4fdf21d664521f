import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../../shared/call.ts';
import { aBook, aCall, start } from './a-book.ts';

describe('a call in the book', () => {
  test('comes back as it was written, with its caller', () => {
    const { book } = aBook();
    const written = book.calls.write(aCall());
    expect(written).toEqual({ ...aCall(), knownAs: null, label: null, callsOfCaller: 1 });
    expect(book.calls.get('call-1')).toEqual(written);
  });

  test('grows: the same id is written over and counted once', () => {
    const { book } = aBook();
    book.calls.write(aCall({ state: 'ringing', outcome: null, endedAt: null, rings: 1 }));
    const call = book.calls.write(aCall({ rings: 4 }));
    expect(call.rings).toBe(4);
    expect(call.callsOfCaller).toBe(1);
    expect(book.calls.page({}).total).toBe(1);
  });

  test('moves to the caller that turns out to have called, and leaves nothing behind', () => {
    const { book } = aBook();
    const unknown = {
      number: {
        raw: '',
        class: 'unavailable',
        digits: '',
        display: '',
        valid: false,
        withheld: 'unavailable',
      },
      caller: 'withheld:unavailable',
    } as const;
    book.calls.write(aCall({ ...unknown, callerId: null }));
    book.calls.write(aCall());
    expect(book.callers.get('withheld:unavailable')).toBeNull();
    expect(book.callers.get('023123456')).toMatchObject({ count: 1, firstAt: start, lastAt: start });
  });

  test('that was cut off is closed as interrupted', () => {
    const { book } = aBook();
    book.calls.write(aCall({ id: 'a', state: 'ringing', outcome: null, endedAt: null }));
    book.calls.write(aCall({ id: 'b' }));
    expect(book.calls.closeInterrupted()).toBe(1);
    expect(book.calls.get('a')).toMatchObject({ state: 'ended', outcome: 'interrupted' });
    expect(book.calls.get('b')).toMatchObject({ outcome: 'stopped' });
  });
});

test('the day is summed up by the words of the screen', () => {
  const { book } = aBook();
  const blocked: Verdict = { action: 'block', by: 'block-rule', ruleId: 7, reasons: [] };
  const refused = { verdict: blocked, outcome: 'refused' } as const;
  book.calls.write(aCall({ id: 'a', startedAt: start - 1 }));
  book.calls.write(aCall({ id: 'b', ...refused }));
  book.calls.write(aCall({ id: 'c', outcome: 'missed' }));
  book.calls.write(aCall({ id: 'd', verdict: { action: 'flag', by: 'list', reasons: [] } }));
  expect(book.calls.since(start)).toEqual({ calls: 3, blocked: 1, flagged: 1, missed: 1 });
});

test('a number in another writing, a region, a note, a name and a label word all find the call', () => {
  const { book } = aBook(undefined, { labelsNamed: term => (term === '대출' ? ['loan'] : []) });
  book.calls.write(aCall({ id: 'a' }));
  book.calls.write(
    aCall({
      id: 'b',
      digits: '15881234',
      number: { raw: '', class: 'representative', digits: '15881234', display: '1588-1234', valid: true },
      caller: '15881234',
    }),
  );
  book.callers.change('15881234', { label: 'loan', note: '아침마다', ownName: '행복100% 캐피탈' });
  const found = (search: string) => book.calls.page({ search }).calls.map(call => call.id);
  expect(found('1588-1')).toEqual(['b']);
  expect(found('02 312')).toEqual(['a']);
  expect(found('+82 2-312-3456')).toEqual(['a']);
  expect(found('서울')).toEqual(['a']);
  expect(found('아침')).toEqual(['b']);
  expect(found('캐피탈 1588')).toEqual(['b']);
  expect(found('100%')).toEqual(['b']);
  expect(found('0%0')).toEqual([]);
  expect(found('대출')).toEqual(['b']);
  expect(found('없음')).toEqual([]);
});

test('a caller’s story tells its weeks, hours, ends and siblings', () => {
  const { book } = aBook();
  const week = 7 * 24 * 3_600_000;
  book.calls.write(aCall({ id: 'a' }));
  book.calls.write(aCall({ id: 'b', startedAt: start + 2 * week, outcome: 'missed' }));
  const sibling = aCall({ id: 'c', digits: '023123499', caller: '023123499' });
  book.calls.write(sibling);
  book.calls.write(aCall({ id: 'd', digits: '0231299', caller: '0231299' }));
  const story = book.calls.story('023123456');
  expect(story?.perWeek.map(entry => entry.count)).toEqual([1, 0, 1]);
  expect(story?.hours[new Date(start).getHours()]).toBe(2);
  expect(story?.words).toEqual({ rang: 1, flagged: 0, blocked: 0, missed: 1 });
  expect(story?.outcomes).toMatchObject({ stopped: 1, missed: 1 });
  expect(story?.siblings).toEqual([{ caller: '023123499', display: '023123499', count: 1, label: null }]);
  expect(book.calls.story('nobody')).toBeNull();
});

test('old calls are forgotten, what the owner said of their callers is not', async () => {
  const { book } = aBook();
  book.calls.write(aCall({ id: 'a' }));
  book.calls.write(aCall({ id: 'b', digits: '0311234567', caller: '0311234567' }));
  book.callers.change('023123456', { label: 'loan' });
  expect(await book.calls.forgetBefore(start + 1)).toBe(2);
  expect(book.callers.get('023123456')).toMatchObject({ label: 'loan', count: 0, firstAt: null });
  expect(book.callers.get('0311234567')).toBeNull();
});
