/**
 * `npm start`: opens the desktop app where Electron is here or can be fetched, else the headless door.
 * Arguments and signals are passed on; the exit code is the door's.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { desktop as desktopEn } from '../shared/messages/en/desktop.ts';
import { house as houseEn } from '../shared/messages/en/house.ts';
import { desktop as desktopKo } from '../shared/messages/ko/desktop.ts';
import { house as houseKo } from '../shared/messages/ko/house.ts';
import { onEnd } from './ending.ts';

/** When nothing of Electron has arrived by then, it cannot be fetched. */
const firstBytesMs = 14_000;
/** A download under way may pause (or be unpacked) this long. */
const stallMs = 120_000;
const lookMs = 500;
const root = resolve(import.meta.dirname, '..');

// Two sentences of two files, so that nothing else has to load for them.
const sentences = {
  ko: { ...houseKo, ...desktopKo },
  en: { ...houseEn, ...desktopEn },
};
type Sentence = 'console.no-electron' | 'desktop.no-screen';

/** Electron's program, fetched if need be; null where it can neither be found nor fetched. */
async function electronBinary(): Promise<string | null> {
  const folder = packageFolder('electron');
  if (folder === null) return null;
  return binaryIn(folder) ?? ((await fetchBinary(folder)) ? binaryIn(folder) : null);
}

function packageFolder(name: string): string | null {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  } catch {
    return null;
  }
}

function binaryIn(folder: string): string | null {
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist');
  const binary = join(dist, readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

/**
 * Runs Electron's own installer. Its temporary folder shows whether anything arrives: a slow download is waited for,
 * an unreachable source is not.
 */
async function fetchBinary(folder: string): Promise<boolean> {
  const temporary = mkdtempSync(join(tmpdir(), 'ringfence-'));
  const child = spawn(process.execPath, [join(folder, 'install.js')], {
    stdio: 'ignore',
    env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
  });
  let arrived = 0;
  let lastArrival = Date.now();
  const look = setInterval(() => {
    const bytes = bytesIn(temporary);
    if (bytes > arrived) lastArrival = Date.now();
    arrived = Math.max(arrived, bytes);
    if (Date.now() - lastArrival > (arrived > 0 ? stallMs : firstBytesMs)) child.kill('SIGKILL');
  }, lookMs);
  const fetched = await new Promise<boolean>(done => {
    child.on('error', () => done(false));
    child.on('close', code => done(code === 0));
  });
  clearInterval(look);
  rmSync(temporary, { recursive: true, force: true });
  return fetched;
}

function bytesIn(folder: string): number {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
  } catch {
    return 0; // moved away while being counted
  }
}

const hasScreen = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);

function say(key: Sentence): void {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const language = LC_ALL || LC_MESSAGES || LANG || Intl.DateTimeFormat().resolvedOptions().locale;
  console.log(sentences[language.startsWith('ko') ? 'ko' : 'en'][key]);
}

function run(program: string, args: string[]): void {
  const child = spawn(program, args, { stdio: 'inherit', cwd: root });
  // Ctrl-C reaches the child by the terminal; a signal sent to this process alone does not.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  // npm passes nothing on when it is ended itself.
  onEnd(() => child.kill('SIGTERM'));
  child.on('error', error => {
    console.error(error.message);
    process.exit(1);
  });
  child.on('close', code => process.exit(code ?? 1));
}

const args = process.argv.slice(2);
const headless = [
  '--disable-warning=ExperimentalWarning',
  join(root, 'dist', 'main', 'headless.js'),
  ...args,
];
if (!hasScreen()) {
  say('desktop.no-screen');
  run(process.execPath, headless);
} else {
  const binary = await electronBinary();
  if (binary === null) {
    say('console.no-electron');
    run(process.execPath, headless);
  } else {
    // Chromium refuses to run as root with its sandbox; whoever runs as root knows why.
    const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
    run(binary, [root, ...(asRoot ? ['--no-sandbox'] : []), ...args]);
  }
}
