import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Trouble } from '../../../shared/live.ts';
import { Settings, SettingsChange } from '../../../shared/settings.ts';
import { openSettings } from '../../../main/settings/settings.ts';
import type { OpenSettingsOptions } from '../../../main/settings/settings.ts';

const defaults = Settings.parse({});

function settingsIn(file: string | null, options: Partial<OpenSettingsOptions> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'ringfence-settings-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  if (file !== null) writeFileSync(join(folder, 'settings.json'), file);
  const troubles: Trouble[] = [];
  const over: Trouble['key'][] = [];
  const open = (where = folder) =>
    openSettings(where, {
      onTrouble: trouble => troubles.push(trouble),
      onTroubleOver: key => over.push(key),
      ...options,
    });
  return { folder, troubles, over, open, settings: open() };
}

test('a change names only what it changes', () => {
  expect(SettingsChange.parse({ theme: 'dark' })).toEqual({ theme: 'dark' });
});

test('a first start has the defaults', () => {
  const { settings, troubles } = settingsIn(null);
  expect(settings.get()).toEqual(defaults);
  expect(troubles).toEqual([]);
});

test('a change is there after the next start, and leaves all others as they were', () => {
  const { settings, open } = settingsIn(null);
  settings.change({ theme: 'dark' });
  settings.change({ holdMs: 2000 });
  expect(open().get()).toEqual({ ...defaults, theme: 'dark', holdMs: 2000 });
});

test('a change that is not allowed is refused and changes nothing', () => {
  const { settings, open } = settingsIn(null);
  expect(() => settings.change({ holdMs: 5 })).toThrow('holdMs');
  expect(settings.get()).toEqual(defaults);
  expect(open().get()).toEqual(defaults);
});

test('listeners hear what changed, and nothing when nothing did', () => {
  const { settings } = settingsIn(null);
  const heard: string[] = [];
  const stop = settings.onChange((now, before) => heard.push(`${before.theme}→${now.theme}`));
  settings.change({ theme: 'dark' });
  settings.change({ theme: 'dark' });
  stop();
  settings.change({ theme: 'light' });
  expect(heard).toEqual(['auto→dark']);
});

test('what another program wrote is read on demand', () => {
  const { settings, open } = settingsIn(null);
  open().change({ mode: 'watch' });
  expect(settings.reload().mode).toBe('watch');
});

describe('a damaged file', () => {
  test.each(['{ "theme": "da', '', '[]', 'null', '\u0000\u0000\u0000'])('is kept aside: %j', text => {
    const { settings, folder, troubles, open } = settingsIn(text);
    expect(settings.get()).toEqual(defaults);
    expect(troubles.map(trouble => trouble.key)).toEqual(['settings-damaged']);
    const aside = readdirSync(folder).filter(name => name.startsWith('settings.json.damaged-'));
    expect(aside.map(name => readFileSync(join(folder, name), 'utf8'))).toEqual([text]);
    settings.change({ theme: 'dark' });
    expect(open().get().theme).toBe('dark');
  });
});

test('one value that makes no sense falls back alone, and stays in the file with those of a later version', () => {
  const file = JSON.stringify({ theme: 'plaid', holdMs: 2500, fromTheFuture: { a: 1 }, version: 1 });
  const { settings, folder } = settingsIn(file);
  expect(settings.get()).toEqual({ ...defaults, holdMs: 2500 });
  settings.change({ density: 'compact' });
  const kept: unknown = JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8'));
  expect(kept).toMatchObject({ theme: 'plaid', holdMs: 2500, fromTheFuture: { a: 1 }, density: 'compact' });
});

test('older settings are brought to today’s form step by step', () => {
  const { settings, open } = settingsIn(JSON.stringify({ hold: 2 }), {
    migrations: [
      { version: 1, change: ({ hold, ...raw }) => ({ ...raw, holdSeconds: hold }) },
      { version: 2, change: ({ holdSeconds, ...raw }) => ({ ...raw, holdMs: Number(holdSeconds) * 1000 }) },
    ],
  });
  expect(settings.get().holdMs).toBe(2000);
  expect(open().get().holdMs).toBe(2000);
});

test('where nothing can be written, changes hold until the end and the trouble is told', () => {
  const { folder, troubles, open } = settingsIn(null);
  writeFileSync(join(folder, 'in-the-way'), '');
  const settings = open(join(folder, 'in-the-way'));
  expect(settings.change({ theme: 'dark' }).theme).toBe('dark');
  expect(settings.change({ holdMs: 2000 })).toMatchObject({ theme: 'dark', holdMs: 2000 });
  expect(troubles.map(trouble => trouble.key)).toEqual(['data-unwritable']);
});

test('a full disk is told, nothing changed is lost, and the trouble is over when it can be saved', () => {
  let full = true;
  let file: Record<string, unknown> = {};
  const makeStore = () => ({
    path: '',
    get store() {
      return file;
    },
    set store(value) {
      if (full) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
      file = value;
    },
  });
  const { settings, troubles, over } = settingsIn(null, { makeStore });
  settings.change({ theme: 'dark' });
  full = false;
  settings.change({ holdMs: 2000 });
  expect(file).toMatchObject({ theme: 'dark', holdMs: 2000 });
  expect(troubles.map(trouble => trouble.key)).toEqual(['disk-full']);
  expect(over).toEqual(['disk-full']);
});

test('a folder that is not there yet is made', () => {
  const { folder, open } = settingsIn(null);
  mkdirSync(join(folder, 'a'));
  open(join(folder, 'a', 'b')).change({ theme: 'dark' });
  expect(open(join(folder, 'a', 'b')).get().theme).toBe('dark');
});
