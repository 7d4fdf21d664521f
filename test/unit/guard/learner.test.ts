import { describe, expect, test } from 'vitest';
import type { Evidence } from '../../../main/guard/guard.ts';
import { createLearner } from '../../../main/guard/learner.ts';
import type { Learner } from '../../../main/guard/learner.ts';
import { understand } from '../../../shared/number-plan/understand.ts';
import { at, facts, numbers, phone } from './call-facts.ts';

const nothing: Evidence = { label: null, lists: [], contact: false };
const judge = (
  learner: Learner,
  number: string,
  evidence = nothing,
  more: Parameters<typeof facts>[1] = {},
) => learner.judge(facts(understand(number), more), evidence, 'careful');
const hear = (learner: Learner, number: string, deed: Parameters<Learner['observe']>[2], clock = '11:00') =>
  learner.observe(facts(understand(number), { at: at(clock) }), nothing, deed);
const keys = (...given: Parameters<typeof judge>) => judge(...given).reasons.map(reason => reason.key);

describe('before any call', () => {
  test('classes are told apart by what is published of them', () => {
    const learner = createLearner();
    const score = (number: string) => judge(learner, number).score;
    expect(score('006821023456789')).toBeGreaterThan(score('07043215555'));
    expect(score('07043215555')).toBeGreaterThan(score('01023456789'));
    expect(score('01023456789')).toBeGreaterThan(score('050712345678'));
  });
  test('nobody is blocked', () => {
    for (const number of ['006821023456789', '0601234567', '07043215555', '15881234', 'P', '000-0-6348'])
      expect(judge(createLearner(), number).action).not.toBe('block');
  });
});

describe('one call of a campaign that the owner labelled', () => {
  const learner = createLearner();
  hear(learner, '07043215510', { label: 'invest', answered: true });

  test('condemns its number, and numbers next to it', () => {
    expect(judge(learner, '07043215510').action).toBe('block');
    expect(judge(learner, '07043215517').action).toBe('block');
    expect(judge(learner, '07043215498').action).toBe('block');
  });
  test('is told as the reason, with the likely category', () => {
    expect(keys(learner, '07043215510')[0]).toBe('learned.caller-bad');
    expect(keys(learner, '07043215517')[0]).toBe('learned.near-bad');
    expect(judge(learner, '07043215517').category).toBe('invest');
  });
  test('condemns no number far from it, of another length, or of another exchange', () => {
    for (const number of ['07043219510', '0704321551', '07043225510', '01043215510'])
      expect(judge(learner, number).action, number).not.toBe('block');
  });
  test('never condemns a contact, a caller labelled good, or a doubtful number', () => {
    expect(judge(learner, '07043215511', { ...nothing, contact: true }).action).toBe(null);
    expect(judge(learner, '07043215511', { ...nothing, label: 'medical' }).action).not.toBe('block');
    expect(judge(learner, '07043215511', nothing, { doubtful: true }).action).not.toBe('block');
  });
});

test('safe numbers are lent to anybody: neighbours mean nothing there', () => {
  const learner = createLearner();
  for (let end = 10; end < 16; end++) hear(learner, `0507123456${end}`, { label: 'delivery' });
  hear(learner, '050712345620', { label: 'telemarketing' });
  expect(judge(learner, '050712345621').action).toBe(null);
});

test('a caller that was labelled good rings, though its neighbours are bad', () => {
  const learner = createLearner();
  hear(learner, '07043215510', { label: 'loan' });
  hear(learner, '07043215512', { label: 'medical' });
  expect(judge(learner, '07043215512').action).toBe('allow');
});

describe('one bad word about a caller that was labelled good', () => {
  const slipped = () => {
    const learner = createLearner();
    hear(learner, '0327771234', { label: 'medical' });
    hear(learner, '0327771234', { label: 'loan' });
    return learner;
  };
  test('may be a slip: it is shown', () => expect(judge(slipped(), '0327771234').action).toBe('flag'));
  test('is believed at the second', () => {
    const learner = slipped();
    hear(learner, '0327771234', { label: 'loan' });
    expect(judge(learner, '0327771234').action).toBe('block');
  });
  test('is believed at once where it was said between calls, on purpose', () => {
    const learner = createLearner();
    hear(learner, '0327771234', { label: 'medical' });
    learner.relabel('0327771234', numbers.clinic, { label: 'loan' });
    expect(judge(learner, '0327771234').action).toBe('block');
  });
});

test('a caller that called before its neighbours turned out to be a campaign does not belong to it', () => {
  const learner = createLearner();
  const on = (date: string, number: string, deed: Parameters<Learner['observe']>[2]) =>
    learner.observe(facts(understand(number), { at: at('11:00', date) }), nothing, deed);
  for (const date of ['2026-10-05', '2026-10-19', '2026-11-02']) on(date, '0327771234', { answered: true });
  for (const end of ['35', '36', '37']) on('2026-11-24', `03277712${end}`, { label: 'telecom' });
  expect(judge(learner, '0327771234').action).not.toBe('block');
  expect(judge(learner, '0327771238').action).toBe('block');
});

test('three unwanted callers of ten thousand numbers on which nobody else calls condemn the others', () => {
  const learner = createLearner();
  for (const end of ['0410', '3977', '8123']) hear(learner, `0704321${end}`, { label: 'loan' });
  expect(judge(learner, '07043216001').action).toBe('block');
  expect(judge(learner, '07043226001').action).not.toBe('block');
});

test('a caller that was answered again and again grows familiar', () => {
  const learner = createLearner();
  const before = judge(learner, '0327771234').score;
  for (const clock of ['09:00', '10:00', '11:00', '12:00'])
    hear(learner, '0327771234', { answered: true }, clock);
  expect(judge(learner, '0327771234').score).toBeLessThan(before / 2);
  expect(keys(learner, '0327771234')).toContain('learned.caller-known');
});

test('several unknown neighbours in a row are suspicious before anybody said so', () => {
  const learner = createLearner();
  const before = judge(learner, '07043215514').score;
  for (const end of ['10', '11', '13']) hear(learner, `070432155${end}`, { answered: false, rings: 8 });
  const { score, action, reasons } = judge(learner, '07043215514');
  expect(score).toBeGreaterThan(before);
  expect(action).not.toBe('block');
  expect(reasons.map(reason => reason.key)).toContain('learned.near-many');
});

test('an owner of whom all 070 callers were unwanted has them flagged, and one who likes them has not', () => {
  const plagued = createLearner();
  const liked = createLearner();
  for (let index = 0; index < 30; index++) {
    const number = `070${2000 + index * 97}${1000 + index * 131}`;
    hear(plagued, number, { label: 'loan' });
    hear(liked, number, { label: 'family', answered: true });
  }
  expect(judge(plagued, '07099887766').action).toBe('flag');
  expect(judge(liked, '07099887766').score).toBeLessThan(0.2);
});

test('hidden callers are many people: a label says something of the kind, not of one caller', () => {
  const learner = createLearner();
  for (let index = 0; index < 3; index++) hear(learner, 'P', { label: 'phishing' });
  expect(judge(learner, 'P').action).not.toBe('block');
});

test('the owner may take a label back', () => {
  const learner = createLearner();
  hear(learner, '07043215510', { label: 'loan' });
  learner.relabel('07043215510', numbers.voip, { label: null });
  expect(judge(learner, '07043215510').action).not.toBe('block');
  learner.relabel('07043215510', numbers.voip, { refused: true });
  expect(judge(learner, '07043215510').action).toBe('block');
});

test('calls that were refused before anybody heard them make a caller no more familiar', () => {
  const learner = createLearner();
  for (const end of ['10', '11', '12']) hear(learner, `070432155${end}`, { label: 'loan' });
  const before = judge(learner, '07043215514').score;
  for (let call = 0; call < 12; call++) hear(learner, '07043215514', { answered: null, unheard: true });
  expect(judge(learner, '07043215514').score).toBeGreaterThan(before - 0.005);
  expect(judge(learner, '07043215514').action).toBe('block');
});

test("a label given after the call counts among the owner's ways as one given with it", () => {
  const [withIt, afterIt] = [createLearner(), createLearner()];
  for (const learner of [withIt, afterIt])
    for (const end of ['10', '11', '12']) hear(learner, `070432155${end}`, { label: 'loan', answered: true });
  hear(withIt, '07043215513', { label: 'loan', answered: true });
  hear(afterIt, '07043215513', { answered: true });
  const ways = (learner: Learner) => learner.state().habits.filter(([key]) => key.startsWith('label:'));
  expect(ways(afterIt)).not.toEqual(ways(withIt));
  for (let word = 0; word < 2; word++) afterIt.relabel('07043215513', numbers.voip, { label: 'loan' });
  expect(ways(afterIt)).toEqual(ways(withIt));
});

describe('what was learned', () => {
  const learner = createLearner();
  hear(learner, '07043215510', { label: 'loan', answered: true });
  hear(learner, '0327771234', { label: 'medical', answered: true });
  hear(learner, '0212345678', { answered: false, rings: 1 });
  hear(learner, 'P', { answered: false });

  test('survives being written down and read again', () => {
    const again = createLearner(JSON.parse(JSON.stringify(learner.state())));
    for (const number of ['07043215510', '07043215520', '0327771234', '0212345678', 'P', '15881234'])
      expect(judge(again, number).score, number).toBeCloseTo(judge(learner, number).score, 3);
    expect(again.record()).toEqual(learner.record());
  });
  test.each([null, 7, {}, { version: 2 }, { ...learner.state(), callers: [{ caller: 1 }] }])(
    'starts anew from a damaged memory (%#)',
    damaged => {
      expect(createLearner(damaged).record().calls).toBe(0);
    },
  );
});

test('the record tells what it would have blocked, and how many of those the owner refused', () => {
  const learner = createLearner();
  hear(learner, '07043215510', { label: 'loan' });
  for (const end of ['11', '12', '13']) hear(learner, `070432155${end}`, { label: 'loan' });
  hear(learner, '07043215514', { answered: true });
  hear(learner, '07043215514', { label: 'medical' });
  expect(learner.record()).toMatchObject({
    calls: 6,
    wouldBlock: { all: 5, refused: 3, wanted: 2 },
    ready: false,
  });
});

test('a very odd caller is weighed like any other', () => {
  const learner = createLearner();
  for (const number of [phone('', 'invalid', { raw: 'PrivDirOff' }), phone('9'.repeat(64), 'invalid')]) {
    learner.observe(facts(number), nothing, { label: 'silent' });
    expect(learner.judge(facts(number), nothing, 'eager').score).toBeGreaterThanOrEqual(0);
  }
});
