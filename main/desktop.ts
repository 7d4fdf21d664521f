import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  Menu,
  nativeImage,
  nativeTheme,
  Notification,
  powerMonitor,
  protocol,
  session,
  shell,
  Tray,
} from 'electron';
import ElectronStore from 'electron-store';
import type { MessageKey } from '../shared/messages/index.ts';
import type { Values, Words } from '../shared/messages/words.ts';
import { createWords, languageOf } from '../shared/messages/words.ts';
import { createHandler } from './api/index.ts';
import type { LookAround } from './api/look-around.ts';
import { setAutostart } from './autostart.ts';
import { makeFolder } from './data-folder.ts';
import { furnishDemo } from './demo.ts';
import { menuTemplate, showsTray, trayTemplate, windowOptions } from './desktop-frame.ts';
import { desktopOptions } from './desktop-options.ts';
import { createReport } from './desktop-report.ts';
import { createTeller, isPaused, notificationWords, storyPath, trayWords } from './desktop-words.ts';
import { openLogFile } from './log-file.ts';
import { lockContents, lockSession, pageAddress } from './page-walls.ts';
import { createLookAround } from './look-around.ts';
import type { Ringfence, RingfenceOptions } from './ringfence.ts';
import { startRingfence } from './ringfence.ts';
import { holdFolder } from './single.ts';

/** Door 1: the desktop app. Its page asks the same handler as a browser does; there is no preload and no ipc to attack. */

const pageFolder = join(import.meta.dirname, '..', 'renderer');
const pauseMinutes = 30;
const trayRefreshMs = 60_000;

const { demo, hidden, lines, folder } = desktopOptions(process.argv.slice(1));
// Chromium's profile and its single-instance lock live in the data folder as well: one Ringfence per folder.
const windowFolder = join(folder, 'window');
const unwritable = makeFolder(windowFolder);
if (unwritable !== null) {
  const words = createWords(languageOf('auto', Intl.DateTimeFormat().resolvedOptions().locale));
  dialog.showErrorBox(words('app.name'), words('console.unwritable', { folder, error: unwritable }));
  process.exit(1);
}
app.setPath('userData', windowFolder);
if (process.platform === 'win32') app.setAppUserModelId('kr.ringfence.desktop');
app.enableSandbox();
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
]);

const logFile = join(folder, 'ringfence.log');
const log = openLogFile(logFile);
const report = createReport({
  log,
  logFile,
  systemLanguage: () => app.getLocale(),
  show: async box => app.whenReady().then(() => dialog.showMessageBox(box)),
});
process.on('uncaughtException', report.unexpected);
process.on('unhandledRejection', report.unexpected);

if (app.requestSingleInstanceLock()) {
  void app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      log.fatal(error);
      return giveUp('desktop.start-failed');
    });
} else app.quit(); // The Ringfence that runs already shows its window.

async function giveUp(key: MessageKey, values: Values = {}): Promise<void> {
  await report.say('error', key, values);
  app.exit(1);
}

async function start(): Promise<void> {
  const hold = await holdFolder(folder);
  if ('running' in hold) {
    const { address } = hold.running;
    return address === null
      ? giveUp('desktop.already-running.no-page')
      : giveUp('desktop.already-running', { address });
  }
  const options: RingfenceOptions = {
    dataFolder: folder,
    door: 'desktop',
    demo,
    ...(lines.length > 0 ? { lines } : {}),
    ...(demo ? { prepare: furnishDemo } : {}),
    makeStore: storeOptions => new ElectronStore(storeOptions),
  };
  const guard = await startRingfence(options);
  hold.onNudge(() => guard.reload());
  openDoor(guard, demo ? null : createLookAround(guard, options));
}

function openDoor(ringfence: Ringfence, lookAround: LookAround | null): void {
  const { house } = ringfence;
  const handler = createHandler(house, pageFolder, null, lookAround);
  protocol.handle('app', request =>
    request.url.startsWith(pageAddress) ? handler.fetch(request) : new Response(null, { status: 404 }),
  );
  lockSession(session.defaultSession, app.isPackaged);

  let quitting = false;
  let window: BrowserWindow | null = null;
  const tray = createTray();
  const trayIsSeen = tray !== null && showsTray(process.platform, process.env['XDG_CURRENT_DESKTOP']);
  const language = () => languageOf(house.settings().language, app.getLocale());
  const words = (): Words => createWords(language());

  const show = (path?: string): void => {
    const isNew = window === null;
    window ??= createWindow();
    if (isNew || path !== undefined) void window.loadURL(pageAddress + (path ?? ''));
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  };
  const createWindow = (): BrowserWindow => {
    const created = lockedWindow();
    created.on('close', event => {
      if (quitting) return;
      event.preventDefault();
      if (trayIsSeen) created.hide();
      else created.minimize();
    });
    created.on('closed', () => (window = null));
    return created;
  };

  const deeds = {
    open: () => show(),
    pause: () => house.pause(pauseMinutes),
    resume: () => house.pause(null),
    quit: () => app.quit(),
  };
  let shown = '';
  const refresh = (): void => {
    const status = house.status();
    const now = Date.now();
    const glance = trayWords(status, words(), language(), now);
    const paused = isPaused(status, now);
    // Set anew only when it says something else: an open menu would close.
    const says = JSON.stringify([glance, paused, language()]);
    if (says === shown) return;
    shown = says;
    tray?.setToolTip(`${glance.state}\n${glance.today}`);
    tray?.setContextMenu(Menu.buildFromTemplate(trayTemplate(words(), glance, paused, deeds)));
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(menuTemplate(words(), deeds, process.platform === 'darwin')),
    );
  };

  const tell = createTeller(call => {
    const says = notificationWords(call, words(), language());
    if (says === null || !house.settings().notifications || !Notification.isSupported()) return null;
    const notification = new Notification(says);
    notification.on('click', () => show(storyPath(call.caller)));
    notification.show();
    return notification;
  });

  const applyLogin = (): void => {
    if (!demo) startAtLogin(house.settings().startAtLogin);
  };

  house.listen(event => {
    try {
      if (event.type === 'call') tell(event.call);
      if (event.type === 'changed' && event.what === 'settings') applyLogin();
      refresh();
    } catch (error) {
      report.unexpected(error);
    }
  });
  setInterval(refresh, trayRefreshMs);
  applyLogin();
  refresh();
  tray?.on('click', () => show());
  if (!hidden || !trayIsSeen) show();

  powerMonitor.on('suspend', () => ringfence.suspend());
  powerMonitor.on('resume', () => ringfence.resume());
  powerMonitor.on('shutdown', () => app.quit());
  app.on('second-instance', () => show());
  app.on('activate', () => show());
  app.on('window-all-closed', () => undefined); // The guard goes on without a window.
  app.on('before-quit', () => (quitting = true));
  app.on('will-quit', event => {
    event.preventDefault();
    handler.close();
    void Promise.resolve(lookAround?.set(false))
      .then(() => ringfence.stop())
      .catch((error: unknown) => log.error(error))
      .then(() => app.exit());
  });
}

function lockedWindow(): BrowserWindow {
  const window = new BrowserWindow({
    ...windowOptions(app.isPackaged, nativeTheme.shouldUseDarkColors),
    icon: icon('app.png'),
  });
  lockContents(window.webContents, url => void shell.openExternal(url));
  window.webContents.on('render-process-gone', (_event, details) => {
    log.error({ details }, 'The page is gone; loading it again.');
    if (details.reason !== 'clean-exit') void window.loadURL(pageAddress);
  });
  return window;
}

function icon(name: string): Electron.NativeImage {
  return nativeImage.createFromPath(join(pageFolder, 'icons', name));
}

/** Some desktops have no tray at all. */
function createTray(): Tray | null {
  try {
    return new Tray(icon('tray.png'));
  } catch (error) {
    log.warn(error);
    return null;
  }
}

function startAtLogin(on: boolean): void {
  const place = app.isPackaged ? [] : [app.getAppPath()];
  if (process.platform === 'linux')
    setAutostart(on, [process.env['APPIMAGE'] ?? process.execPath, ...place, '--hidden']);
  else app.setLoginItemSettings({ openAtLogin: on, args: [...place, '--hidden'] });
}
