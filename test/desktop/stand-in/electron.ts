/**
 * A stand-in for the module `electron` where its binary is not: sound for what the door does with it, for the page,
 * what is kept and what is shown; not for the sandbox, fuses or native looks.
 */
import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import type Electron from 'electron';
import { app } from './app.ts';
import { answerEvaluate } from './channel.ts';
import { protocol, session } from './session.ts';
import type { Shape } from './shape.ts';
import { BrowserWindow } from './window.ts';

export { app, BrowserWindow, protocol, session };

class MenuItem implements Shape<Electron.MenuItem, 'label' | 'enabled' | 'click'> {
  label: string;
  enabled: boolean;
  role: string | undefined;
  accelerator: unknown;
  submenu: Menu | null;
  click: () => void;

  constructor(options: Electron.MenuItemConstructorOptions) {
    this.label = options.label ?? '';
    this.enabled = options.enabled !== false;
    this.role = options.role;
    this.accelerator = options.accelerator;
    this.submenu = Array.isArray(options.submenu) ? Menu.buildFromTemplate(options.submenu) : null;
    this.click = () => {
      if (this.enabled) (options.click as (() => void) | undefined)?.();
    };
  }
}

export class Menu {
  static #applicationMenu: Menu | null = null;
  items: MenuItem[] = [];

  static buildFromTemplate(template: Electron.MenuItemConstructorOptions[]): Menu {
    const menu = new Menu();
    menu.items = template.map(options => new MenuItem(options));
    return menu;
  }
  static setApplicationMenu(menu: Menu | null): void {
    Menu.#applicationMenu = menu;
  }
  static getApplicationMenu(): Menu | null {
    return Menu.#applicationMenu;
  }
}

export class Tray extends EventEmitter {
  readonly image: unknown;
  constructor(image: unknown) {
    super();
    this.image = image;
  }
}
// On the prototype, as in Electron, where the recorder looks for them.
Object.assign(Tray.prototype, {
  setContextMenu: () => undefined,
  setToolTip: () => undefined,
} satisfies Shape<Electron.Tray, 'setContextMenu' | 'setToolTip'>);

export class Notification
  extends EventEmitter
  implements Shape<Electron.Notification, 'show' | 'title' | 'body'>
{
  title: string;
  body: string;
  static isSupported(): boolean {
    return true;
  }
  constructor(options: Electron.NotificationConstructorOptions = {}) {
    super();
    this.title = options.title ?? '';
    this.body = options.body ?? '';
  }
  show(): void {
    this.emit('show');
  }
}

export const nativeImage = {
  createFromPath: (path: string) => ({ path, isEmpty: () => !existsSync(path) }),
} satisfies Shape<typeof Electron.nativeImage, 'createFromPath'>;

export const nativeTheme = { shouldUseDarkColors: false } satisfies Shape<
  Electron.NativeTheme,
  'shouldUseDarkColors'
>;

export const dialog = {
  showMessageBox: () => Promise.resolve({ response: 0, checkboxChecked: false }),
  showErrorBox: (title, content) => console.error(`${title}: ${content}`),
} satisfies Shape<typeof Electron.dialog, 'showMessageBox' | 'showErrorBox'>;

export const shell = { openExternal: () => Promise.resolve() } satisfies Shape<
  typeof Electron.shell,
  'openExternal'
>;

export const powerMonitor = new EventEmitter();
/** electron-store listens on it; no page can reach it. */
export const ipcMain = new EventEmitter();

const electron = {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeImage,
  nativeTheme,
  Notification,
  powerMonitor,
  protocol,
  session,
  shell,
  Tray,
} satisfies Partial<Record<keyof typeof Electron, unknown>>;
answerEvaluate(electron);

/** electron-store asks for all of it at once. */
export { electron as default };
