import { readFileSync } from 'node:fs';
import type { Call } from '../shared/call.ts';
import type { Trouble } from '../shared/live.ts';
import { publicLine, publicLines } from '../shared/number-plan/public-lines.ts';
import { understand } from '../shared/number-plan/understand.ts';
import type { PhoneNumber } from '../shared/number.ts';
import { WithheldKind } from '../shared/number.ts';
import type { Rule, RuleDraft, RuleWho } from '../shared/rule.ts';
import { RuleDraft as RuleDraftSchema } from '../shared/rule.ts';
import type { SettingsChange } from '../shared/settings.ts';
import type { House } from './api/house.ts';
import type { Book } from './book/book.ts';
import { withheldLetter } from './call-desk.ts';
import type { DoctorDesk } from './doctor-desk.ts';
import { exportCsv, exportJson } from './book/export.ts';
import type { Edit, Remembered } from './editing.ts';
import type { Imports } from './api/imports.ts';
import type { NumberLists } from './api/lists.ts';
import { findPorts } from './line/find.ts';
import type { Learning } from './learning.ts';
import type { Lines } from './lines.ts';
import { createOwnersWord } from './owners-word.ts';
import type { RingfenceOptions } from './ringfence.ts';
import type { RuleDesk } from './rule-desk.ts';
import type { SettingsStore } from './settings/settings.ts';

export interface HouseParts {
  options: RingfenceOptions;
  settings: SettingsStore;
  book: Book;
  lines: Lines;
  ruleDesk: RuleDesk;
  doctorDesk: DoctorDesk;
  lists: NumberLists;
  imports: Imports;
  learning: Learning;
  ringing(): Call[];
  troubles(): Trouble[];
  listen: House['listen'];
  edit: Edit;
  /** Something remembered was edited: the guard is set anew and the pages are told. */
  changed: (what: Remembered) => void;
}

const minuteMs = 60_000;
const judgedKey = { block: 'caller-blocked', allow: 'caller-allowed', none: 'caller-cleared' };
const version = readVersion();

/** What the page and the tray can ask of the running house: reads, and edits that can be undone. */
export function createHouse(parts: HouseParts): House {
  const { options, settings, book, lines, ruleDesk, learning, edit, changed } = parts;
  const ownersWord = createOwnersWord({ book, settings, learning });

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
        values: {},
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
    judgeCaller(caller, action) {
      const number = book.callers.get(caller)?.number ?? numberOf(caller, settings.get().country);
      const who = whoIs(number);
      if (who === null) return null;
      if (action === 'block' && publicLine(number, settings.get().country)) return 'rule-public-line';
      return edit('rules', () => {
        const changeId = book.changes.together(
          {
            what: 'rule',
            key: judgedKey[action ?? 'none'],
            values: { display: number.display },
          },
          () => {
            const same = book.rules.list().filter(rule => isPlain(rule) && sameWho(rule.who, who));
            for (const rule of same) book.rules.remove(rule.id);
            if (action !== null) book.rules.add(RuleDraftSchema.parse({ who, action }));
          },
        );
        if (changeId !== null) ownersWord.judged(caller, action);
        return changeId === null ? null : { changeId };
      });
    },

    rules: () => book.rules.listWithRecord(),
    addRule(draft) {
      const warnings = ruleDesk.warnings(draft, null);
      return { ...edit('rules', () => book.rules.add(draft)), warnings };
    },
    changeRule(id, draft) {
      const warnings = ruleDesk.warnings(draft, id);
      const edited = edit('rules', () => book.rules.change(id, draft));
      return edited && { changeId: edited.changeId, warnings };
    },
    removeRule: id => edit('rules', () => book.rules.remove(id)),
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
      if (undone?.settings) settings.change(undone.settings);
      if (undone) for (const what of ['numbers', 'contacts', 'lists', 'settings'] as const) changed(what);
      return undone !== null;
    },

    learningRecord: () => learning.learner.record(),
    exportJson: () => exportJson(book, Date.now()),
    exportCsv: table => exportCsv(book, table),

    settings: () => settings.get(),
    changeSettings(change) {
      changeSettings(change, 'settings-changed');
      return settings.get();
    },
    pause(minutes) {
      settings.change({ pausedUntil: minutes === null ? null : Date.now() + minutes * minuteMs });
      changed('settings');
    },
    ports: findPorts,
    doctor: {
      examine: (kind, signal) => parts.doctorDesk.examine(lines, kind, signal),
      transcript: parts.doctorDesk.transcript,
    },
    listen: parts.listen,
  };
}

/** The number behind a caller's key, of one that never called. */
function numberOf(caller: string, country: string): PhoneNumber {
  const withheld = WithheldKind.safeParse(caller.replace(/^withheld:/, ''));
  return understand(withheld.success ? withheldLetter[withheld.data] : caller, { country });
}

/** The rule that speaks of just this caller; null for text that is no number at all. */
function whoIs(number: PhoneNumber): RuleWho | null {
  if (number.withheld) return { kind: 'withheld', value: number.withheld };
  return number.digits === '' ? null : { kind: 'number', value: number.digits };
}

/** A rule without conditions: what the one-click block and allow make. */
function isPlain(rule: Rule): boolean {
  return rule.when === null && rule.often === null && rule.line === null && rule.until === null;
}

function sameWho(one: RuleWho, other: RuleWho): boolean {
  if (one.kind !== other.kind) return false;
  return one.kind === 'number'
    ? understand(one.value).digits === understand(other.value).digits
    : one.value === other.value;
}

function midnight(): number {
  return new Date().setHours(0, 0, 0, 0);
}

function readVersion(): string {
  // From source and from dist/main alike the package file is one or two folders up.
  for (const up of ['../package.json', '../../package.json']) {
    try {
      const read = JSON.parse(readFileSync(new URL(up, import.meta.url), 'utf8')) as { version?: string };
      if (read.version) return read.version;
    } catch {
      // Not there: look one folder further up.
    }
  }
  return '0.0.0';
}
