import type { MessageBoxOptions } from 'electron';
import type { Logger } from 'pino';
import type { MessageKey } from '../shared/messages/index.ts';
import type { Values } from '../shared/messages/words.ts';
import { createWords, languageOf } from '../shared/messages/words.ts';

export interface ReportParts {
  log: Logger;
  logFile: string;
  systemLanguage: () => string;
  /** Shows a dialog without waiting for its answer: one that blocks would stop the guard. */
  show: (options: MessageBoxOptions) => Promise<unknown>;
}

/** Tells the owner what went wrong, in one sentence of their language. */
export function createReport({ log, logFile, systemLanguage, show }: ReportParts) {
  const reported = new Set<string>();

  const say = (type: 'warning' | 'error', key: MessageKey, values: Values = {}): Promise<unknown> => {
    const words = createWords(languageOf('auto', systemLanguage()));
    return show({
      type,
      title: words('desktop.unexpected.title'),
      message: words(key, { file: logFile, ...values }),
      buttons: [words('desktop.ok')],
    });
  };

  return {
    say,
    /** What nobody expected: written down each time, said once; the guard goes on. */
    unexpected: (error: unknown): void => {
      const detail = error instanceof Error ? error : new Error(String(error));
      log.error(detail);
      if (reported.has(detail.message)) return;
      reported.add(detail.message);
      say('warning', 'desktop.unexpected').catch((failure: unknown) => log.error(failure));
    },
  };
}
