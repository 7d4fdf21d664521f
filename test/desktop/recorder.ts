/**
 * Remembers what the door showed outside its window: Electron has no way to ask for a tray's menu or for the
 * notifications of before. Loaded before the door, on the real Electron and on the stand-in alike.
 */
import { dialog, Notification, shell, Tray } from 'electron';
import type { Menu, MessageBoxOptions } from 'electron';

export interface Recorded {
  menu: Menu | null;
  toolTip: string;
  notifications: Notification[];
  /** Links given to the reader's browser; none is really opened. */
  opened: string[];
  /** Dialogs; none is really shown. */
  boxes: MessageBoxOptions[];
}

declare global {
  var recorded: Recorded;
}

globalThis.recorded = { menu: null, toolTip: '', notifications: [], opened: [], boxes: [] };

/** Looks on whenever an object's method is called. */
function watch<T extends object>(target: T, name: keyof T, look: (self: T, given: unknown[]) => void): void {
  const original: unknown = Reflect.get(target, name);
  Reflect.set(target, name, function (this: T, ...given: unknown[]): unknown {
    look(this, given);
    return (original as (...given: unknown[]) => unknown).apply(this, given);
  });
}

watch(Tray.prototype, 'setContextMenu', (_tray, [menu]) => (recorded.menu = menu as Menu));
watch(Tray.prototype, 'setToolTip', (_tray, [toolTip]) => (recorded.toolTip = String(toolTip)));
watch(Notification.prototype, 'show', notification => recorded.notifications.push(notification));
shell.openExternal = url => {
  recorded.opened.push(url);
  return Promise.resolve();
};
dialog.showMessageBox = (...given: unknown[]) => {
  recorded.boxes.push(given.at(-1) as MessageBoxOptions);
  return Promise.resolve({ response: 0, checkboxChecked: false });
};
