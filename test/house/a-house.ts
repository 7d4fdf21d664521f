import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { House } from '../../main/api/house.ts';
import type { Ringfence, RingfenceOptions } from '../../main/ringfence.ts';
import { startRingfence } from '../../main/ringfence.ts';
import type { Call, CallOutcome, Verdict } from '../../shared/call.ts';
import type { LiveEvent } from '../../shared/live.ts';
import type { Book } from '../../main/book/book.ts';
import { understand } from '../../shared/number-plan/understand.ts';
import { callerKey } from '../../shared/number.ts';
import { RuleDraft } from '../../shared/rule.ts';
import type { SettingsChange } from '../../shared/settings.ts';
import type { Phone } from './phone.ts';
import { phoneOnNetwork } from './phone.ts';

type OnFinished = typeof onTestFinished;

export interface RunningHouse {
  house: House;
  ringfence: Ringfence;
  folder: string;
  events: LiveEvent[];
  /** Resolves with the first live event that fits, past ones included. */
  event: (fits: (event: LiveEvent) => boolean) => Promise<LiveEvent>;
  /** The newest state of the newest call of this number, once it fits. */
  call: (digits: string, fits?: (call: Call) => boolean) => Promise<Call>;
  watching: (count?: number) => Promise<void>;
}

export function aFolder(finished: OnFinished = onTestFinished): string {
  const folder = mkdtempSync(join(tmpdir(), 'ringfence-house-'));
  finished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A phone line with its modem, gone when the test ends. */
export async function aPhone(finished: OnFinished = onTestFinished): Promise<Phone> {
  const phone = await phoneOnNetwork();
  finished(() => phone.close());
  return phone;
}

/** A whole Ringfence in this process, on a folder of its own; stopped when the test ends. */
export async function aHouse(
  /** `lines` null: those of the settings. */
  options: Partial<Omit<RingfenceOptions, 'lines'>> & {
    lines?: string[] | null;
    settings?: SettingsChange;
  } = {},
  finished: OnFinished = onTestFinished,
): Promise<RunningHouse> {
  const { settings, lines = ['simulated:conexant'], ...more } = options;
  const folder = more.dataFolder ?? aFolder(finished);
  if (settings) writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings));
  const ringfence = await startRingfence({
    dataFolder: folder,
    door: 'headless',
    ...(lines === null ? {} : { lines }),
    ...more,
  });
  finished(() => ringfence.stop());
  const { house } = ringfence;
  const events: LiveEvent[] = [];
  const waiting = new Set<() => void>();
  house.listen(event => {
    events.push(event);
    for (const look of waiting) look();
  });
  const event: RunningHouse['event'] = fits =>
    new Promise(resolve => {
      const look = (): void => {
        const found = events.find(fits);
        if (!found) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  return {
    house,
    ringfence,
    folder,
    events,
    event,
    async call(digits, fits = call => call.verdict !== null) {
      const found = await event(
        one => one.type === 'call' && one.call.number.digits === digits && fits(one.call),
      );
      if (found.type !== 'call') throw new Error('No call.');
      return found.call;
    },
    async watching(count = 1) {
      const isWatching = () => house.status().lines.filter(line => line.state === 'watching').length >= count;
      if (!isWatching()) await event(isWatching);
    },
  };
}

export const rule = (
  who: RuleDraft['who'],
  action: RuleDraft['action'],
  more: Partial<RuleDraft> = {},
): RuleDraft => RuleDraft.parse({ who, action, ...more });

/** Writes a past call into the book. */
export function remember(
  book: Book,
  raw: string,
  at: number,
  { outcome = 'stopped', verdict = null }: { outcome?: CallOutcome; verdict?: Verdict | null } = {},
): void {
  const number = understand(raw);
  book.calls.write({
    id: `past-${String(at)}-${number.digits}`,
    line: 'simulated:past',
    startedAt: at,
    endedAt: at + 9000,
    rings: 3,
    callerId: {
      number: number.digits,
      name: null,
      date: null,
      time: null,
      withheld: null,
      checksum: null,
    },
    state: 'ended',
    outcome,
    hangUp: null,
    number,
    caller: callerKey(number),
    verdict: verdict ?? { action: 'allow', by: 'class-default', reasons: [] },
  });
}
