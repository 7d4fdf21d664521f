import { z } from 'zod';
import { NumberClass } from '../../shared/number.ts';

/** What is remembered of one caller. */
export const CallerMemory = z.object({
  caller: z.string(),
  /** '' for callers without a number: they are never one person. */
  digits: z.string(),
  class: NumberClass,
  /** Area code or country; '' where there is none. */
  area: z.string().default(''),
  /** 1 for a stranger far from every known number, less the more neighbours it had when it first called. */
  alone: z.number().default(1),
  first: z.number(),
  last: z.number(),
  calls: z.number(),
  answered: z.number(),
  /** Calls known not to have been answered. */
  unanswered: z.number(),
  /** Calls that were refused before anybody could hear them. */
  unheard: z.number().default(0),
  /** Its last call passed without a word and counts as such in the owner's habits, under these keys. */
  unspoken: z.array(z.string()).nullable().default(null),
  /** Of the unanswered, calls that gave up within two rings. */
  shortRings: z.number(),
  /** The owner's judgement, from a label, a block or an allow; null: none yet. */
  judged: z.enum(['bad', 'good']).nullable(),
  /** How often it was judged so. */
  judgements: z.number(),
  /** What spoke for it when it was first judged unwanted, in log-odds: 0 or less. */
  trusted: z.number().default(0),
  category: z.string().nullable(),
  /** Probability of being unwanted, as believed after its last call. */
  believed: z.number(),
  /** What this caller adds to the tallies now. */
  counted: z.object({ bad: z.number(), good: z.number() }),
  /** Calls that learning would have blocked or flagged at the time, whether or not it was on. */
  wouldBlock: z.number(),
  wouldFlag: z.number(),
});
export type CallerMemory = z.infer<typeof CallerMemory>;

/** All that the learner knows, for the book to keep: plain data, a few hundred bytes per caller. */
export const LearnerState = z.object({
  version: z.literal(1),
  callers: z.array(CallerMemory),
  /** Per-call counts of callers without a number, by class. */
  hidden: z.array(z.tuple([z.string(), z.number(), z.number()])),
  hours: z.array(z.tuple([z.string(), z.number(), z.number()])),
  /** The owner's ways: how many unwanted and wanted calls were labelled and answered. */
  habits: z.array(z.tuple([z.string(), z.number(), z.number()])),
  record: z.object({ calls: z.number(), since: z.number().nullable() }),
});
export type LearnerState = z.infer<typeof LearnerState>;

/** Callers kept; the longest silent ones are forgotten first. */
export const CALLERS_KEPT = 20_000;
