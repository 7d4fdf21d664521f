import fc from 'fast-check';
import { RE2JS } from 're2js';
import { describe, expect, test } from 'vitest';
import { createGuard } from '../../main/guard/guard.ts';
import type { CallFacts, GuardSources, Judge, ListHit } from '../../main/guard/guard.ts';
import { compileGlob } from '../../main/guard/glob.ts';
import { compileRules, rankOf } from '../../main/guard/matcher.ts';
import { compileRegex, requiredDigits } from '../../main/guard/regex.ts';
import { foreignForm, ruleDigits, ruleNumber } from '../../main/guard/rule-digits.ts';
import { isKoreanHoliday } from '../../main/guard/holidays.ts';
import { compileWhen, momentOf } from '../../main/guard/when.ts';
import { callerKey } from '../../shared/number.ts';
import type { PhoneNumber } from '../../shared/number.ts';
import { publicLine, publicLines } from '../../shared/number-plan/public-lines.ts';
import { understand } from '../../shared/number-plan/understand.ts';
import type { Rule, RuleWhen, RuleWho } from '../../shared/rule.ts';
import { Settings } from '../../shared/settings.ts';

// Few digits and short heads, so that rules and numbers meet often.
const tail = fc.stringMatching(/^[0-3]{4}$/);
const written = fc.oneof(
  tail.map(end => `1588${end}`),
  tail.map(end => `0701234${end}`),
  tail.map(end => `0102345${end}`),
  tail.map(end => `02733${end}`),
  tail.map(end => `0018613${end}0000`),
  fc.constantFrom('P', 'O', 'C', 'PrivDirOff', '112', '15661188', '000'),
);
const pattern = fc.stringMatching(/^[0-3*?]{1,6}$/);
const expression = fc.oneof(
  fc.stringMatching(/^\^?[0-3]{1,4}[?*+]?[0-3.]{0,3}\$?$/),
  fc.stringMatching(/^\(?[0-3]{1,2}\|[0-3]{1,2}$/),
  fc.stringMatching(/^\^?\[[0-3]{1,2}\][0-3]{0,3}(\{2\})?$/),
  fc.constantFrom('', '(', '\\d{4}$', '^07', '0{2}', '(?:15|16)88', '^1588.*3$', '[^]]1', '3{0}12'),
);
const who: fc.Arbitrary<RuleWho> = fc.oneof(
  written.map(value => ({ kind: 'number', value }) as const),
  fc
    .stringMatching(/^(15|070|010|02|001|\+86)[0-3-]{0,5}$/)
    .map(value => ({ kind: 'prefix', value }) as const),
  fc
    .oneof(
      pattern,
      pattern.map(end => `070${end}`),
      pattern.map(begin => `${begin}23*`),
    )
    .map(value => ({ kind: 'wildcard', value }) as const),
  expression.filter(value => value !== '').map(value => ({ kind: 'regex', value }) as const),
  fc
    .constantFrom('representative', 'voip', 'withheld', 'invalid')
    .map(value => ({ kind: 'class', value }) as const),
  fc.constantFrom('CN', 'US').map(value => ({ kind: 'country', value }) as const),
  fc.constantFrom('서울', '부산').map(value => ({ kind: 'region', value }) as const),
  fc.constantFrom('private', 'payphone', 'any').map(value => ({ kind: 'withheld', value }) as const),
  fc.constantFrom('*loan*', 'a?c', 'ABC', '*', '???', '?*').map(value => ({ kind: 'name', value }) as const),
  fc.constantFrom('loan', 'family').map(value => ({ kind: 'label', value }) as const),
  fc.constantFrom('family', 'work').map(value => ({ kind: 'group', value }) as const),
  fc.constantFrom('1', '2').map(value => ({ kind: 'list', value }) as const),
  fc.constant({ kind: 'any', value: '' } as const),
);
const noon = new Date('2026-11-25T12:00:00').getTime();
const rule: fc.Arbitrary<Omit<Rule, 'id'>> = fc.record({
  who,
  action: fc.constantFrom('allow', 'flag', 'block'),
  when: fc.constantFrom(null, null, null, { days: [3] }, { from: '13:00', to: '11:00' }),
  often: fc.constantFrom(
    null,
    null,
    null,
    { atLeast: 2, withinMinutes: 5 },
    { atLeast: 3, withinMinutes: 12 },
  ),
  line: fc.constantFrom(null, null, 'a', 'b'),
  hangUp: fc.constant(null),
  until: fc.constantFrom(null, null, noon, noon + 1),
  enabled: fc.boolean(),
  note: fc.constant(''),
  createdAt: fc.constant(0),
});
const rules = fc.array(rule, { maxLength: 12 }).map(list => list.map((one, id): Rule => ({ ...one, id })));
const call = fc.record({
  raw: written,
  name: fc.constantFrom(null, 'abc', 'Some Loan Co'),
  line: fc.constantFrom('a', 'b'),
  doubtful: fc.boolean(),
});
const known = fc.record({
  label: fc.constantFrom(null, 'loan', 'family'),
  contact: fc.constantFrom(null, { name: 'x', group: 'family' }, { name: 'y', group: null }),
  lists: fc.uniqueArray(fc.constantFrom('1', '2'), { maxLength: 2 }),
  stance: fc.constantFrom('allow', 'flag', 'block'),
  recent: fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 3 }),
});
type Known = typeof known extends fc.Arbitrary<infer T> ? T : never;

function factsOf({
  raw,
  ...rest
}: {
  raw: string;
  name: string | null;
  line: string;
  doubtful: boolean;
}): CallFacts {
  const number = understand(raw);
  return { at: noon, number, caller: callerKey(number), ...rest };
}

function bookOf({ label, contact, lists, stance, recent }: Known): GuardSources {
  const hits = lists.map((id): ListHit => ({ id, name: id, action: stance, category: null }));
  return {
    listsWith: () => hits,
    contactOf: () => contact,
    labelOf: () => label,
    recentCalls: (_, since) =>
      recent
        .map(minutes => noon - minutes * 60_000)
        .sort((a, b) => b - a)
        .filter(time => time >= since),
  };
}

/** One rule at a time, as its meaning is written down, with no index and no haste. */
function naivelySpeaks({ who: { kind, value } }: Rule, facts: CallFacts, book: GuardSources): boolean {
  const { number } = facts;
  const forms = [number.digits, foreignForm(number)].filter(
    (text): text is string => text !== null && text !== '',
  );
  switch (kind) {
    case 'number': {
      const digits = ruleNumber(value);
      return digits === ''
        ? number.digits === '' && number.raw.trim().toLowerCase() === value.trim().toLowerCase()
        : forms.includes(digits);
    }
    case 'prefix':
      return ruleDigits(value) !== '' && forms.some(text => text.startsWith(ruleDigits(value)));
    case 'wildcard':
      return ruleDigits(value) !== '' && forms.some(text => naiveGlob(ruleDigits(value), text));
    case 'regex':
      try {
        return number.digits !== '' && RE2JS.compile(value).matcher(number.digits).find();
      } catch {
        return false;
      }
    case 'class':
      return number.class === value;
    case 'country':
      return number.country === value;
    case 'region':
      return number.region === value;
    case 'withheld':
      return number.withheld !== undefined && (value === 'any' || number.withheld === value);
    case 'name':
      return facts.name !== null && naiveGlob(value.toLowerCase(), facts.name.toLowerCase());
    case 'label':
      return book.labelOf(facts.caller) === value;
    case 'group':
      return book.contactOf(facts.caller)?.group === value;
    case 'list':
      return number.digits !== '' && book.listsWith(number.digits).some(list => list.id === value);
    case 'any':
      return true;
  }
}

function naiveGlob(pattern: string, text: string): boolean {
  if (pattern === '') return text === '';
  const rest = pattern.slice(1);
  if (pattern.startsWith('*'))
    return naiveGlob(rest, text) || (text !== '' && naiveGlob(pattern, text.slice(1)));
  return text !== '' && (pattern.startsWith('?') || pattern[0] === text[0]) && naiveGlob(rest, text.slice(1));
}

/** noon is a Wednesday: the days fit, the hours do not. */
function naivelyHolds(one: Rule, facts: CallFacts, book: GuardSources): boolean {
  if (!one.enabled || (one.until !== null && one.until <= noon) || (one.line ?? facts.line) !== facts.line)
    return false;
  if (one.when?.from !== undefined) return false;
  if (one.often) {
    const earlier = book.recentCalls(facts.caller, noon - one.often.withinMinutes * 60_000);
    if (earlier.length + 1 < one.often.atLeast) return false;
  }
  return naivelySpeaks(one, facts, book);
}

function match(list: Rule[], facts: CallFacts, book: GuardSources) {
  return compileRules(list).match(
    facts,
    momentOf(facts.at, () => false),
    {
      lists: () => (facts.number.digits === '' ? [] : book.listsWith(facts.number.digits)),
      group: () => book.contactOf(facts.caller)?.group ?? null,
      label: () => book.labelOf(facts.caller),
      recent: (caller, since) => book.recentCalls(caller, since),
    },
  );
}

test('the compiled matcher finds what a naive one finds', () => {
  fc.assert(
    fc.property(rules, call, known, (list, heard, knows) => {
      const facts = factsOf(heard);
      const book = bookOf(knows);
      const found = match(list, facts, book);
      for (const action of ['allow', 'block', 'flag'] as const) {
        const naive = list
          .filter(one => one.action === action && naivelyHolds(one, facts, book))
          .sort((a, b) => rankOf(a) - rankOf(b))[0];
        expect(found[action]?.id).toBe(naive?.id);
      }
    }),
    { numRuns: 3000 },
  );
});

/** The spans that a rule's hours have, written out day by day: one that began today or yesterday may hold now. */
function naivelyWithin({ days, from = '00:00', to = '24:00', holidays }: RuleWhen, at: number): boolean {
  return [0, 1].some(ago => {
    const day = new Date(at);
    day.setDate(day.getDate() - ago);
    const on = (clock: string, later: number) =>
      new Date(
        day.getFullYear(),
        day.getMonth(),
        day.getDate() + later,
        Number(clock.slice(0, 2)),
        Number(clock.slice(3)),
      ).getTime();
    const whole = from === to;
    const begins = whole ? on('00:00', 0) : on(from, 0);
    const ends = whole ? on('00:00', 1) : on(to, from > to ? 1 : 0);
    return (
      at >= begins &&
      at < ends &&
      (days === undefined || days.includes(day.getDay())) &&
      (holidays === undefined || isKoreanHoliday(on('12:00', 0)) === (holidays === 'only'))
    );
  });
}

test('hours hold when a naive reading of them does: over midnight, on days of the week, on holidays and off them', () => {
  const clock = fc.constantFrom('00:00', '08:00', '08:01', '12:00', '21:00', '23:59');
  const when = fc.record(
    {
      days: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 5 }),
      from: clock,
      to: clock,
      holidays: fc.constantFrom('off', 'only'),
    },
    { requiredKeys: [] },
  );
  // The days around 추석, minutes around the edges.
  const moment = fc
    .tuple(fc.integer({ min: 20, max: 30 }), clock, fc.integer({ min: -1, max: 1 }))
    .map(([day, time, minutes]) => new Date(`2026-09-${day}T${time}:00`).getTime() + minutes * 60_000);
  fc.assert(
    fc.property(when, moment, (hours, at) => {
      expect(compileWhen(hours)(momentOf(at, isKoreanHoliday))).toBe(naivelyWithin(hours, at));
    }),
    { numRuns: 3000 },
  );
});

test('a wildcard matches what a naive one matches, and in bounded time', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[01*?]{0,8}$/), fc.stringMatching(/^[01]{0,10}$/), (pattern, text) => {
      expect(compileGlob(pattern)(text)).toBe(naiveGlob(pattern, text));
    }),
    { numRuns: 3000 },
  );
  expect(compileGlob('*1'.repeat(32))('0'.repeat(20_000))).toBe(false);
});

test('what an expression is looked up by is in all that it matches', () => {
  fc.assert(
    fc.property(expression, fc.stringMatching(/^[0-3]{0,8}$/), (pattern, text) => {
      if (compileRegex(pattern)?.(text) !== true) return;
      const { digits, anchored } = requiredDigits(pattern);
      expect(anchored ? text.startsWith(digits) : text.includes(digits)).toBe(true);
    }),
    { numRuns: 5000 },
  );
});

describe('whatever the rules,', () => {
  const score = fc.record({
    action: fc.constantFrom(null, 'allow', 'flag', 'block'),
    score: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  const settings = fc.record({
    mode: fc.constantFrom('normal', 'watch', 'contacts', 'night'),
    pausedUntil: fc.constantFrom(null, noon + 1),
    block: fc.boolean(),
  });
  const decide = (
    list: Rule[],
    facts: CallFacts,
    knows: Known,
    judged: typeof score extends fc.Arbitrary<infer T> ? T : never,
    set: typeof settings extends fc.Arbitrary<infer T> ? T : never,
  ) => {
    const judge: Judge = { judge: () => ({ ...judged, reasons: [], category: null }) };
    const chosen = Settings.parse({
      mode: set.mode,
      pausedUntil: set.pausedUntil,
      learning: { on: true, caution: 'eager' },
      classDefaults: set.block ? { [facts.number.class]: 'block' } : {},
    });
    return createGuard(bookOf(knows), { rules: list, settings: chosen }, judge).decide(facts);
  };
  const law = (
    check: (verdict: ReturnType<typeof decide>, facts: CallFacts, list: Rule[], knows: Known) => void,
  ) =>
    fc.assert(
      fc.property(rules, call, known, score, settings, (list, heard, knows, judged, set) => {
        const facts = factsOf(heard);
        check(decide(list, facts, knows, judged, set), facts, list, knows);
      }),
      { numRuns: 1500 },
    );

  test('a public line is never blocked', () => {
    fc.assert(
      fc.property(
        rules,
        fc.constantFrom(...publicLines),
        known,
        score,
        settings,
        (list, line, knows, judged, set) => {
          const number: PhoneNumber = understand(line.digits);
          const facts = {
            at: noon,
            number,
            caller: callerKey(number),
            line: 'a',
            name: null,
            doubtful: false,
          };
          expect(decide(list, facts, knows, judged, set)).toMatchObject({
            action: 'allow',
            by: 'public-line',
          });
        },
      ),
      { numRuns: 1500 },
    );
  });
  test('a doubtful number is never blocked', () =>
    law((verdict, facts) => {
      if (facts.doubtful) expect(verdict.action).not.toBe('block');
    }));
  test('an allow rule is never beaten by a rule, a list, a score, a mode or a class', () =>
    law((verdict, facts, list, knows) => {
      if (publicLine(facts.number) || !match(list, facts, bookOf(knows)).allow) return;
      expect(verdict).toMatchObject({ action: 'allow', by: 'allow-rule' });
    }));
  test('a contact is never beaten by a block rule, a list, a score, a mode or a class', () =>
    law((verdict, _facts, _list, knows) => {
      if (knows.contact) expect(verdict.action).toBe('allow');
    }));
  test('a verdict always has a reason, and a rule where a rule decided', () =>
    law(verdict => {
      expect(verdict.reasons.length).toBeGreaterThan(0);
      if (verdict.by.endsWith('-rule')) expect(verdict.ruleId).toBeDefined();
      expect(verdict.hangUp !== undefined).toBe(verdict.action === 'block');
    }));
  test('one more allow rule never makes a verdict stricter', () => {
    const strictness = { allow: 0, flag: 1, block: 2 };
    fc.assert(
      fc.property(rules, rule, call, known, score, settings, (list, extra, heard, knows, judged, set) => {
        const facts = factsOf(heard);
        const more: Rule[] = [...list, { ...extra, action: 'allow', id: 99 }];
        const before = decide(list, facts, knows, judged, set).action;
        expect(strictness[decide(more, facts, knows, judged, set).action]).toBeLessThanOrEqual(
          strictness[before],
        );
      }),
      { numRuns: 1500 },
    );
  });
});
