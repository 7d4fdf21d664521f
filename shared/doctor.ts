import { z } from 'zod';

/** What the modem doctor looks at, in this order. */
export const doctorSteps = ['port', 'answer', 'identity', 'country', 'caller-id', 'call', 'hang-up'] as const;
export type DoctorStep = (typeof doctorSteps)[number];

/**
 * What a step found; worded by `doctor.<step>.<key>`, and what to do by `doctor.<step>.<key>.advice`. `ok` null: left out,
 * nothing to say, or (key 'waiting') under way, for `seconds` of the values at most.
 */
export const Finding = z.object({
  step: z.enum(doctorSteps),
  ok: z.boolean().nullable(),
  key: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Finding = z.infer<typeof Finding>;

/** `modem`: what can be seen at once; `call`: wait for a test call as well; `hang-up`: and hang up on it. */
export const ExaminationKind = z.enum(['modem', 'call', 'hang-up']);
export type ExaminationKind = z.infer<typeof ExaminationKind>;

/** The steps that an examination takes, where none fails. */
export function stepsOf(kind: ExaminationKind): readonly DoctorStep[] {
  return doctorSteps.slice(0, kind === 'modem' ? -2 : kind === 'call' ? -1 : undefined);
}

/** A piece of the wire for a person's eyes: control characters by name, `size` bytes, `t` epoch ms. */
export const WireLine = z.object({
  id: z.number(),
  t: z.number(),
  dir: z.enum(['in', 'out']),
  text: z.string(),
  size: z.number(),
  /** Speech on its way to the caller: its bytes mean nothing to the eye, so `text` is empty. */
  sound: z.boolean(),
});
export type WireLine = z.infer<typeof WireLine>;

/** The lines with one more; speech behind speech makes them no longer. */
export function joinSound(lines: WireLine[], next: WireLine): WireLine[] {
  const last = lines.at(-1);
  if (!last?.sound || !next.sound) return [...lines, next];
  return [...lines.slice(0, -1), { ...next, t: last.t, size: last.size + next.size }];
}

/** What the wire said since the last news. `skipped`: there was more than is shown. */
export const WireNews = z.object({ lines: z.array(WireLine), skipped: z.boolean() });
export type WireNews = z.infer<typeof WireNews>;
