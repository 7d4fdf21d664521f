import { unwanted } from '../../shared/label.ts';
import type { CallerMemory } from './caller-memory.ts';
import type { CallFacts, Evidence } from './guard.ts';
import { weighHistory } from './history.ts';
import { weightOfHour, hourKeyOf } from './hours.ts';
import type { Neighbours } from './neighbours.ts';
import { areaOf, placeOf } from './number-ranges.ts';
import type { Place } from './number-ranges.ts';
import { shareOfPlace } from './places.ts';
import type { Places, Step } from './places.ts';
import { classPriors } from './priors.ts';
import { logit, smoothed } from './tally.ts';
import type { Tallies, Tally } from './tally.ts';

/** All that was learned, as the weighing reads it. */
export interface Knowledge {
  callers: Map<string, CallerMemory>;
  neighbours: Neighbours<CallerMemory>;
  places: Places;
  hours: Tallies;
  habits: Tallies;
  isHoliday: (at: number) => boolean;
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
  /** Known callers with numbers near this one, the nearer the more. */
  company: number;
  category: string | null;
}

const DAY = 86_400_000;
/** How far neighbours are looked for, as a multiple of the class's span. */
const REACH = 3;
/** Neighbours without a judgement count as a crowd for so long. */
const CROWD_DAYS = 45;
/** One that has kept calling for so long is settled, as campaigns' numbers are not: it belongs to no crowd. */
const SETTLED_DAYS = 25;
/** A caller of which so much spoke before its first bad word, in log-odds, is not refused for one. */
const SLIP = -3.5;
/** Weight of what is believed of a judged caller's place, in judgements; more where numbers are lent to anybody. */
const strengths = { caller: 0.008, reusedCaller: 0.15 };

/**
 * Weighs one call. Shares of unwanted callers are read from the widest level to the narrowest (class, area, range,
 * thousand, near numbers, the number itself), each leaning on the one before; hours, habits and repetition are added as
 * likelihood ratios. So one judged call of a campaign speaks for all its numbers, while a class alone never condemns.
 */
export function weigh(facts: CallFacts, evidence: Evidence, knowledge: Knowledge): Weighed {
  const { number } = facts;
  const prior = classPriors[number.class];
  const memory = number.digits === '' ? undefined : knowledge.callers.get(facts.caller);
  const place = placeOf({ class: number.class, area: memory?.area ?? areaOf(number), digits: number.digits });
  const steps: Step[] = [];
  let certainEvidence = false;
  let category: string | null = null;

  const step = (key: string, weight: number, values: Step['values'] = {}): void => {
    if (weight !== 0) steps.push({ key, weight, values });
  };

  // The caller's own share is taken out of the wider levels, or it would speak twice; so is that of its near neighbours.
  const near = nearOf(facts, knowledge, prior.span);
  const placed = shareOfPlace(
    number,
    place,
    { own: memory?.counted ?? nobody, alone: memory?.alone ?? 1, near: near.counted },
    knowledge.places,
    prior.unwanted,
    step,
  );
  let { share } = placed;
  certainEvidence ||= placed.certain;

  if (near.bad + near.good > 0) {
    const doubt = 0.4 * prior.doubt + (placed.expected * 2 * prior.span) / 10_000;
    const next = smoothed({ bad: near.bad + (near.bad > 0 ? near.alike : 0), good: near.good }, share, doubt);
    step(next >= share ? 'near-bad' : 'near-good', logit(next) - logit(share), {
      count: next >= share ? near.badCount : near.goodCount,
    });
    share = next;
    if (near.bad > 0 && near.bad + near.alike > 0.25) {
      // A caller that was here before the campaign does not belong to it.
      const before = memory ? near.since - memory.first : 0;
      certainEvidence = before < (memory && memory.calls >= 3 ? 3 : 10) * DAY;
      category = near.category;
    }
  }

  const said = evidence.label === null ? null : unwanted(evidence.label);
  const judged = said === null ? (memory?.judged ?? null) : said ? 'bad' : 'good';
  if (judged !== null) {
    const times = Math.max(1, memory?.judgements ?? 1);
    const strength = number.class === 'personal050' ? strengths.reusedCaller : strengths.caller;
    const next = smoothed(
      judged === 'bad' ? { bad: times, good: 0 } : { bad: 0, good: times },
      share,
      strength,
    );
    step(judged === 'bad' ? 'caller-bad' : 'caller-good', logit(next) - logit(share), { count: times });
    share = next;
    // One bad word about a caller that was trusted may be a slip of the finger: it is shown, and refused at the second.
    if (judged === 'bad') certainEvidence = times > 1 || (memory?.trusted ?? 0) > SLIP;
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
  if (memory && memory.calls > 0 && judged === null)
    for (const { key, weight, values } of weighHistory(memory, facts.at, knowledge.habits))
      add(key, weight, values);

  return {
    total,
    steps,
    hourKey: hours.key,
    judged: judged !== null,
    judgedGood: judged === 'good',
    certainEvidence: certainEvidence || overwhelming(place, prior.unwanted >= 0.8, knowledge),
    company: near.company,
    category,
  };
}

const nobody = { bad: 0, good: 0 };

/** A class, area or range of which very many callers were unwanted and hardly any wanted; more is asked of one that is not suspect by itself. */
function overwhelming(place: Place, suspect: boolean, { places }: Knowledge): boolean {
  return [place.class, place.area, place.range, place.thousand].some(key => {
    const { bad, good } = places.shares.of(key);
    return bad >= 25 && bad >= (suspect || key === place.range ? 80 : 250) * good;
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
  /** When the first one that is or may be unwanted was heard of. */
  since: number;
  category: string | null;
  /** What they add to the thousand in which this number lies. */
  counted: Tally;
  company: number;
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
    since: Infinity,
    category: null,
    counted: { bad: 0, good: 0 },
    company: 0,
  };
  const thousand = number.digits.slice(0, -3);
  if (span === 0 || number.digits === '') return near;
  let nearest = Infinity;
  neighbours.near(number, span * REACH, (other, distance) => {
    if (other.caller === caller) return;
    if (other.digits.startsWith(thousand)) {
      near.counted.bad += other.counted.bad;
      near.counted.good += other.counted.good;
    }
    const kinship = 1 / (1 + (distance / span) ** 2);
    near.company += kinship;
    if (other.judged !== 'good' && other.believed > 0.5) near.since = Math.min(near.since, other.first);
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
    } else if (at - other.last < CROWD_DAYS * DAY && other.last - other.first < SETTLED_DAYS * DAY) {
      near.crowd += kinship * Math.max(other.believed, 0.4);
      near.crowdCount++;
      if (other.believed > 0.9) near.alike += 0.5 * kinship * other.believed;
    }
  });
  return near;
}
