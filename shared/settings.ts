import { z } from 'zod';
import { Action, HangUpMethod } from './call.ts';
import { NumberClass } from './number.ts';

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** What each setting may be. */
const values = {
  language: z.enum(['auto', 'ko', 'en']),
  theme: z.enum(['auto', 'light', 'dark']),
  density: z.enum(['comfortable', 'compact']),
  /** Device paths, tcp://host:port, simulated:NAME; empty: look for a modem. */
  lines: z.array(z.string().min(1).max(256)).max(8),
  /** Country of the line, ISO 3166-1 alpha-2: sets the modem's country (T.35) and caller-ID standard. */
  country: z.enum(['KR', 'US', 'CA', 'GB', 'JP', 'FR', 'DE', 'AU']),
  /** How long a refused call is held off-hook, ms. */
  holdMs: z.number().int().min(1000).max(4000),
  hangUp: HangUpMethod,
  /** Spoken notice: built in, Korean or English, or the owner's own WAV in the data folder. */
  notice: z.enum(['ko', 'en', 'own']),
  /** Action for a class of number that nothing else speaks of; absent: allow. */
  classDefaults: z.partialRecord(NumberClass, Action),
  /** 'watch': nothing is refused, refusals are shown as flags. 'contacts': only contacts and allowed callers ring. 'night': 'contacts' between the night hours. */
  mode: z.enum(['normal', 'watch', 'contacts', 'night']),
  night: z.object({ from: Clock, to: Clock }),
  /** Epoch ms until which nothing is refused. */
  pausedUntil: z.number().nullable(),
  learning: z.object({ on: z.boolean(), caution: z.enum(['careful', 'balanced', 'eager']) }),
  /** How long calls are kept, days; null: for ever. Labels and notes stay. */
  keepCallsDays: z.union([z.literal(90), z.literal(365), z.literal(1825)]).nullable(),
  startAtLogin: z.boolean(),
  notifications: z.boolean(),
};

/** Off-hook time that real exchanges take for an answered call, ms. */
export const defaultHoldMs = 1700;

/** The owner's settings; one schema for every door. Defaults block nothing. */
export const Settings = z.object({
  language: values.language.default('auto'),
  theme: values.theme.default('auto'),
  density: values.density.default('comfortable'),
  lines: values.lines.default([]),
  country: values.country.default('KR'),
  holdMs: values.holdMs.default(defaultHoldMs),
  hangUp: values.hangUp.default('drop'),
  notice: values.notice.default('ko'),
  classDefaults: values.classDefaults.default({}),
  mode: values.mode.default('normal'),
  night: values.night.default({ from: '22:00', to: '07:00' }),
  pausedUntil: values.pausedUntil.default(null),
  learning: values.learning.default({ on: false, caution: 'careful' }),
  keepCallsDays: values.keepCallsDays.default(null),
  startAtLogin: values.startAtLogin.default(false),
  notifications: values.notifications.default(true),
});
export type Settings = z.infer<typeof Settings>;

/** Only what is to change. Without defaults, which would set back everything that is not named. */
export const SettingsChange = z.object(values).partial();
export type SettingsChange = z.infer<typeof SettingsChange>;
