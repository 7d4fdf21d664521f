import { EventEmitter } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join, resolve } from 'node:path';
import type Electron from 'electron';
import { systemLocale } from './locale.ts';
import { StoppableEvent } from './shape.ts';
import type { Shape } from './shape.ts';
import { BrowserWindow } from './window.ts';

const root = resolve(import.meta.dirname, '..', '..', '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

const paths = new Map<string, string>();
const events = new EventEmitter();
let ready = false;
const becomesReady = new Promise<void>(done =>
  setImmediate(() => {
    ready = true;
    events.emit('ready');
    done();
  }),
);
/** Told to the first instance before this second one ends. */
let parting: Promise<void> = Promise.resolve();

/** Electron's app: life, places, and one instance per profile folder. */
export const app = Object.assign(events, {
  isPackaged: false,
  whenReady: () => becomesReady,
  isReady: () => ready,
  getLocale: systemLocale,
  getVersion: () => version,
  getAppPath: () => root,
  getPath: name => paths.get(name) ?? join(root, 'test-results', name),
  setPath: (name, path) => void paths.set(name, path),
  setAppUserModelId: () => undefined,
  setLoginItemSettings: () => undefined,
  enableSandbox: () => undefined,
  requestSingleInstanceLock: () => {
    const folder = app.getPath('userData');
    mkdirSync(folder, { recursive: true });
    const lock = join(folder, 'instance');
    const socket = join(folder, 'instance.sock');
    if (isAlive(lock)) {
      parting = new Promise(done => {
        const line = connect(socket, () => line.end(JSON.stringify(process.argv)));
        line.on('close', () => done());
        line.on('error', () => done());
      });
      return false;
    }
    writeFileSync(lock, String(process.pid));
    rmSync(socket, { force: true });
    createServer(line => {
      let text = '';
      line.on('data', data => (text += data.toString()));
      line.on('end', () => {
        events.emit('second-instance', new StoppableEvent(), JSON.parse(text), root);
        line.end();
      });
    })
      .listen(socket)
      .unref();
    return true;
  },
  quit: () => {
    events.emit('before-quit', new StoppableEvent());
    for (const window of BrowserWindow.getAllWindows()) window.close();
    if (BrowserWindow.getAllWindows().length > 0) return;
    const leaving = new StoppableEvent();
    events.emit('will-quit', leaving);
    if (!leaving.defaultPrevented) app.exit();
  },
  exit: (code = 0) => void parting.then(() => process.exit(code)),
} satisfies Shape<
  Electron.App,
  | 'isPackaged'
  | 'whenReady'
  | 'isReady'
  | 'getLocale'
  | 'getVersion'
  | 'getAppPath'
  | 'getPath'
  | 'setPath'
  | 'setAppUserModelId'
  | 'setLoginItemSettings'
  | 'enableSandbox'
  | 'requestSingleInstanceLock'
  | 'quit'
  | 'exit'
>);

function isAlive(lock: string): boolean {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
    return true;
  } catch {
    return false;
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit());
