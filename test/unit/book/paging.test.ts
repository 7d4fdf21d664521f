import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Verdict } from '../../../shared/call.ts';
import { callWord, CallWord } from '../../../shared/call.ts';
import type { CallQueryInput } from '../../../shared/history.ts';
import type { StoredCall } from '../../../main/book/call-rows.ts';
import { writeCall } from '../../../main/book/write-call.ts';
import { openDatabase } from '../../../main/book/database.ts';
import { migrations } from '../../../main/book/migrations/all.ts';
import { bookFile } from '../../../main/book/book.ts';
import { join } from 'node:path';
import { aBook, aCall, aFolder, start } from './a-book.ts';

const many = 100_000;
const classes = ['landline', 'mobile', 'representative', 'voip'] as const;
const lines = ['/dev/ttyACM0', 'tcp://cellar:4000'];
const minute = 60_000;

/** The same calls on every run; several share a time, some callers call once and some often. */
function callAt(index: number): StoredCall {
  const who = (index * index + index * 31) % 5000;
  const kind = classes[who % classes.length] ?? 'landline';
  const digits = `07${String(10_000_000 + who * 137)}`;
  const action = index % 7 === 0 ? 'block' : index % 5 === 0 ? 'flag' : 'allow';
  const verdict: Verdict = {
    action,
    by: 'block-rule',
    reasons: [],
    ...(action === 'block' ? { ruleId: index % 3 } : {}),
  };
  return aCall({
    id: `call-${index}`,
    digits,
    caller: digits,
    number: { raw: digits, class: kind, digits, display: digits, valid: true },
    line: lines[index % 11 === 0 ? 1 : 0] ?? '',
    startedAt: start + Math.floor(index / 3) * minute,
    outcome: action === 'block' ? 'refused' : index % 13 === 0 ? 'missed' : 'stopped',
    verdict,
  });
}

test('pages of a hundred thousand calls are those that a plain search through all of them finds', () => {
  const folder = aFolder();
  const calls = Array.from({ length: many }, (_, index) => callAt(index));
  const database = openDatabase(join(folder, bookFile), {
    migrations,
    onTrouble: () => undefined,
    onTroubleOver: () => undefined,
    now: () => start,
  });
  database.transaction(() => calls.forEach(call => writeCall(database, call)));
  database.close();
  const { book } = aBook(folder);
  const labelled = new Map<string, string>();
  for (const call of calls.slice(0, 40)) {
    book.callers.change(call.caller, { label: 'loan', note: '메모 있음' });
    labelled.set(call.caller, 'loan');
  }

  const newest = calls
    .map((call, seq) => ({ call, seq }))
    .sort((a, b) => b.call.startedAt - a.call.startedAt || b.seq - a.seq)
    .map(({ call }) => call);

  function naive(query: CallQueryInput): StoredCall[] {
    return newest.filter(
      call =>
        (query.word === undefined || callWord(call) === query.word) &&
        (query.class === undefined || call.number.class === query.class) &&
        (query.line === undefined || call.line === query.line) &&
        (query.rule === undefined || call.verdict?.ruleId === query.rule) &&
        (query.from === undefined || call.startedAt >= query.from) &&
        (query.to === undefined || call.startedAt < query.to) &&
        (query.caller === undefined || call.caller === query.caller) &&
        (query.label === undefined || labelled.get(call.caller) === query.label) &&
        (query.search === undefined ||
          (query.search === '메모' ? labelled.has(call.caller) : call.number.digits.includes(query.search))),
    );
  }

  const time = fc.integer({ min: 0, max: Math.floor(many / 3) }).map(index => start + index * minute);
  const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined, freq: 2 });
  const queries = fc.record({
    word: maybe(fc.constantFrom(...CallWord.options)),
    class: maybe(fc.constantFrom(...classes)),
    line: maybe(fc.constantFrom(...lines)),
    rule: fc.option(fc.constantFrom(0, 1, 9), { nil: undefined, freq: 1 }),
    from: maybe(time),
    to: maybe(time),
    caller: fc.option(fc.constantFrom(calls[5]?.caller ?? '', 'nobody'), { nil: undefined, freq: 1 }),
    label: fc.option(fc.constantFrom('loan', 'fax'), { nil: undefined, freq: 1 }),
    search: maybe(fc.constantFrom('7123', '0710', '99', '메모')),
  });
  fc.assert(
    fc.property(queries, fc.integer({ min: 1, max: 200 }), (query, limit) => {
      const expected = naive(query).map(call => call.id);
      const first = book.calls.page({ ...query, limit });
      expect(first.total).toBe(expected.length);
      const found = first.calls.map(call => call.id);
      let next = first.next;
      for (let page = 0; next !== null && page < 3; page++) {
        const more = book.calls.page({ ...query, limit, cursor: next });
        expect(more.total).toBe(expected.length);
        found.push(...more.calls.map(call => call.id));
        next = more.next;
      }
      expect(found).toEqual(expected.slice(0, found.length));
      if (next === null) expect(found.length).toBe(expected.length);
    }),
    { numRuns: 60 },
  );
}, 120_000);

test('calls that come while somebody pages neither double nor hide a row', () => {
  const { book } = aBook();
  for (let index = 0; index < 30; index++) book.calls.write(callAt(index));
  const first = book.calls.page({ limit: 10 });
  for (let index = 30; index < 40; index++) book.calls.write(callAt(index));
  const second = book.calls.page({ limit: 20, ...(first.next === null ? {} : { cursor: first.next }) });
  const ids = [...first.calls, ...second.calls].map(call => call.id);
  expect(ids).toEqual(Array.from({ length: 30 }, (_, index) => `call-${29 - index}`));
  expect(second.total).toBe(40);
});
