import { describe, expect, test } from 'vitest';
import type { CallerId, LineCall } from '../../../shared/call.ts';
import { next, wakeAt } from '../../../main/line/call.ts';
import { defaultCallRules, idleTrack } from '../../../main/line/call-track.ts';
import { mergeCallerId } from '../../../main/line/announcement.ts';
import type { CallEvent, CallRules, CallTrack } from '../../../main/line/call-track.ts';

const nothing: CallerId = {
  number: null,
  name: null,
  date: null,
  time: null,
  withheld: null,
  checksum: null,
};
const from = (number: string, more: Partial<CallerId> = {}): CallEvent => ({
  type: 'caller-id',
  callerId: { ...nothing, number, ...more },
});
const withheld: CallEvent = { type: 'caller-id', callerId: { ...nothing, withheld: 'private' } };
const ring: CallEvent = { type: 'ring' };
const refuse: CallEvent = { type: 'verdict', refuse: true, method: 'drop' };
const allow: CallEvent = { type: 'verdict', refuse: false };
const hungUp: CallEvent = { type: 'hung-up', ok: true, method: 'drop' };

/** Plays events at given seconds; ticks fall due in between as they would. `verdict` answers each question. */
function play(
  events: [number, CallEvent][],
  {
    refuses = () => false,
    rules: own = {},
    endS = 60,
  }: { refuses?: (call: LineCall) => boolean; rules?: Partial<CallRules>; endS?: number } = {},
) {
  let ids = 0;
  const rules: CallRules = { ...defaultCallRules, line: 'L', newId: () => `call-${++ids}`, ...own };
  const calls = new Map<string, LineCall>();
  const asked: string[] = [];
  const hangUps: { at: number; attempt: number; id: string }[] = [];
  let track: CallTrack = idleTrack;
  const feed = (event: CallEvent, now: number): void => {
    const step = next(track, event, now, rules);
    track = step.track;
    for (const effect of step.effects) {
      if (effect.type === 'changed') calls.set(effect.call.id, effect.call);
      if (effect.type === 'hang-up')
        hangUps.push({ at: now / 1000, attempt: effect.attempt, id: effect.call.id });
      if (effect.type === 'decide') {
        asked.push(
          `${effect.call.id} ${effect.call.callerId?.number ?? effect.call.callerId?.withheld ?? 'none'}`,
        );
        feed(refuses(effect.call) ? refuse : allow, now);
      }
    }
  };
  const tickUntil = (untilMs: number): void => {
    for (let due = wakeAt(track, rules); due !== null && due < untilMs; due = wakeAt(track, rules))
      feed({ type: 'tick' }, due);
  };
  for (const [atS, event] of events) {
    tickUntil(atS * 1000);
    feed(event, atS * 1000);
  }
  tickUntil(endS * 1000);
  return { calls: [...calls.values()], asked, hangUps, track };
}

describe('a call', () => {
  test('is decided the moment its number is known, without a second ring', () => {
    const { asked, calls } = play([
      [1, ring],
      [2, from('0212345678')],
      [4, ring],
    ]);
    expect(asked).toEqual(['call-1 0212345678']);
    expect(calls).toMatchObject([{ rings: 2, outcome: 'stopped', startedAt: 1000, endedAt: 4000 }]);
  });

  test('is decided at the second ring where no number came', () => {
    expect(
      play([
        [1, ring],
        [4, ring],
      ]).asked,
    ).toEqual(['call-1 none']);
    expect(play([[1, ring]]).asked).toEqual([]);
  });

  test('of two short bursts is not yet at its second ring', () => {
    const bursts = play([
      [1, ring],
      [1.6, ring],
      [2.2, from('15881234')],
    ]);
    expect(bursts.asked).toEqual(['call-1 15881234']);
    const late = play([
      [1, ring],
      [1.6, ring],
    ]);
    expect(late.asked).toEqual(['call-1 none']);
  });

  test('is asked about again when more becomes known, and not once it was refused', () => {
    const grown = play([
      [1, ring],
      [2, withheld],
      [2.5, from('15881234')],
      [2.6, from('15881234', { name: 'A' })],
    ]);
    expect(grown.asked).toEqual(['call-1 private', 'call-1 15881234', 'call-1 15881234']);
    const refused = play(
      [
        [1, ring],
        [2, withheld],
        [2.5, from('15881234')],
      ],
      { refuses: () => true },
    );
    expect(refused.asked).toEqual(['call-1 private']);
  });

  test('ends when no ring came for two periods, and one lost RING does not tear it in two', () => {
    const lost = play([
      [1, ring],
      [2, from('0212345678')],
      [7, ring],
    ]);
    expect(lost.calls).toHaveLength(1);
    const two = play([
      [1, ring],
      [2, from('0212345678')],
      [12, ring],
      [13, from('0311234567')],
    ]);
    expect(two.calls).toMatchObject([{ rings: 1, outcome: 'stopped' }, { rings: 1 }]);
  });

  test('is followed by another when another number comes, and the last ring is the new one’s', () => {
    const { calls } = play([
      [1, ring],
      [2, from('0212345678')],
      [4, ring],
      [8, ring],
      [9, from('0311234567')],
    ]);
    expect(calls).toMatchObject([
      { callerId: { number: '0212345678' }, rings: 2, outcome: 'stopped' },
      { callerId: { number: '0311234567' }, rings: 1, startedAt: 8000 },
    ]);
  });

  test('of the same caller who redials after an odd pause is a new one', () => {
    const { calls } = play([
      [1, ring],
      [2, from('15881234')],
      [4, ring],
      [9.5, ring],
      [10.5, from('15881234')],
    ]);
    expect(calls).toHaveLength(2);
  });

  test('keeps its number when a second report says withheld, or sends it without its area code', () => {
    const { calls } = play([
      [1, ring],
      [2, from('0212345678')],
      [2.1, withheld],
      [2.2, from('12345678')],
    ]);
    expect(calls).toMatchObject([{ callerId: { number: '0212345678', withheld: null } }]);
  });

  test('whose doubtful number is corrected stays one call and is asked about again', () => {
    const { calls, asked } = play([
      [1, ring],
      [2, from('0212345679', { checksum: false })],
      [2.1, from('0212345678')],
    ]);
    expect(calls).toMatchObject([{ callerId: { number: '0212345678', checksum: null } }]);
    expect(asked).toHaveLength(2);
  });

  test('in progress when the modem goes is interrupted', () => {
    expect(
      play([
        [1, ring],
        [2, { type: 'lost' }],
      ]).calls,
    ).toMatchObject([{ outcome: 'interrupted', endedAt: 2000 }]);
  });
});

describe('a refused call', () => {
  const refuses = (call: LineCall): boolean => call.callerId?.number === '15881234';

  test('is verified when the ringing stays away, and ended when it was hung up', () => {
    const { calls, hangUps } = play(
      [
        [1, ring],
        [2, from('15881234')],
        [3.7, hungUp],
      ],
      { refuses },
    );
    expect(calls).toMatchObject([
      { outcome: 'refused', endedAt: 3700, hangUp: { attempts: 1, verified: true } },
    ]);
    expect(hangUps).toEqual([{ at: 2, attempt: 1, id: 'call-1' }]);
  });

  test('owns the RINGs that were on their way', () => {
    const { calls, hangUps } = play(
      [
        [1, ring],
        [2, from('15881234')],
        [2.2, ring],
        [3.7, hungUp],
        [3.8, ring],
      ],
      { refuses },
    );
    expect(calls).toMatchObject([{ rings: 3, outcome: 'refused', hangUp: { attempts: 1 } }]);
    expect(hangUps).toHaveLength(1);
  });

  test('is hung up on once more when it rings on, after time for another caller’s number', () => {
    const { hangUps, calls } = play(
      [
        [1, ring],
        [2, from('15881234')],
        [3.7, hungUp],
        [7, ring],
        [11.2, hungUp],
      ],
      { refuses },
    );
    expect(hangUps.map(({ at, attempt }) => [at, attempt])).toEqual([
      [2, 1],
      [9.5, 2],
    ]);
    expect(calls).toMatchObject([{ outcome: 'refused', hangUp: { attempts: 2, verified: true } }]);
  });

  test('that rang through the hold is hung up on again at the next ring', () => {
    const { hangUps } = play(
      [
        [1, ring],
        [2, from('15881234')],
        [3.5, ring],
        [3.7, hungUp],
        [6.5, ring],
      ],
      { refuses },
    );
    expect(hangUps.map(({ at }) => at)).toEqual([2, 6.5]);
  });

  test('that still rings after the second time has failed, and says so', () => {
    const { calls, hangUps } = play(
      [
        [1, ring],
        [2, from('15881234')],
        [3.7, hungUp],
        [4.4, ring],
        [7.4, ring],
        [9.2, hungUp],
        [10.4, ring],
        [13.4, ring],
        [16.4, ring],
      ],
      { refuses },
    );
    expect(hangUps).toHaveLength(2);
    expect(calls).toMatchObject([
      { outcome: 'refusal-failed', state: 'ended', hangUp: { verified: false, attempts: 2 } },
    ]);
  });

  test('is not confused with the next caller, who is decided by their own number', () => {
    const { calls, hangUps } = play(
      [
        [1, ring],
        [2, from('15881234')],
        [3.7, hungUp],
        [6, ring],
        [7, from('0212345678')],
        [9, ring],
      ],
      { refuses },
    );
    expect(hangUps).toHaveLength(1);
    expect(calls).toMatchObject([
      { outcome: 'refused', hangUp: { verified: true } },
      { outcome: 'stopped', rings: 2, startedAt: 6000, hangUp: null },
    ]);
  });

  test('of the same number calling right again is the old ringing', () => {
    const { hangUps } = play(
      [
        [1, ring],
        [2, from('15881234')],
        [3.7, hungUp],
        [6, ring],
        [7, from('15881234')],
      ],
      { refuses },
    );
    expect(hangUps.map(({ at }) => at)).toEqual([2, 7]);
  });
});

describe('a line in use', () => {
  const lifted: CallEvent = { type: 'lifted' };

  test('shows a call that waits and never acts on it', () => {
    const { asked, calls } = play(
      [
        [1, lifted],
        [2, from('15881234')],
      ],
      { refuses: () => true },
    );
    expect(asked).toEqual([]);
    expect(calls).toMatchObject([{ outcome: 'stopped', hangUp: null }]);
  });

  test('ends a ringing call as answered, and is free again with the next RING', () => {
    const { calls, asked } = play(
      [
        [1, ring],
        [2, from('0212345678')],
        [3, lifted],
        [60, ring],
        [61, from('15881234')],
      ],
      { endS: 90 },
    );
    expect(calls).toMatchObject([{ outcome: 'answered', endedAt: 3000 }, { outcome: 'stopped' }]);
    expect(asked).toHaveLength(2);
  });

  test('is suspected after a call that may have been answered: a lone number then waits for its ring', () => {
    const events: [number, CallEvent][] = [
      [1, ring],
      [2, from('0212345678')],
      [60, from('15881234')],
    ];
    expect(play(events, { endS: 62 }).asked).toHaveLength(1);
    expect(play([...events, [61, ring]], { endS: 62 }).asked).toHaveLength(2);
    expect(play(events, { endS: 62, rules: { idBeforeRing: true } }).asked).toHaveLength(2);
  });
});

test('an owner’s hang-up takes a ringing call, and nothing else', () => {
  const wish: CallEvent = { type: 'hang-up', method: 'drop' };
  expect(play([[1, wish]]).hangUps).toEqual([]);
  const { calls } = play([
    [1, ring],
    [2, wish],
    [3.7, hungUp],
  ]);
  expect(calls).toMatchObject([{ outcome: 'refused', hangUp: { asked: 'owner' } }]);
});

test('announcements put together keep what is known', () => {
  const known = { ...nothing, number: '0212345678', date: '1125', checksum: true };
  expect(mergeCallerId(known, { ...nothing, withheld: 'unavailable', name: 'KIM' })).toEqual({
    ...known,
    name: 'KIM',
  });
});
