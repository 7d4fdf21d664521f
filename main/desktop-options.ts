import { parseArgs } from 'node:util';
import { dataFolder } from './data-folder.ts';

export interface DesktopOptions {
  demo: boolean;
  /** Start without showing the window: at login. */
  hidden: boolean;
  /** As on the command line; empty: those of the settings. */
  lines: string[];
  folder: string;
}

/** Reads the desktop app's own arguments; Chromium's switches, which stand among them, are passed over. */
export function desktopOptions(args: string[], defaultFolder = dataFolder()): DesktopOptions {
  const { values } = parseArgs({
    args,
    strict: false,
    options: {
      line: { type: 'string', multiple: true },
      data: { type: 'string' },
      demo: { type: 'boolean' },
      hidden: { type: 'boolean' },
    },
  });
  return {
    demo: values.demo === true,
    hidden: values.hidden === true,
    lines: (values.line ?? []).filter(line => typeof line === 'string'),
    folder: typeof values.data === 'string' ? values.data : defaultFolder,
  };
}
