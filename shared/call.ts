import { z } from 'zod';
import { PhoneNumber, WithheldKind } from './number.ts';

/**
 * Caller ID as the modem delivered it, bounded and stripped of control characters.
 * `date` MMDD and `time` HHMM are the network's, kept as sent (null where absent or impossible).
 * Sources: Bellcore GR-30-CORE/GR-31-CORE, ETSI EN 300 659-3.
 */
export const CallerId = z.object({
  number: z.string().nullable(),
  name: z.string().nullable(),
  date: z.string().nullable(),
  time: z.string().nullable(),
  withheld: WithheldKind.nullable(),
  /** Of a raw packet: does its checksum hold? null where the shape carries none. */
  checksum: z.boolean().nullable(),
});
export type CallerId = z.infer<typeof CallerId>;

export const Action = z.enum(['allow', 'flag', 'block']);
export type Action = z.infer<typeof Action>;

/** How a refused call is ended: dropped, answered with a fax tone, or told by a spoken notice first. */
export const HangUpMethod = z.enum(['drop', 'fax', 'notice']);
export type HangUpMethod = z.infer<typeof HangUpMethod>;

/** One reason as data; the screen words it (`reason.<key>` in messages) in the reader's language. */
export const Reason = z.object({
  key: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  /** Does it speak for refusing the call, against it, or neither? */
  speaks: z.enum(['for', 'against', 'neither']).default('neither'),
});
export type Reason = z.infer<typeof Reason>;

/** What decided, in the order of precedence; 'pause' and 'mode' soften a refusal, never make one stricter by themselves. */
export const VerdictBy = z.enum([
  'public-line',
  'allow-rule',
  'contact',
  'block-rule',
  'flag-rule',
  'mode',
  'list',
  'learned',
  'class-default',
  'pause',
  'doubtful',
]);
export type VerdictBy = z.infer<typeof VerdictBy>;

export const Verdict = z.object({
  action: Action,
  by: VerdictBy,
  /** The rule that decided, where one did. */
  ruleId: z.number().int().optional(),
  reasons: z.array(Reason),
  /** Category key of shared/label.ts, where known. */
  category: z.string().optional(),
  /** Learned probability that the call is unwanted, 0 to 1. */
  score: z.number().optional(),
  hangUp: HangUpMethod.optional(),
});
export type Verdict = z.infer<typeof Verdict>;

export const CallState = z.enum(['ringing', 'hanging-up', 'ended']);
export type CallState = z.infer<typeof CallState>;

/** How a call ended, as far as the modem can tell. 'stopped': the ringing stopped (answered here or given up there). */
export const CallOutcome = z.enum([
  'stopped',
  'refused',
  'refusal-failed',
  'answered',
  'missed',
  'interrupted',
]);
export type CallOutcome = z.infer<typeof CallOutcome>;

export const HangUp = z.object({
  method: HangUpMethod,
  attempts: z.number().int(),
  /** true: the ringing stopped and stayed away; false: it went on; null: not known yet. */
  verified: z.boolean().nullable(),
  /** Who wanted it: the guard's verdict or the owner's "hang up now". */
  asked: z.enum(['guard', 'owner']),
});
export type HangUp = z.infer<typeof HangUp>;

/** A call as the line sees it: no rules, no storage. Times are epoch milliseconds of the PC's clock. */
export const LineCall = z.object({
  id: z.string(),
  line: z.string(),
  startedAt: z.number(),
  endedAt: z.number().nullable(),
  rings: z.number().int(),
  callerId: CallerId.nullable(),
  state: CallState,
  outcome: CallOutcome.nullable(),
  hangUp: HangUp.nullable(),
});
export type LineCall = z.infer<typeof LineCall>;

/** A call as the book keeps it and the page shows it. */
export const Call = LineCall.extend({
  number: PhoneNumber,
  /** See callerKey() in number.ts. */
  caller: z.string(),
  verdict: Verdict.nullable(),
  /** The owner's name for the caller: contact or own name, else null. */
  knownAs: z.string().nullable(),
  /** Category key of shared/label.ts that the owner gave the number. */
  label: z.string().nullable(),
  /** How many calls of this caller the book holds, this one included. */
  callsOfCaller: z.number().int(),
});
export type Call = z.infer<typeof Call>;

/** The four words of the screen. */
export const CallWord = z.enum(['rang', 'flagged', 'blocked', 'missed']);
export type CallWord = z.infer<typeof CallWord>;

/** The one word that a row shows for a call: what happened, not what was wished. */
export function callWord(call: Pick<Call, 'outcome' | 'verdict' | 'hangUp'>): CallWord {
  if (call.outcome === 'refused' || (call.verdict?.action === 'block' && call.outcome !== 'refusal-failed'))
    return 'blocked';
  if (call.outcome === 'missed') return 'missed';
  if (call.verdict?.action === 'flag' || call.outcome === 'refusal-failed') return 'flagged';
  return 'rang';
}
