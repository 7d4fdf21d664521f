import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import type { Call, LineCall } from '../shared/call.ts';
import type { LiveEvent, Trouble } from '../shared/live.ts';
import { messages } from '../shared/messages/index.ts';
import { labels } from '../shared/label.ts';
import type { House } from './api/house.ts';
import type { Book } from './book/book.ts';
import { openBook } from './book/book.ts';
import { createCallDesk } from './call-desk.ts';
import { createCallerDesk } from './caller-desk.ts';
import { createDoctorDesk } from './doctor-desk.ts';
import type { Remembered } from './editing.ts';
import { createEdit } from './editing.ts';
import type { Guard } from './guard/guard.ts';
import { createGuard } from './guard/guard.ts';
import { guardConfig, guardSources } from './guarding.ts';
import { keepForgetting } from './forgetting.ts';
import { createHouse } from './house.ts';
import { createImportDesk } from './import-desk.ts';
import type { LineDelegate } from './line/line.ts';
import type { Learning } from './learning.ts';
import { openLearning } from './learning.ts';
import { createLines } from './lines.ts';
import { createListDesk } from './list-desk.ts';
import type { OpenSettingsOptions } from './settings/settings.ts';
import { openSettings } from './settings/settings.ts';
import { createNoticeDesk, noticeFile } from './notice-file.ts';
import { createOwnersWord } from './owners-word.ts';
import { createRuleDesk } from './rule-desk.ts';
import { keepHeapSteady } from './steady-heap.ts';

//                 ┌──────────── lines ────────────┐
//   modem bytes → │ port → modem → caller ID → call│ → desk.decide → guard → hang up
//                 └───────────────┬───────────────┘                (nothing waits on a disk up to here)
//                                 └→ desk.callChanged → book → live events → page, tray, terminal

export interface RingfenceOptions {
  dataFolder: string;
  door: 'desktop' | 'headless';
  /** The simulated household, in a data folder of its own. */
  demo?: boolean;
  /** Lines to watch instead of those in the settings. */
  lines?: string[];
  prepare?: Prepare;
  /** The desktop keeps its settings with electron-store; elsewhere conf does. */
  makeStore?: OpenSettingsOptions['makeStore'];
}

/** How the demo's book is furnished before its line opens. */
export type Prepare = (book: Book, guard: Guard, rulesChanged: () => void, learning: Learning) => void;

/** A running guard. */
export interface Ringfence {
  house: House;
  /** The computer goes to sleep; its ports are given up until it wakes. */
  suspend(): void;
  resume(): void;
  stop(): Promise<void>;
  /** Another process changed rules, contacts or callers in the data folder. */
  reload(): void;
}

/** Puts the parts together and starts them. Throws where the data folder cannot be used at all. */
export async function startRingfence(options: RingfenceOptions): Promise<Ringfence> {
  keepHeapSteady();
  mkdirSync(options.dataFolder, { recursive: true });
  const live = new EventEmitter<{ live: [LiveEvent] }>();
  live.setMaxListeners(0);
  const emit = (event: LiveEvent): void => void live.emit('live', event);

  const troubles = new Map<Trouble['key'], Trouble>();
  const trouble = {
    onTrouble: (one: Trouble) => {
      troubles.set(one.key, one);
      emit({ type: 'trouble', trouble: one });
    },
    onTroubleOver: (key: Trouble['key']) => {
      troubles.delete(key);
      emit({ type: 'changed', what: 'history' });
    },
  };

  const settings = openSettings(options.dataFolder, {
    onTrouble: trouble.onTrouble,
    ...(options.makeStore ? { makeStore: options.makeStore } : {}),
  });
  const book = openBook(options.dataFolder, {
    ...trouble,
    labelsNamed,
    country: () => settings.get().country,
  });
  book.calls.closeInterrupted();

  let rules = book.rules.list();
  const sources = guardSources(book);
  const learning = openLearning(book, sources);
  const guard = createGuard(sources, guardConfig(rules, settings.get()), learning.learner);
  const reconfigure = (): void => {
    rules = book.rules.list();
    guard.configure(guardConfig(rules, settings.get()));
  };

  options.prepare?.(book, guard, reconfigure, learning);

  const ringing = new Map<string, Call>();
  const desk = createCallDesk({
    decide: facts => guard.decide(facts),
    hangUpMethod: () => settings.get().hangUp,
    country: () => settings.get().country,
    keep: judged => {
      const call = book.calls.write(judged);
      if (call.state === 'ended') {
        ringing.delete(call.id);
        learning.over(judged);
      } else ringing.set(call.id, call);
      emit({ type: 'call', call });
    },
  });

  const doctorDesk = createDoctorDesk();
  const delegate: LineDelegate = {
    decide: (call, canHangUp) => desk.decide(call, canHangUp),
    callChanged: (call: LineCall) => desk.callChanged(call),
    statusChanged: status => emit({ type: 'line', status }),
    wire: doctorDesk.wire,
  };
  const lines = createLines(delegate, () => {
    const { country, holdMs, notice } = settings.get();
    return { country, holdMs, notice: { wavPath: noticeFile(notice, options.dataFolder) } };
  });
  const wanted = (): string[] => options.lines ?? settings.get().lines;
  await lines.want(wanted());

  const ownersWord = createOwnersWord({ book, settings, learning });
  const changed = (what: Remembered): void => {
    reconfigure();
    if (what === 'rules') ownersWord.rulesEdited();
    if (what === 'settings') void lines.want(wanted());
    emit({ type: 'changed', what });
  };
  const edit = createEdit(changed);
  const country = (): string => settings.get().country;
  const listDesk = createListDesk({ book, country, edit, changed, folder: options.dataFolder });
  const importDesk = createImportDesk({ book, country, changed, folder: options.dataFolder });

  const house = createHouse({
    options,
    settings,
    book,
    lines,
    ruleDesk: createRuleDesk({ book, settings, sources, judge: learning.learner }),
    callerDesk: createCallerDesk({ book, settings, sources, judge: learning.learner }),
    learning,
    ownersWord,
    doctorDesk,
    notice: createNoticeDesk({
      dataFolder: options.dataFolder,
      lines: () => lines.all(),
      settings: () => settings.get(),
      replaced: () => {
        lines.noticeReplaced();
        emit({ type: 'changed', what: 'settings' });
      },
      chooseBuiltIn: () => void house.changeSettings({ notice: 'ko' }),
    }),
    ringing: () => [...ringing.values()].reverse(),
    troubles: () => [...troubles.values()],
    listen: listener => {
      live.on('live', listener);
      return () => live.off('live', listener);
    },
    lists: listDesk,
    imports: importDesk,
    edit,
    changed,
  });

  const stopForgetting = keepForgetting({
    keepDays: () => settings.get().keepCallsDays,
    forgetBefore: before => book.calls.forgetBefore(before),
    lastDay: {
      get: () => textOf(book.remembered.get('forgetting.day')),
      set: day => book.remembered.set('forgetting.day', new TextEncoder().encode(day)),
    },
    forgotten: () => emit({ type: 'changed', what: 'history' }),
  });

  let stopped: Promise<void> | null = null;
  async function stop(): Promise<void> {
    stopForgetting();
    await lines.close();
    desk.flush();
    learning.save();
    await Promise.all([importDesk.close(), listDesk.close()]);
    book.close();
  }

  return {
    house,
    suspend: () => lines.suspend(),
    resume: () => lines.resume(),
    reload: () => {
      settings.reload();
      reconfigure();
      ownersWord.rulesEdited();
      for (const what of ['rules', 'contacts', 'numbers', 'lists', 'settings'] as const)
        emit({ type: 'changed', what });
    },
    stop: () => (stopped ??= stop()),
  };
}

function textOf(bytes: Uint8Array | null): string | null {
  return bytes && new TextDecoder().decode(bytes);
}

/** Labels that a word of a search means, in both languages of the screen. */
function labelsNamed(word: string): string[] {
  const wanted = word.toLowerCase();
  return labels
    .map(label => label.key)
    .filter(key =>
      [messages.ko, messages.en].some(language => language[`label.${key}`]?.toLowerCase().includes(wanted)),
    );
}
