import { z } from 'zod';
import { Call } from './call.ts';
import { Today } from './history.ts';
import { LineStatus } from './line-status.ts';
import { Trouble } from './live.ts';
import { Settings } from './settings.ts';

/** What a house tells of itself at a glance. */
export const HouseStatus = z.object({
  version: z.string(),
  door: z.enum(['desktop', 'headless']),
  /** true: the simulated household is playing, in a data folder of its own. */
  demo: z.boolean(),
  /** The folder that holds everything; the one to back up. */
  dataFolder: z.string(),
  lines: z.array(LineStatus),
  /** Calls going on now, newest first. */
  ringing: z.array(Call),
  today: Today,
  pausedUntil: z.number().nullable(),
  mode: Settings.shape.mode.unwrap(),
  troubles: z.array(Trouble),
});
export type HouseStatus = z.infer<typeof HouseStatus>;

/** All that a glance tells; the page asks for it once and keeps it fresh from the event stream. */
export const Status = HouseStatus.extend({
  /** Is a made-up household shown instead of the owner's? 'none': this door has no other to show. */
  lookAround: z.enum(['none', 'off', 'on']),
});
export type Status = z.infer<typeof Status>;

/** A number line that can never be blocked, as the page lists it. */
export const BuiltInLine = z.object({
  digits: z.string(),
  display: z.string(),
  nameKo: z.string(),
  nameEn: z.string(),
  kind: z.string(),
  source: z.string(),
  checkedOn: z.string(),
});
export type BuiltInLine = z.infer<typeof BuiltInLine>;

/** Why a request was not done; worded by `problem.<key>` in messages. */
export const ProblemKey = z.enum([
  'not-found',
  'bad-request',
  'rule-never-matches',
  'rule-public-line',
  'learning-not-ready',
  'call-over',
  'too-large',
  'busy',
  'list-subscribed',
  'not-a-number',
  'sign-in-needed',
  'wrong-password',
  'too-many-tries',
  'foreign-origin',
  'not-saved',
  'unexpected',
]);
export type ProblemKey = z.infer<typeof ProblemKey>;
export const Problem = z.object({ problem: ProblemKey, detail: z.string().optional() });
export type Problem = z.infer<typeof Problem>;
