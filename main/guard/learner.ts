import { unwanted } from '../../shared/label.ts';
import type { LearningRecord } from '../../shared/learning.ts';
import { readyFrom } from '../../shared/learning.ts';
import type { PhoneNumber } from '../../shared/number.ts';
import { judgementOf, learnFlagging } from './caution.ts';
import { CALLERS_KEPT, LearnerState } from './caller-memory.ts';
import type { CallerMemory } from './caller-memory.ts';
import type { CallFacts, Evidence, Judge } from './guard.ts';
import { believe, learnHabits, speakAfterAll } from './habits.ts';
import { isKoreanHoliday } from './holidays.ts';
import { trustIn } from './history.ts';
import { Neighbours } from './neighbours.ts';
import { areaOf, placeOf } from './number-ranges.ts';
import { countIn } from './places.ts';
import { classPriors } from './priors.ts';
import { sigmoid, Tallies } from './tally.ts';
import { weigh } from './weigh.ts';
import type { Knowledge, Weighed } from './weigh.ts';

/** What became of a call, as far as is known; told after the verdict. */
export interface Deed {
  answered?: boolean | null;
  rings?: number | null;
  /** Category key that the owner gave the caller after this call. */
  label?: string | null;
  /** The owner blocked (true) or allowed (false) the caller, or hung up on it. */
  refused?: boolean | null;
  /** It was refused before anybody could hear it: that nobody answered or complained says nothing. */
  unheard?: boolean;
}

export interface Learner extends Judge {
  /** Learns from a call that is over. */
  observe(facts: CallFacts, evidence: Evidence, deed: Deed): void;
  /** Learns that the owner changed their mind about a caller: a label key, blocked, allowed, or nothing any more. */
  relabel(
    caller: string,
    number: PhoneNumber,
    said: { label?: string | null; refused?: boolean | null },
  ): void;
  record(): LearningRecord;
  state(): LearnerState;
}

/**
 * Learns from one owner's calls, on the device: which callers, neighbouring numbers, ranges, classes and hours bring
 * unwanted calls. Every step is a share or a likelihood ratio that can be told in words. `saved` is an earlier state();
 * one that is damaged is not used. Days off are Korea's unless told otherwise.
 */
export function createLearner(
  saved?: unknown,
  isHoliday: (at: number) => boolean = isKoreanHoliday,
): Learner {
  const parsed = LearnerState.safeParse(saved);
  const start = parsed.success ? parsed.data : null;
  const callers = new Map<string, CallerMemory>();
  const knowledge: Knowledge = {
    callers,
    neighbours: new Neighbours<CallerMemory>(),
    places: { shares: new Tallies(), crowding: new Tallies() },
    hours: new Tallies(),
    habits: new Tallies(),
    isHoliday,
  };
  let calls = start?.record.calls ?? 0;
  let since = start?.record.since ?? null;
  for (const memory of start?.callers ?? []) remember(memory);
  for (const [key, bad, good] of start?.hidden ?? []) knowledge.places.shares.add(key, bad, good);
  for (const [key, bad, good] of start?.hours ?? []) knowledge.hours.add(key, bad, good);
  for (const [key, bad, good] of start?.habits ?? []) knowledge.habits.add(key, bad, good);

  function remember(memory: CallerMemory): void {
    callers.set(memory.caller, memory);
    if (memory.digits === '') return;
    knowledge.neighbours.add(memory);
    countIn(knowledge.places, placeOf(memory), memory.alone, memory.counted, nothing);
  }

  /** The last weighing, as long as nothing was learned since: most calls are judged and then learned from. */
  let last: { facts: CallFacts; evidence: Evidence; weighed: Weighed } | null = null;

  function weighOnce(facts: CallFacts, evidence: Evidence): Weighed {
    if (
      last?.facts === facts &&
      last.evidence.label === evidence.label &&
      last.evidence.contact === evidence.contact &&
      last.evidence.lists === evidence.lists
    )
      return last.weighed;
    const weighed = weigh(facts, evidence, knowledge);
    last = { facts, evidence, weighed };
    return weighed;
  }

  function forgetOldest(): void {
    if (callers.size <= CALLERS_KEPT) return;
    const oldest = [...callers.values()].sort((a, b) => a.last - b.last).slice(0, CALLERS_KEPT / 10);
    for (const memory of oldest) {
      callers.delete(memory.caller);
      if (memory.digits === '') continue;
      knowledge.neighbours.remove(memory);
      countIn(knowledge.places, placeOf(memory), memory.alone, nothing, memory.counted);
    }
  }

  /** Counts a caller as the owner judged it, or as it is believed. */
  function count(memory: CallerMemory): void {
    const bad = memory.judged === null ? memory.believed : memory.judged === 'bad' ? 1 : 0;
    const counted = { bad, good: 1 - bad };
    if (Math.abs(bad - memory.counted.bad) < 1e-4 && memory.counted.bad + memory.counted.good > 0) return;
    countIn(knowledge.places, placeOf(memory), memory.alone, counted, memory.counted);
    memory.counted = counted;
  }

  function memoryOf(caller: string, number: PhoneNumber, at: number, company = 0): CallerMemory {
    const known = callers.get(caller);
    if (known) return known;
    const memory: CallerMemory = {
      caller,
      digits: number.digits,
      class: number.class,
      area: areaOf(number),
      alone: 1 / (1 + 3 * company),
      first: at,
      last: at,
      calls: 0,
      answered: 0,
      unanswered: 0,
      unheard: 0,
      unspoken: null,
      shortRings: 0,
      judged: null,
      judgements: 0,
      trusted: 0,
      category: null,
      believed: classPriors[number.class].unwanted,
      counted: { bad: 0, good: 0 },
      wouldBlock: 0,
      wouldFlag: 0,
    };
    remember(memory);
    forgetOldest();
    return memory;
  }

  function judgeMemory(memory: CallerMemory, said: boolean | null, label: string | null): void {
    if (label !== null) memory.category = label;
    if (said === null) return;
    const judged = said ? 'bad' : 'good';
    if (said && memory.judged !== 'bad')
      memory.trusted =
        memory.judged === 'good' ? -2 * memory.judgements - 2 : trustIn(memory, knowledge.habits);
    memory.judgements = memory.judged === judged ? memory.judgements + 1 : 1;
    memory.judged = judged;
    memory.believed = said ? 1 : 0;
  }

  return {
    judge(facts, evidence, caution) {
      return judgementOf(weighOnce(facts, evidence), facts, evidence, caution, knowledge.habits);
    },

    observe(facts, evidence, deed) {
      const weighed = weighOnce(facts, evidence);
      last = null;
      const { action } = judgementOf(weighed, facts, evidence, 'careful', knowledge.habits);
      const said = saidOf(deed);
      const memory = memoryOf(facts.caller, facts.number, facts.at, weighed.company);
      since ??= facts.at;
      calls++;
      memory.calls++;
      memory.last = Math.max(memory.last, facts.at);
      if (deed.unheard === true) memory.unheard++;
      else if (deed.answered === true) memory.answered++;
      else if (deed.answered === false) {
        memory.unanswered++;
        if ((deed.rings ?? 9) <= 2) memory.shortRings++;
      }
      if (action === 'block') memory.wouldBlock++;
      if (action === 'flag') memory.wouldFlag++;

      const believed = said === null ? unspoken(weighed, deed, knowledge.habits) : said ? 1 : 0;
      // A caller that was judged already is labelled no second time: silence about it tells nothing.
      if (!weighed.judged && deed.unheard !== true)
        memory.unspoken = learnHabits(knowledge.habits, weighed.total, said !== null, deed.answered ?? null);
      learnFlagging(knowledge.habits, action === 'flag', believed);
      const hidden = memory.digits === '';
      if (!evidence.contact) {
        const weight = said === null ? 0.3 : 1;
        for (const key of [weighed.hourKey, 'all'])
          knowledge.hours.add(key, weight * believed, weight * (1 - believed));
        // Hidden callers are many people under one name: each call counts by itself.
        if (hidden)
          knowledge.places.shares.add(`hidden:${memory.class}`, weight * believed, weight * (1 - believed));
      }
      if (hidden) {
        if (deed.label != null) memory.category = deed.label;
        return;
      }
      if (memory.judged === null) memory.believed = believed;
      judgeMemory(memory, evidence.contact ? false : said, deed.label ?? null);
      count(memory);
    },

    relabel(caller, number, { label = null, refused = null }) {
      last = null;
      const memory = callers.get(caller) ?? memoryOf(caller, number, 0);
      if (memory.digits === '') return;
      if (label === null && refused === null) {
        memory.judged = null;
        memory.judgements = 0;
        memory.category = null;
        memory.believed = classPriors[memory.class].unwanted;
      } else {
        const said = saidOf({ label, refused });
        judgeMemory(memory, said, label);
        if (said !== null && memory.unspoken !== null) speakAfterAll(knowledge.habits, memory.unspoken);
        if (said !== null) memory.unspoken = null;
        // Said on purpose, not in passing: no slip.
        memory.trusted = 0;
      }
      count(memory);
    },

    record() {
      const wouldBlock = { all: 0, refused: 0, wanted: 0 };
      const wouldFlag = { all: 0, refused: 0, wanted: 0 };
      for (const memory of callers.values())
        for (const [shadow, would] of [
          [wouldBlock, memory.wouldBlock],
          [wouldFlag, memory.wouldFlag],
        ] as const) {
          shadow.all += would;
          if (memory.judged === 'bad') shadow.refused += would;
          if (memory.judged === 'good') shadow.wanted += would;
        }
      return {
        since,
        calls,
        wouldBlock,
        wouldFlag,
        ready: calls >= readyFrom.calls && wouldBlock.all >= readyFrom.wouldBlock && wouldBlock.wanted === 0,
      };
    },

    state() {
      return {
        version: 1,
        callers: [...callers.values()],
        hidden: knowledge.places.shares.entries().filter(([key]) => key.startsWith('hidden:')),
        hours: knowledge.hours.entries(),
        habits: knowledge.habits.entries(),
        record: { calls, since },
      };
    },
  };
}

const nothing = { bad: 0, good: 0 };

/** Belief after a call of which the owner did not say whether it was wanted. Who hangs up without a word mostly is a dialling machine. */
function unspoken({ total }: Weighed, { label, answered, unheard }: Deed, habits: Tallies): number {
  if (unheard === true) return sigmoid(total);
  if (label == null) return believe(total, answered ?? null, habits);
  return sigmoid(total + (label === 'silent' ? 1.5 : 0));
}

/** What the owner said by a label or a deed: unwanted (true), wanted (false), nothing (null). */
function saidOf({ label, refused }: Pick<Deed, 'label' | 'refused'>): boolean | null {
  return (label != null ? unwanted(label) : null) ?? refused ?? null;
}
