import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { _electron } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import type Electron from 'electron';
import { createScreen } from './stand-in/screen.ts';

const root = resolve(import.meta.dirname, '..', '..');
const builtDoor = join(root, 'dist', 'main', 'desktop.js');

export interface DesktopAppOptions {
  args?: string[];
  env?: Record<string, string>;
  /** The built door, where it is another than that of this checkout; stand-in only. */
  door?: string;
}

/** The running desktop door, on the real Electron or on the stand-in. */
export interface DesktopApp {
  /** The page of its first window. */
  page(): Promise<Page>;
  /** Runs a function in the door's process; it may use what Electron gives, its argument, and `recorded`. */
  evaluate<R, A = undefined>(
    run: (electron: typeof Electron, argument: A) => R | Promise<R>,
    argument?: A,
  ): Promise<R>;
  /** The page over HTTP; null on the real Electron. */
  address: Promise<string> | null;
  quit(): Promise<number | null>;
}

/** Electron's program; null where it was not fetched. */
export function electronBinary(): string | null {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const named = join(folder, 'path.txt');
  if (!existsSync(named)) return null;
  const binary = join(
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist'),
    readFileSync(named, 'utf8'),
  );
  return existsSync(binary) ? binary : null;
}

export function openDesktop(browser: Browser, options: DesktopAppOptions): Promise<DesktopApp> {
  const binary = electronBinary();
  return binary === null ? openStandIn(browser, options) : openElectron(binary, options);
}

/** A second start of the app beside one that runs; its exit code. */
export async function startAgain(options: DesktopAppOptions): Promise<number | null> {
  const binary = electronBinary();
  const child =
    binary === null ? spawnStandIn(options) : spawn(binary, electronArguments(options), settled(options));
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

function settled({ env = {} }: DesktopAppOptions) {
  return { cwd: root, env: { ...process.env, ...env } };
}

function spawnStandIn(options: DesktopAppOptions): ChildProcess {
  const register = pathToFileURL(join(import.meta.dirname, 'stand-in', 'register.ts')).href;
  const args = [
    '--disable-warning=ExperimentalWarning',
    '--import',
    register,
    options.door ?? builtDoor,
    ...(options.args ?? []),
  ];
  return spawn(process.execPath, args, {
    ...settled(options),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

async function openStandIn(browser: Browser, options: DesktopAppOptions): Promise<DesktopApp> {
  const child = spawnStandIn(options);
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const screen = createScreen(browser, child);
  const gone = ended.then(([code]) => {
    throw new Error(`The app ended with code ${String(code)}.`);
  });
  gone.catch(() => undefined);
  await Promise.race([screen.address, gone]);
  return {
    page: () => Promise.race([screen.firstPage, gone]),
    evaluate: async <R, A>(run: (electron: typeof Electron, argument: A) => R | Promise<R>, argument?: A) =>
      (await screen.evaluate(run.toString(), argument)) as R,
    address: screen.address,
    async quit() {
      screen.leave();
      if (child.exitCode === null) child.kill('SIGTERM');
      const [code] = await ended;
      await screen.close();
      return code;
    },
  };
}

/** A main file that loads the recorder before the door, as the stand-in's `--import` does. */
function electronMain(): string {
  const folder = join(root, 'test-results', 'electron');
  mkdirSync(folder, { recursive: true });
  const recorder = readFileSync(join(import.meta.dirname, 'recorder.ts'), 'utf8');
  writeFileSync(join(folder, 'recorder.mjs'), stripTypeScriptTypes(recorder));
  const main = join(folder, 'main.mjs');
  writeFileSync(main, `import './recorder.mjs';\nimport ${JSON.stringify(pathToFileURL(builtDoor).href)};\n`);
  return main;
}

function electronArguments({ args = [] }: DesktopAppOptions): string[] {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return [electronMain(), ...asRoot, ...args];
}

async function openElectron(binary: string, options: DesktopAppOptions): Promise<DesktopApp> {
  const { cwd, env } = settled(options);
  const app = await _electron.launch({
    executablePath: binary,
    args: electronArguments(options),
    cwd,
    env: Object.fromEntries(Object.entries(env).filter(entry => entry[1] !== undefined)) as Record<
      string,
      string
    >,
  });
  return {
    page: () => app.firstWindow(),
    evaluate: async <R, A>(run: (electron: typeof Electron, argument: A) => R | Promise<R>, argument?: A) =>
      app.evaluate<R, never>(run as never, argument as never),
    address: null,
    async quit() {
      const ended = once(app.process(), 'exit') as Promise<[number | null]>;
      await app.close();
      return (await ended)[0];
    },
  };
}
