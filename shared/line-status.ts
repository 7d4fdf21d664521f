import { z } from 'zod';

/**
 * Every state a line can be in; each has a sentence and an advice in messages (`line.<state>`, `line.<state>.advice`).
 * 'deaf': it rings, but no number came for several calls. 'read-only': a caller-ID box that cannot hang up.
 */
export const lineStates = [
  'searching',
  'opening',
  'setting-up',
  'watching',
  'ringing',
  'in-use',
  'deaf',
  'read-only',
  'not-found',
  'unplugged',
  'port-busy',
  'no-permission',
  'unreachable',
  'silent',
  'wrong-device',
  'bad-address',
  'stopped',
] as const;
export const LineState = z.enum(lineStates);
export type LineState = z.infer<typeof LineState>;

/** Is the line guarded in this state? */
export function isGuarded(state: LineState): boolean {
  return state === 'watching' || state === 'ringing' || state === 'in-use' || state === 'deaf';
}

export const LineStatus = z.object({
  /** As configured: a device path, tcp://host:port, simulated:NAME, or 'auto'. */
  line: z.string(),
  /** Where it is now: the device path in use, if any. */
  path: z.string().nullable(),
  state: LineState,
  since: z.number(),
  /** What the modem says it is ("Conexant CX93010"), chip key of line/chips.ts, and its own words. */
  modem: z.object({ name: z.string(), chip: z.string(), identity: z.array(z.string()) }).nullable(),
  canHangUp: z.boolean(),
  /** Values for the state's sentence: device name, system error text, number of calls without a number … */
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  lastCallAt: z.number().nullable(),
  /** Ports seen when none was chosen, to pick from. */
  ports: z.array(z.object({ path: z.string(), name: z.string() })),
});
export type LineStatus = z.infer<typeof LineStatus>;
