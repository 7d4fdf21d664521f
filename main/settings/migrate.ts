/** One step of the settings' form, numbered 1, 2, 3 … without gaps; never edited once it was in a release. */
export interface Migration {
  version: number;
  change: (raw: Record<string, unknown>) => Record<string, unknown>;
}

/** Version 1 is the first form: nothing to change. */
export const migrations: readonly Migration[] = [{ version: 1, change: raw => raw }];

const versionKey = 'version';

/**
 * The settings in today's form, the same object if they are in it. Settings of a later version are left as they are:
 * each value that is still understood counts.
 */
export function migrated(
  raw: Record<string, unknown>,
  steps: readonly Migration[] = migrations,
): Record<string, unknown> {
  const found = raw[versionKey];
  const version = typeof found === 'number' ? found : 0;
  const ahead = steps.filter(step => step.version > version);
  if (ahead.length === 0) return raw;
  return ahead.reduce((values, step) => ({ ...step.change(values), [versionKey]: step.version }), raw);
}
