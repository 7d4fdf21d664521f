import type { desktop as ko } from '../ko/desktop.ts';

/** Words of the desktop door (window, tray, notifications, menu). */
export const desktop = {
  'desktop.open': 'Open Ringfence',
  'desktop.pause': 'Pause for 30 minutes',
  'desktop.resume': 'Resume guarding',
  'desktop.quit': 'Quit Ringfence',
  'desktop.paused': 'Paused until {time}. No call is refused before then.',
  'desktop.today': 'Today: {calls} calls · {blocked} blocked · {flagged} flagged',
  'desktop.no-line': 'No telephone line is being watched.',
  'desktop.blocked': 'Call blocked',
  'desktop.refusal-failed': 'The call could not be ended',
  'desktop.flagged': 'Be careful with this call',
  'desktop.caller': '{name} · {number}',
  'desktop.unexpected':
    'Something unexpected happened and was written down. The line is still guarded. If it keeps happening, show this record: {file}',
  'desktop.unexpected.title': 'Something went wrong',
  'desktop.start-failed':
    'Ringfence could not start. If restarting the computer does not help, show this record: {file}',
  'desktop.already-running':
    'Ringfence already guards this line elsewhere, at {address}. To use the window, end that one first.',
  'desktop.already-running.no-page':
    'Ringfence already guards this line elsewhere. To use the window, end that one first.',
  'desktop.ok': 'OK',
  'desktop.menu.app': 'Ringfence',
  'desktop.menu.edit': 'Edit',
  'desktop.menu.undo': 'Undo',
  'desktop.menu.redo': 'Redo',
  'desktop.menu.cut': 'Cut',
  'desktop.menu.copy': 'Copy',
  'desktop.menu.paste': 'Paste',
  'desktop.menu.select-all': 'Select all',
  'desktop.menu.view': 'View',
  'desktop.menu.reload': 'Reload',
  'desktop.menu.larger': 'Larger',
  'desktop.menu.smaller': 'Smaller',
  'desktop.menu.actual-size': 'Actual size',
  'desktop.menu.full-screen': 'Full screen',
  'desktop.menu.close': 'Close window',
  'desktop.no-screen':
    'This computer has no screen for a window; starting Ringfence for the browser instead.',
} satisfies Record<keyof typeof ko, string>;
