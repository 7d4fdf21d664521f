import type { Action, Call, Reason, Verdict } from '../../shared/call.ts';
import type {
  CallerChange,
  CallerStory,
  CallPage,
  CallQuery,
  Change,
  Contact,
  ContactDraft,
} from '../../shared/history.ts';
import type { CallerReading } from '../../shared/caller-reading.ts';
import type { ExportTable } from '../../shared/export-tables.ts';
import type { LearningRecord } from '../../shared/learning.ts';
import type { Doctor } from './doctor.ts';
import type { Imports } from './imports.ts';
import type { NumberLists } from './lists.ts';
import type { Notice } from './notice.ts';
import type { LiveEvent } from '../../shared/live.ts';
import type { NewRule, Rule, RuleDraft, RuleWithRecord } from '../../shared/rule.ts';
import type { Settings, SettingsChange } from '../../shared/settings.ts';
import type { BuiltInLine, HouseStatus } from '../../shared/status.ts';

/** An edit that was made: the id of its entry in the change log, with which it is undone. */
export interface Edited {
  changeId: number;
}

/** A verdict taken apart: what decided, what else spoke, what would change it. */
export interface Explanation {
  verdict: Verdict | null;
  others: Reason[];
  /** What would be done if the same call came now. */
  now: Action;
  wouldChange: Reason[];
}

/** What a rule would have done to past calls. */
export interface RuleTrial {
  calls: number;
  matched: number;
  changed: number;
  /** Of `changed`, by what it would have made of them. */
  wouldBlock: number;
  wouldFlag: number;
  wouldAllow: number;
  goodCount: number;
  /** Calls it would have refused though they were answered, labelled good or in contacts; newest first, at most 50. */
  good: Call[];
  /** Other calls it would have changed, newest first, at most 50. */
  examples: Call[];
  warnings: Reason[];
}

/** A rule offered ready-made; words are in messages as `template.<key>`. */
export interface RuleTemplate {
  key: string;
  drafts: RuleDraft[];
}

/** What the api needs of the rest of the house; ringfence.ts supplies it. */
export interface House {
  status(): HouseStatus;

  calls(query: CallQuery): CallPage;
  call(id: string): Call | null;
  explain(id: string): Explanation | null;
  hangUp(id: string): boolean;

  caller(caller: string): CallerStory | null;
  changeCaller(caller: string, change: CallerChange): Edited | null;
  /** What can be read from its calls: a guess what they are about, and what it did when refused. */
  readCaller(caller: string): CallerReading | null;
  /** One click: block, allow, or neither (`null`), always or until the usual end. Refused for a public line. */
  judgeCaller(caller: string, action: 'allow' | 'block' | null): (Edited & { until: number | null }) | null;

  rules(): RuleWithRecord[];
  /** Refused where no call could ever match, or where it would block nothing but a public line; so is a change. */
  addRule(draft: NewRule): { rule: Rule; changeId: number; warnings: Reason[] };
  /** All rules of a ready-made one that are not there yet, as one edit; null where there are none to add. */
  addTemplate(key: string): Edited | null;
  changeRule(id: number, draft: RuleDraft): (Edited & { warnings: Reason[] }) | null;
  removeRule(id: number): Edited | null;
  tryRule(draft: RuleDraft, replaces: number | null): RuleTrial;
  ruleTemplates(): RuleTemplate[];
  builtInLines(): BuiltInLine[];

  contacts(): Contact[];
  addContact(draft: ContactDraft): Edited & { contact: Contact };
  changeContact(id: number, draft: ContactDraft): Edited | null;
  removeContact(id: number): Edited | null;

  lists: NumberLists;
  imports: Imports;

  changes(limit: number): Change[];
  undo(changeId: number): boolean;

  /** How learning has done on this owner's calls, on or off. */
  learningRecord(): LearningRecord;
  /** All that is remembered, in pieces of text. */
  exportJson(): Iterable<string>;
  exportCsv(table: ExportTable): Iterable<string>;

  settings(): Settings;
  /** Refused where learning is turned on before its record is good enough. */
  changeSettings(change: SettingsChange): Settings;
  /** Refuse nothing for this long; null ends the pause. */
  pause(minutes: number | null): void;
  ports(): Promise<{ path: string; name: string }[]>;

  doctor: Doctor;
  notice: Notice;

  /** Live events from now on; returns the way to stop. */
  listen: (listener: (event: LiveEvent) => void) => () => void;
}
