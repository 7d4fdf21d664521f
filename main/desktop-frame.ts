import type { BrowserWindowConstructorOptions, MenuItemConstructorOptions } from 'electron';
import type { Words } from '../shared/messages/words.ts';

/** What the tray and the menu can make the app do. */
export interface Deeds {
  open(): void;
  pause(): void;
  resume(): void;
  quit(): void;
}

/** The application menu. Labels are given, since Electron words its roles in English only. */
export function menuTemplate(words: Words, deeds: Deeds, isMac: boolean): MenuItemConstructorOptions[] {
  return [
    {
      label: words('app.name'),
      submenu: [
        { label: words('desktop.menu.close'), accelerator: 'CmdOrCtrl+W', role: 'close' },
        { type: 'separator' },
        { label: words('desktop.quit'), accelerator: 'CmdOrCtrl+Q', click: () => deeds.quit() },
      ],
    },
    {
      label: words('desktop.menu.edit'),
      submenu: [
        { label: words('desktop.menu.undo'), role: 'undo' },
        { label: words('desktop.menu.redo'), role: 'redo' },
        { type: 'separator' },
        { label: words('desktop.menu.cut'), role: 'cut' },
        { label: words('desktop.menu.copy'), role: 'copy' },
        { label: words('desktop.menu.paste'), role: 'paste' },
        { label: words('desktop.menu.select-all'), role: 'selectAll' },
      ],
    },
    {
      label: words('desktop.menu.view'),
      submenu: [
        { label: words('desktop.menu.reload'), accelerator: isMac ? 'Cmd+R' : 'F5', role: 'reload' },
        { type: 'separator' },
        { label: words('desktop.menu.larger'), accelerator: 'CmdOrCtrl+=', role: 'zoomIn' },
        { label: words('desktop.menu.smaller'), accelerator: 'CmdOrCtrl+-', role: 'zoomOut' },
        { label: words('desktop.menu.actual-size'), accelerator: 'CmdOrCtrl+0', role: 'resetZoom' },
        { label: words('desktop.menu.full-screen'), role: 'togglefullscreen' },
      ],
    },
  ];
}

/** The tray's menu: two sentences to read, and what can be done without the window. */
export function trayTemplate(
  words: Words,
  glance: { state: string; today: string },
  paused: boolean,
  deeds: Deeds,
): MenuItemConstructorOptions[] {
  return [
    { label: glance.state, enabled: false },
    { label: glance.today, enabled: false },
    { type: 'separator' },
    { label: words('desktop.open'), click: () => deeds.open() },
    paused
      ? { label: words('desktop.resume'), click: () => deeds.resume() }
      : { label: words('desktop.pause'), click: () => deeds.pause() },
    { type: 'separator' },
    { label: words('desktop.quit'), click: () => deeds.quit() },
  ];
}

/** Does this desktop show tray icons? GNOME does not by itself; Ubuntu's GNOME does. A window is hidden only where it can be called back. */
export function showsTray(platform: NodeJS.Platform, desktop: string | undefined): boolean {
  if (platform !== 'linux') return true;
  const names = (desktop ?? '').toLowerCase().split(':');
  return names[0] !== '' && (!names.includes('gnome') || names.includes('ubuntu'));
}

/** The window: as narrow as a phone if wanted, and with a page that can do no more than one in a browser. */
export function windowOptions(isPackaged: boolean, dark: boolean): BrowserWindowConstructorOptions {
  return {
    name: 'main',
    windowStatePersistence: true,
    width: 1280,
    height: 860,
    minWidth: 400,
    minHeight: 480,
    title: 'Ringfence',
    autoHideMenuBar: true,
    // The page's own backgrounds, so that opening does not flash.
    backgroundColor: dark ? '#131518' : '#f5f6f8',
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false, // It would fetch dictionaries.
      devTools: !isPackaged,
    },
  };
}
