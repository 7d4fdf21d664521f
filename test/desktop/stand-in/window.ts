import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import { answer, send } from './channel.ts';
import { systemLocale } from './locale.ts';
import { allowedPermissions, isRequestAllowed, toOutside } from './session.ts';
import type { Shape } from './shape.ts';
import { StoppableEvent } from './shape.ts';

const windows = new Map<number, BrowserWindow>();

let opened = 0;

type PopupHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];

class WebContents
  extends EventEmitter
  implements Shape<Electron.WebContents, 'setWindowOpenHandler' | 'getURL'>
{
  url = '';
  popup: PopupHandler = () => ({ action: 'allow' });

  getURL(): string {
    return this.url;
  }
  setWindowOpenHandler(handler: PopupHandler): void {
    this.popup = handler;
  }
}

/** A window whose page is one of the test's Chromium. What it shows is real; where it is on the screen is only remembered. */
export class BrowserWindow
  extends EventEmitter
  implements
    Shape<
      Electron.BrowserWindow,
      'loadURL' | 'show' | 'hide' | 'focus' | 'minimize' | 'restore' | 'isVisible' | 'isMinimized' | 'close'
    >
{
  readonly id = ++opened;
  readonly webContents = new WebContents();
  readonly options: Electron.BrowserWindowConstructorOptions;
  #visible: boolean;
  #minimized = false;

  static getAllWindows(): BrowserWindow[] {
    return [...windows.values()];
  }

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    this.options = options;
    this.#visible = options.show !== false;
    windows.set(this.id, this);
    const { width = 800, height = 600 } = options;
    send({
      type: 'open',
      window: this.id,
      width,
      height,
      locale: systemLocale(),
      permissions: allowedPermissions(),
    });
  }

  async loadURL(url: string): Promise<void> {
    this.webContents.url = url;
    send({ type: 'load', window: this.id, url: await toOutside(url) });
  }
  show(): void {
    this.#visible = true;
  }
  hide(): void {
    this.#visible = false;
  }
  focus(): void {
    this.emit('focus');
  }
  minimize(): void {
    this.#minimized = true;
  }
  restore(): void {
    this.#minimized = false;
  }
  isVisible(): boolean {
    return this.#visible && !this.#minimized;
  }
  isMinimized(): boolean {
    return this.#minimized;
  }
  close(): void {
    const closing = new StoppableEvent();
    this.emit('close', closing);
    if (closing.defaultPrevented) return;
    windows.delete(this.id);
    send({ type: 'close', window: this.id });
    this.emit('closed');
  }
}

answer('navigate', ({ window, url }) => {
  const going = Object.assign(new StoppableEvent(), { url });
  windows.get(window)?.webContents.emit('will-navigate', going, url);
  return !going.defaultPrevented;
});
answer('request', ({ url }) => isRequestAllowed(url));
answer('popup', ({ window, url }) => {
  const details = {
    url,
    frameName: '',
    features: '',
    disposition: 'new-window',
    referrer: { url: '', policy: 'default' },
  };
  return windows.get(window)?.webContents.popup(details as Electron.HandlerDetails).action;
});
