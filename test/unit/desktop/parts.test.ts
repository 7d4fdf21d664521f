import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MessageBoxOptions } from 'electron';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { autostartFile, setAutostart } from '../../../main/autostart.ts';
import { menuTemplate, showsTray, windowOptions } from '../../../main/desktop-frame.ts';
import { desktopOptions } from '../../../main/desktop-options.ts';
import { createReport } from '../../../main/desktop-report.ts';
import { masked, openLogFile } from '../../../main/log-file.ts';
import { createWords } from '../../../shared/messages/words.ts';
import { isOfficialSite } from '../../../shared/official-sites.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringfence-parts-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('start at login on Linux', () => {
  test('is asked for in the folder that the desktop names, else in the home', () => {
    expect(autostartFile({ HOME: '/home/a' })).toBe('/home/a/.config/autostart/ringfence.desktop');
    expect(autostartFile({ HOME: '/home/a', XDG_CONFIG_HOME: '/conf' })).toBe(
      '/conf/autostart/ringfence.desktop',
    );
  });
  test('names the program so that spaces, quotes and percent signs in its path survive', () => {
    const file = join(folder, 'autostart', 'ringfence.desktop');
    setAutostart(true, ['/opt/My "100%" $app\\x', '--hidden'], file);
    expect(readFileSync(file, 'utf8')).toContain(
      'Exec="/opt/My \\\\"100%%\\\\" \\\\$app\\\\\\\\x" "--hidden"\n',
    );
  });
  test('is written only when something changes, and can be taken back twice', () => {
    const file = join(folder, 'ringfence.desktop');
    setAutostart(true, ['/opt/a'], file);
    const { mtimeNs, ino } = statSync(file, { bigint: true });
    setAutostart(true, ['/opt/a'], file);
    expect(statSync(file, { bigint: true })).toMatchObject({ mtimeNs, ino });
    setAutostart(false, ['/opt/a'], file);
    setAutostart(false, ['/opt/a'], file);
    expect(existsSync(file)).toBe(false);
  });
});

describe('the log', () => {
  test('grows no larger than allowed, and keeps three files before it', () => {
    const file = join(folder, 'deep', 'ringfence.log');
    const log = openLogFile(file, 300);
    for (let line = 0; line < 40; line++) log.error(`line ${line} ${'x'.repeat(60)}`);
    for (const kept of [file, `${file}.1`, `${file}.2`, `${file}.3`])
      expect(statSync(kept).size).toBeLessThanOrEqual(300);
    expect(existsSync(`${file}.4`)).toBe(false);
    expect(readFileSync(file, 'utf8')).toContain('line 39 ');
  });
  test.each([
    ['call from 02-123-4567 ended', 'call from 02-****67 ended'],
    ['"01012345678"', '"010****78"'],
    ['1588-1234', '1588-****34'],
    ['+82 10-1234-5678', '+82 ****78'],
  ])('masks the number in %s', (text, shown) => expect(masked(text)).toBe(shown));
  test.each(['2026-11-25T10:11:12.123Z', 'at book.ts:120:33', 'port 8080', 'ttyACM0 115200'])(
    'leaves %s as it is',
    text => expect(masked(text)).toBe(text),
  );
  test('holds what an error was and where, without numbers', () => {
    const file = join(folder, 'ringfence.log');
    openLogFile(file).error(new Error('no row for 010-1234-5678'));
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('parts.test.ts');
    expect(text).not.toContain('1234');
  });
});

describe('links that leave the app', () => {
  test.each(['https://spam.kisa.or.kr/', 'https://www.law.go.kr/x?y=1', 'https://donotcall.go.kr'])(
    '%s may',
    link => expect(isOfficialSite(link)).toBe(true),
  );
  test.each([
    'http://law.go.kr/',
    'https://law.go.kr.example.com/',
    'https://xlaw.go.kr/',
    'https://user@law.go.kr/',
    'https://law.go.kr:8443/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'not a link',
  ])('%s may not', link => expect(isOfficialSite(link)).toBe(false));
});

describe('the app’s arguments', () => {
  test('are found among Chromium’s switches', () => {
    const args = ['/opt/app', '--no-sandbox', '--line', 'tcp://a:1', '--line=COM3', '--hidden', '--lang=ko'];
    expect(desktopOptions(args, '/data')).toEqual({
      demo: false,
      hidden: true,
      lines: ['tcp://a:1', 'COM3'],
      folder: '/data',
    });
  });
  test('keep the demo’s data apart', () => {
    expect(desktopOptions(['--demo'], '/data')).toMatchObject({
      folder: '/data-demo',
      lines: ['simulated:household'],
    });
    expect(desktopOptions(['--demo', '--data', '/mine'], '/data')).toMatchObject({ folder: '/mine' });
  });
});

test.each([
  ['linux', 'KDE', true],
  ['linux', 'ubuntu:GNOME', true],
  ['linux', 'GNOME', false],
  ['linux', 'GNOME-Classic:GNOME', false],
  ['linux', undefined, false],
  ['win32', undefined, true],
  ['darwin', undefined, true],
] as const)('a tray is counted on: %s %s → %s', (platform, desktop, seen) => {
  expect(showsTray(platform, desktop)).toBe(seen);
});

test('a packaged page is sandboxed, isolated, without Node and without developer tools', () => {
  expect(windowOptions(true, false).webPreferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    devTools: false,
  });
  expect(windowOptions(true, false).webPreferences).not.toHaveProperty('preload');
});

test('every entry of the menu is worded in both languages', () => {
  const deeds = { open: vi.fn(), pause: vi.fn(), resume: vi.fn(), quit: vi.fn() };
  for (const language of ['ko', 'en'] as const) {
    const menus = menuTemplate(createWords(language), deeds, false);
    const labels = menus
      .flatMap(menu => [menu, ...(Array.isArray(menu.submenu) ? menu.submenu : [])])
      .filter(item => item.type !== 'separator')
      .map(item => item.label);
    expect(labels.every(label => label && !label.startsWith('desktop.'))).toBe(true);
  }
});

test('an unexpected error is logged each time and said once', () => {
  const boxes: MessageBoxOptions[] = [];
  const logFile = join(folder, 'ringfence.log');
  const report = createReport({
    log: openLogFile(logFile),
    logFile,
    systemLanguage: () => 'en-GB',
    show: box => Promise.resolve(boxes.push(box)),
  });
  report.unexpected(new Error('first'));
  report.unexpected(new Error('first'));
  report.unexpected('thrown as text');
  expect(boxes.map(box => box.message)).toEqual([
    expect.stringContaining(logFile),
    expect.stringContaining('still guarded'),
  ]);
  expect(readFileSync(logFile, 'utf8').trim().split('\n')).toHaveLength(3);
});
