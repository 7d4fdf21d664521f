import { unwanted } from '../../shared/label.ts';
import type { CallerMemory } from './caller-memory.ts';
import type { CallFacts, Evidence } from './guard.ts';
import { weightOfAnswer, weightOfSilence } from './habits.ts';
import { hourKeyOf, weightOfHour } from './hours.ts';
import type { Neighbours } from './neighbours.ts';
import { rangeOf, shareKeys } from './number-ranges.ts';
import { classPriors } from './priors.ts';
import { logit, smoothed } from './tally.ts';
import type { Tallies } from './tally.ts';

/** All that was learned, as the weighing reads it. */
export interface Knowledge {
  callers: Map<string, CallerMemory>;
  neighbours: Neighbours<CallerMemory>;
  /** Callers by class, range and thousand. */
  shares: Tallies;
  hours: Tallies;
  habits: Tallies;
  isHoliday: (at: number) => boolean;
}

/** One thing that was weighed, in log-odds: positive speaks for "unwanted". */
export interface Step {
  key: string;
  weight: number;
  values: Record<string, string | number>;
}

export interface Weighed {
  /** Log-odds that the call is unwanted. */
  total: number;
  steps: Step[];
  hourKey: string;
  /** The owner has judged this caller before. */
  judged: boolean;
  judgedGood: boolean;
  /** Something particular speaks against this very caller or its campaign, so that it may be refused. */
  certainEvidence: boolean;
  category: string | null;
}

const DAY = 86_400_000;
/** How far neighbours are looked for, as a multiple of the class's span. */
const REACH = 3;
/** Neighbours without a judgement count as a crowd for so long. */
const CROWD_DAYS = 45;

/** Weights of what was believed on the level above, in callers: the narrower a level, the sooner it is believed. */
const strengths = { hidden: 8, class: 8, range: 6, thousand: 1.5, caller: 0.008, reusedCaller: 0.15 };

/**
 * Weighs one call. Shares of unwanted callers are read from the widest level to the narrowest (class, range, thousand,
 * near numbers, the number itself), each leaning on the one before; hours, habits and repetition are added as
 * likelihood ratios. So one judged call of a campaign speaks for all its numbers, while a class alone never condemns.
 */
export function weigh(facts: CallFacts, evidence: Evidence, knowledge: Knowledge): Weighed {
  const { number } = facts;
  const prior = classPriors[number.class];
  const memory = number.digits === '' ? undefined : knowledge.callers.get(facts.caller);
  const steps: Step[] = [];
  let certainEvidence = false;
  let category: string | null = null;

  const step = (key: string, weight: number, values: Step['values'] = {}): void => {
    if (weight !== 0) steps.push({ key, weight, values });
  };

  // The caller's own share is taken out of the wider levels, or it would speak twice.
  const own = memory?.counted ?? { bad: 0, good: 0 };
  const range = memory?.range ?? rangeOf(number);
  let share = prior.unwanted;
  for (const key of shareKeys({ class: number.class, range, digits: number.digits })) {
    const level = key.slice(0, key.indexOf(':')) as 'hidden' | 'class' | 'range' | 'thousand';
    const counted = knowledge.shares.of(key);
    const others = { bad: Math.max(0, counted.bad - own.bad), good: Math.max(0, counted.good - own.good) };
    const next = smoothed(others, share, strengths[level]);
    if (level === 'class' || level === 'hidden')
      step(next >= 0.5 ? 'class-bad' : 'class-good', logit(next), {
        class: number.class,
        percent: Math.round(next * 100),
      });
    else
      step(next >= share ? 'range-bad' : 'range-good', logit(next) - logit(share), {
        range: level === 'range' ? range : key.slice('thousand:'.length),
        bad: Math.round(others.bad),
        calls: Math.round(others.bad + others.good),
      });
    share = next;
  }

  const near = nearOf(facts, knowledge, prior.span);
  if (near.bad + near.good > 0) {
    const next = smoothed(
      { bad: near.bad + (near.bad > 0 ? near.alike : 0), good: near.good },
      share,
      prior.doubt,
    );
    step(next >= share ? 'near-bad' : 'near-good', logit(next) - logit(share), {
      count: next >= share ? near.badCount : near.goodCount,
    });
    share = next;
    if (near.bad > 0 && near.bad + near.alike > 0.25) {
      certainEvidence = true;
      category = near.category;
    }
  }

  const said = evidence.label === null ? null : unwanted(evidence.label);
  const judged = said === null ? (memory?.judged ?? null) : said ? 'bad' : 'good';
  if (judged !== null) {
    const times = Math.max(1, memory?.judgements ?? 1);
    const strength = number.class === 'personal050' ? strengths.reusedCaller : strengths.caller;
    // One bad word about a caller that was answered again and again may be a slip, if the owner is not silent anyway.
    const told = 1 - Math.exp(Math.min(0, weightOfSilence(knowledge.habits)));
    const answered = 0.1 * told * Math.max(0, (memory?.answered ?? 0) - times - 4);
    const next = smoothed(
      judged === 'bad' ? { bad: times, good: answered } : { bad: 0, good: times },
      share,
      strength,
    );
    step(judged === 'bad' ? 'caller-bad' : 'caller-good', logit(next) - logit(share), { count: times });
    share = next;
    if (judged === 'bad') certainEvidence = true;
    category = evidence.label ?? memory?.category ?? category;
  }

  let total = logit(share);
  const add = (key: string, weight: number, values: Step['values'] = {}): void => {
    step(key, weight, values);
    total += weight;
  };

  if (near.crowd > 0) {
    // Known bad neighbours already tell of the campaign; a crowd is news only without them.
    const weight = (prior.crowd * (1 + Math.log(near.crowd + 0.5))) / (1 + 3 * near.bad + 3 * near.good);
    if (weight > 0) add('near-many', Math.min(weight, 3), { count: near.crowdCount });
  }
  for (const list of evidence.lists) {
    if (list.action === 'allow') add('list-good', -3);
    else {
      add('list-bad', list.action === 'block' ? 3 : 1.5);
      certainEvidence ||= list.action === 'block';
      category ??= list.category;
    }
  }
  const hours = hourKeyOf(facts.at, knowledge.isHoliday);
  const hourWeight = weightOfHour(knowledge.hours, hours);
  add(hourWeight > 0 ? 'hour-bad' : 'hour-good', hourWeight, { hour: hours.hour });

  if (evidence.contact) add('contact', -6);
  if (memory && memory.calls > 0 && judged === null) {
    if (memory.answered > 0) {
      const days = (memory.last - memory.first) / DAY;
      const each = Math.min(-0.4, weightOfSilence(knowledge.habits) + weightOfAnswer(knowledge.habits, true));
      add('caller-known', Math.max(each * memory.answered - (days > 14 ? 0.8 : 0), -5), {
        count: memory.answered,
      });
    }
    // Where nothing is known of answers, coming back without a complaint tells a little.
    const quiet = memory.calls - memory.answered - memory.unanswered;
    if (quiet > 0)
      add('caller-known', Math.max(quiet * Math.min(-0.3, weightOfSilence(knowledge.habits)), -3), {
        count: quiet,
      });
    if (memory.unanswered > 0 && memory.answered === 0)
      add('caller-unanswered', Math.min(0.2 * memory.unanswered, 0.6), { count: memory.unanswered });
    if (memory.shortRings > 0) add('short-rings', 0.4);
  }

  return {
    total,
    steps,
    hourKey: hours.key,
    judged: judged !== null,
    judgedGood: judged === 'good',
    certainEvidence: certainEvidence || overwhelming(facts, knowledge, range),
    category,
  };
}

/** A class or range of which very many callers were unwanted and hardly any wanted. */
function overwhelming({ number }: CallFacts, knowledge: Knowledge, range: string): boolean {
  return shareKeys({ class: number.class, range, digits: number.digits }).some(key => {
    const { bad, good } = knowledge.shares.of(key);
    return bad >= 25 && bad >= 80 * good;
  });
}

interface Near {
  bad: number;
  good: number;
  crowd: number;
  /** Callers without a judgement that are as good as judged: they carry a campaign from one known number to the next. */
  alike: number;
  badCount: number;
  goodCount: number;
  crowdCount: number;
  category: string | null;
}

/** What is known of callers with numbers near this one; the nearer, the more. */
function nearOf({ number, at, caller }: CallFacts, { neighbours }: Knowledge, span: number): Near {
  const near: Near = {
    bad: 0,
    good: 0,
    crowd: 0,
    alike: 0,
    badCount: 0,
    goodCount: 0,
    crowdCount: 0,
    category: null,
  };
  if (span === 0 || number.digits === '') return near;
  let nearest = Infinity;
  neighbours.near(number, span * REACH, (other, distance) => {
    if (other.caller === caller) return;
    const kinship = 1 / (1 + (distance / span) ** 2);
    if (other.judged === 'bad') {
      near.bad += kinship;
      near.badCount++;
      if (distance < nearest && other.category !== null) {
        nearest = distance;
        near.category = other.category;
      }
    } else if (other.judged === 'good') {
      near.good += kinship;
      near.goodCount++;
    } else if (at - other.last < CROWD_DAYS * DAY) {
      near.crowd += kinship * other.believed;
      near.crowdCount++;
      if (other.believed > 0.9) near.alike += 0.5 * kinship * other.believed;
    }
  });
  return near;
}
