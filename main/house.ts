import type { Call } from '../shared/call.ts';
import type { Trouble } from '../shared/live.ts';
import { publicLines } from '../shared/number-plan/public-lines.ts';
import { understand } from '../shared/number-plan/understand.ts';
import type { RuleDraft } from '../shared/rule.ts';
import type { SettingsChange } from '../shared/settings.ts';
import type { House } from './api/house.ts';
import { Refused } from './api/problem.ts';
import type { Book } from './book/book.ts';
import type { CallerDesk } from './caller-desk.ts';
import type { DoctorDesk } from './doctor-desk.ts';
import { exportCsv, exportJson } from './book/export.ts';
import type { Edit, Remembered } from './editing.ts';
import type { Imports } from './api/imports.ts';
import type { NumberLists } from './api/lists.ts';
import { findPorts } from './line/find.ts';
import type { Learning } from './learning.ts';
import type { Lines } from './lines.ts';
import type { OwnersWord } from './owners-word.ts';
import { createRuleEdits } from './rule-edits.ts';
import type { RingfenceOptions } from './ringfence.ts';
import type { RuleDesk } from './rule-desk.ts';
import type { SettingsStore } from './settings/settings.ts';
import { version } from './version.ts';

export interface HouseParts {
  options: RingfenceOptions;
  settings: SettingsStore;
  book: Book;
  lines: Lines;
  ruleDesk: RuleDesk;
  doctorDesk: DoctorDesk;
  notice: House['notice'];
  lists: NumberLists;
  imports: Imports;
  learning: Learning;
  ownersWord: OwnersWord;
  callerDesk: CallerDesk;
  ringing(): Call[];
  troubles(): Trouble[];
  listen: House['listen'];
  edit: Edit;
  /** Something remembered was edited: the guard is set anew and the pages are told. */
  changed: (what: Remembered) => void;
}

const minuteMs = 60_000;

/** What the page and the tray can ask of the running house: reads, and edits that can be undone. */
export function createHouse(parts: HouseParts): House {
  const { options, settings, book, lines, ruleDesk, learning, ownersWord, edit, changed } = parts;

  /** Learning is turned on, also by undoing, only once its record is good enough. */
  function mayLearn({ learning: wanted }: SettingsChange): boolean {
    return wanted?.on !== true || settings.get().learning.on || learning.learner.record().ready;
  }

  function allowed(change: SettingsChange): SettingsChange {
    return mayLearn(change) ? change : { ...change, learning: settings.get().learning };
  }

  function changeSettings(change: SettingsChange, key: string): void {
    const before = settings.get();
    const named = Object.keys(change) as (keyof SettingsChange)[];
    const only = (from: SettingsChange): SettingsChange =>
      Object.fromEntries(named.map(name => [name, from[name]]));
    edit('settings', () => {
      const after = settings.change(change);
      book.changes.edit({
        what: 'settings',
        key,
        values: { named: named[0] ?? '' },
        edits: [{ what: 'settings', target: 'settings', before: only(before), after: only(after) }],
      });
    });
  }

  return {
    status: () => ({
      version,
      door: options.door,
      demo: options.demo === true,
      dataFolder: options.dataFolder,
      lines: lines.statuses(),
      ringing: parts.ringing(),
      today: book.calls.since(midnight()),
      pausedUntil: settings.get().pausedUntil,
      mode: settings.get().mode,
      troubles: parts.troubles(),
    }),

    calls: query => book.calls.page(query),
    call: id => book.calls.get(id),
    explain: id => {
      const call = book.calls.get(id);
      return call && ruleDesk.explain(call);
    },
    hangUp: id => lines.hangUp(id),

    caller: caller => book.calls.story(caller),
    changeCaller: (caller, change) =>
      edit('numbers', () => {
        const changeId = book.callers.change(caller, change);
        if (changeId !== null && change.label !== undefined) ownersWord.labelled(caller);
        return changeId === null ? null : { changeId };
      }),
    readCaller: caller => parts.callerDesk.read(caller),

    ...createRuleEdits({ book, settings, ruleDesk, edit }),
    rules: () => book.rules.listWithRecord(),
    tryRule: (draft: RuleDraft, replaces: number | null) => ruleDesk.tryRule(draft, replaces),
    ruleTemplates: () => ruleDesk.templates(),
    builtInLines: () =>
      publicLines.map(line => ({
        digits: line.digits,
        display: understand(line.digits).display,
        nameKo: line.nameKo,
        nameEn: line.nameEn,
        kind: line.kind,
        source: line.source,
        checkedOn: line.checkedOn,
      })),

    contacts: () => book.contacts.list(),
    addContact: draft => edit('contacts', () => book.contacts.add(draft)),
    changeContact: (id, draft) => edit('contacts', () => book.contacts.change(id, draft)),
    removeContact: id => edit('contacts', () => book.contacts.remove(id)),

    lists: parts.lists,
    imports: parts.imports,

    changes: limit => book.changes.list(limit),
    undo: changeId => {
      const undone = edit('rules', () => book.changes.undo(changeId));
      if (undone) ownersWord.undone(changeId);
      if (undone?.settings) settings.change(allowed(undone.settings));
      if (undone) for (const what of ['numbers', 'contacts', 'lists', 'settings'] as const) changed(what);
      return undone !== null;
    },

    learningRecord: () => learning.learner.record(),
    exportJson: () => exportJson(book, Date.now()),
    exportCsv: table => exportCsv(book, table),

    settings: () => settings.get(),
    changeSettings(change) {
      if (!mayLearn(change)) throw new Refused('learning-not-ready');
      changeSettings(change, 'settings-changed');
      return settings.get();
    },
    pause(minutes) {
      settings.change({ pausedUntil: minutes === null ? null : Date.now() + minutes * minuteMs });
      changed('settings');
    },
    ports: findPorts,
    notice: parts.notice,
    doctor: parts.doctorDesk.doctor({ lines, version, settings: () => settings.get() }),
    listen: parts.listen,
  };
}

function midnight(): number {
  return new Date().setHours(0, 0, 0, 0);
}
