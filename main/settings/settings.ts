import Conf from 'conf';
import { Settings, SettingsChange } from '../../shared/settings.ts';
import type { Trouble } from '../../shared/live.ts';
import type { Migration } from './migrate.ts';
import { migrated, migrations } from './migrate.ts';
import { setAsideIfDamaged } from './damaged.ts';

/** Options that conf and electron-store read alike; each has its own word for the file's name. */
export interface StoreOptions {
  cwd: string;
  name: string;
  configName: string;
  clearInvalidConfig: false;
  accessPropertiesByDotNotation: false;
}

/** The little that is used of conf and of electron-store, its child: reads and writes the whole file, atomically. */
export interface Store {
  readonly path: string;
  store: Record<string, unknown>;
}

export interface OpenSettingsOptions {
  onTrouble: (trouble: Trouble) => void;
  onTroubleOver?: (key: Trouble['key']) => void;
  /** The desktop gives electron-store. */
  makeStore?: (options: StoreOptions) => Store;
  now?: () => number;
  migrations?: readonly Migration[];
}

export interface SettingsStore {
  get(): Settings;
  /** Sets what is named; throws a ZodError if a value is not allowed. What cannot be saved holds until the end. */
  change(change: SettingsChange): Settings;
  /** Reads the file again, for what another program may have written; returns the settings. */
  reload(): Settings;
  /** Called after every change; returns the way to stop. */
  onChange(listener: (settings: Settings, before: Settings) => void): () => void;
}

/** Each value by itself: one that is unknown or not allowed falls back to its default and costs no other. */
export function lenientSettings(raw: Record<string, unknown>): Settings {
  const fitting = Object.entries(Settings.shape).flatMap(([name, schema]) => {
    const value = schema.safeParse(raw[name]);
    return value.success ? [[name, value.data] as const] : [];
  });
  return Settings.parse(Object.fromEntries(fitting));
}

function troubleKeyOf(error: unknown): Trouble['key'] {
  return error instanceof Error && 'code' in error && error.code === 'ENOSPC'
    ? 'disk-full'
    : 'data-unwritable';
}

/** The file where there is one, else nothing: the guard must start with defaults where nothing can be read or written. */
function storeIn(folder: string, options: OpenSettingsOptions, tell: (error: unknown) => void): Store | null {
  const makeStore = options.makeStore ?? (storeOptions => new Conf<Record<string, unknown>>(storeOptions));
  try {
    setAsideIfDamaged(folder, options);
    return makeStore({
      cwd: folder,
      name: 'settings',
      configName: 'settings',
      clearInvalidConfig: false,
      accessPropertiesByDotNotation: false,
    });
  } catch (error) {
    tell(error);
    return null;
  }
}

/** How long after a refused write it is tried again. */
const retryMs = 30_000;

/**
 * Opens `settings.json` in the data folder. A damaged file is kept aside and defaults are used; values that this version
 * does not know stay in the file.
 */
export function openSettings(folder: string, options: OpenSettingsOptions): SettingsStore {
  const now = options.now ?? (() => Date.now());
  const listeners = new Set<(settings: Settings, before: Settings) => void>();
  let told: Trouble['key'] | null = null;

  function tell(error: unknown) {
    const key = troubleKeyOf(error);
    const detail = error instanceof Error ? error.message : String(error);
    if (told !== key) options.onTrouble({ key, at: now(), values: { folder, detail } });
    told = key;
  }

  const store = storeIn(folder, options, tell);
  let raw: Record<string, unknown> = {};
  /** Changes that the disk refused; they hold, and are tried again. */
  let unsaved: Record<string, unknown> = {};
  let retry: NodeJS.Timeout | null = null;

  function read() {
    try {
      if (store) raw = { ...store.store, ...unsaved };
    } catch {
      // Damaged while in use: what was read before still holds, and is written again with the next change.
      setAsideIfDamaged(folder, options);
    }
  }

  function save() {
    try {
      if (!store) return;
      store.store = raw;
      unsaved = {};
      if (told) options.onTroubleOver?.(told);
      told = null;
    } catch (error) {
      tell(error);
      retry ??= setTimeout(() => {
        retry = null;
        read();
        save();
      }, retryMs).unref();
    }
  }

  read();
  const upToDate = migrated(raw, options.migrations ?? migrations);
  if (upToDate !== raw) {
    raw = upToDate;
    save();
  }
  let settings = lenientSettings(raw);

  function become(next: Settings): Settings {
    const before = settings;
    settings = next;
    if (JSON.stringify(before) !== JSON.stringify(next))
      for (const listener of listeners) listener(next, before);
    return settings;
  }

  return {
    get: () => settings,
    change(change) {
      const checked = SettingsChange.parse(change);
      read();
      unsaved = { ...unsaved, ...checked };
      raw = { ...raw, ...checked };
      save();
      return become(lenientSettings(raw));
    },
    reload() {
      read();
      return become(lenientSettings(raw));
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
