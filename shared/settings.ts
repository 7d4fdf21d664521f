import { z } from 'zod';
import { Action, HangUpMethod } from './call.ts';
import { NumberClass } from './number.ts';

/** The owner's settings; one schema for every door. Defaults block nothing. */
export const Settings = z.object({
  language: z.enum(['auto', 'ko', 'en']).default('auto'),
  theme: z.enum(['auto', 'light', 'dark']).default('auto'),
  density: z.enum(['comfortable', 'compact']).default('comfortable'),
  /** Device paths, tcp://host:port, simulated:NAME; empty: look for a modem. */
  lines: z.array(z.string().min(1).max(256)).max(8).default([]),
  /** Country of the line, ISO 3166-1 alpha-2: sets the modem's country (T.35) and caller-ID standard. */
  country: z.enum(['KR', 'US', 'CA', 'GB', 'JP', 'FR', 'DE', 'AU']).default('KR'),
  /** How long a refused call is held off-hook, ms. */
  holdMs: z.number().int().min(1000).max(4000).default(1700),
  hangUp: HangUpMethod.default('drop'),
  /** Spoken notice: built in, Korean or English, or the owner's own WAV in the data folder. */
  notice: z.enum(['ko', 'en', 'own']).default('ko'),
  /** Action for a class of number that nothing else speaks of; absent: allow. */
  classDefaults: z.partialRecord(NumberClass, Action).default({}),
  /** 'watch': nothing is refused, refusals are shown as flags. 'contacts': only contacts and allowed callers ring. 'night': 'contacts' between the night hours. */
  mode: z.enum(['normal', 'watch', 'contacts', 'night']).default('normal'),
  night: z
    .object({ from: z.string().regex(/^\d\d:\d\d$/), to: z.string().regex(/^\d\d:\d\d$/) })
    .default({ from: '22:00', to: '07:00' }),
  /** Epoch ms until which nothing is refused. */
  pausedUntil: z.number().nullable().default(null),
  learning: z
    .object({ on: z.boolean(), caution: z.enum(['careful', 'balanced', 'eager']) })
    .default({ on: false, caution: 'careful' }),
  startAtLogin: z.boolean().default(false),
  notifications: z.boolean().default(true),
});
export type Settings = z.infer<typeof Settings>;
export const SettingsChange = Settings.partial();
export type SettingsChange = z.infer<typeof SettingsChange>;
