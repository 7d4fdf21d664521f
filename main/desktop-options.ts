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
  const demo = values.demo === true;
  const lines = (values.line ?? []).filter(line => typeof line === 'string');
  return {
    demo,
    hidden: values.hidden === true,
    lines: demo ? ['simulated:household'] : lines,
    folder: typeof values.data === 'string' ? values.data : demo ? `${defaultFolder}-demo` : defaultFolder,
  };
}
