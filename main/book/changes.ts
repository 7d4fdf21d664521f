import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { Change, Contact } from '../../shared/history.ts';
import { PhoneNumber } from '../../shared/number.ts';
import { Rule } from '../../shared/rule.ts';
import { SettingsChange } from '../../shared/settings.ts';
import type { Database } from './database.ts';
import { ListEntryState, ListState } from './list-state.ts';
import type { Row } from './rows.ts';
import { number, parsed } from './rows.ts';
import type { States } from './states.ts';

const Marks = z.object({ label: z.string().nullable(), note: z.string(), ownName: z.string().nullable() });

/** One thing before and after an edit; null where it was not there. */
export const Edit = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('rule'),
    target: z.number(),
    before: Rule.nullable(),
    after: Rule.nullable(),
  }),
  z.object({
    what: z.literal('caller'),
    target: z.string(),
    number: PhoneNumber,
    before: Marks.nullable(),
    after: Marks.nullable(),
  }),
  z.object({
    what: z.literal('contact'),
    target: z.number(),
    before: Contact.nullable(),
    after: Contact.nullable(),
  }),
  z.object({
    what: z.literal('list'),
    target: z.number(),
    before: ListState.nullable(),
    after: ListState.nullable(),
  }),
  z.object({
    what: z.literal('list-entry'),
    target: z.object({ edition: z.number(), digits: z.string(), prefix: z.boolean() }),
    before: ListEntryState.nullable(),
    after: ListEntryState.nullable(),
  }),
  z.object({
    what: z.literal('settings'),
    target: z.literal('settings'),
    before: SettingsChange,
    after: SettingsChange,
  }),
]);
export type Edit = z.infer<typeof Edit>;

export interface EditDraft extends Pick<Change, 'what' | 'key' | 'values'> {
  edits: Edit[];
}

export interface Undone {
  /** The undoing is a change too, and can be undone. */
  changeId: number;
  what: Change['what'];
  /** Settings are not kept in the book: what is to be set again, if any. */
  settings: SettingsChange | null;
}

export interface ChangeLog {
  /** Does the edits and records them, in one transaction; returns the change's id. */
  edit(draft: EditDraft): number;
  /** All edits made within `work` become one change; returns its id, null if there were none. */
  together(draft: Omit<EditDraft, 'edits'>, work: () => void): number | null;
  /**
   * The same in pieces, between which the guard goes on. Stopped by its signal, what was done is taken back and nothing
   * is recorded: 'stopped'.
   */
  togetherInPieces(
    draft: Omit<EditDraft, 'edits'>,
    pieces: Iterable<() => void>,
    signal?: AbortSignal,
  ): Promise<number | null | 'stopped'>;
  /** Newest first; `before` is the id from which to go on. */
  list(limit: number, before?: number): Change[];
  /** Takes a change back, whatever happened since; null if there is no such change or it is undone already. */
  undo(id: number): Undone | null;
}

const Values = Change.shape.values;

function changeOf(row: Row): Change {
  return Change.parse({
    id: row['id'],
    at: row['at'],
    what: row['what'],
    key: row['key'],
    values: parsed(Values, row, 'vals'),
    undone: row['undone'] === 1,
  });
}

/** The current state with only those fields set back in which `from` and `to` differ. */
function moved<T extends object>(current: T | null, from: T | null, to: T | null): T | null {
  if (from === null || to === null) return to;
  if (current === null) return null;
  const result = { ...current };
  for (const field of Object.keys(to) as (keyof T)[]) {
    if (JSON.stringify(from[field]) !== JSON.stringify(to[field])) result[field] = to[field];
  }
  return result;
}

export function openChangeLog(database: Database, states: States, now: () => number): ChangeLog {
  let group: { id: number; edits: Edit[] } | null = null;

  /** Writes the `after` of an edit. */
  function apply(edit: Edit) {
    switch (edit.what) {
      case 'rule':
        states.rule.write(edit.target, edit.after);
        break;
      case 'caller':
        states.caller.write(edit.target, edit.after, edit.number);
        break;
      case 'contact':
        states.contact.write(edit.target, edit.after);
        break;
      case 'list':
        states.list.write(edit.target, edit.after);
        break;
      case 'list-entry':
        states.listEntry.write(edit.target, edit.after);
        break;
      case 'settings':
        break;
    }
  }

  /** The edit that takes another back as things are now. */
  function reverse(edit: Edit): Edit {
    switch (edit.what) {
      case 'rule': {
        const before = states.rule.read(edit.target);
        return { ...edit, before, after: moved(before, edit.after, edit.before) };
      }
      case 'caller': {
        const before = states.caller.read(edit.target);
        return { ...edit, before, after: moved(before, edit.after, edit.before) };
      }
      case 'contact': {
        const before = states.contact.read(edit.target);
        return { ...edit, before, after: moved(before, edit.after, edit.before) };
      }
      case 'list': {
        const before = states.list.read(edit.target);
        return { ...edit, before, after: moved(before, edit.after, edit.before) };
      }
      case 'list-entry': {
        const before = states.listEntry.read(edit.target);
        return { ...edit, before, after: edit.before };
      }
      case 'settings':
        return { ...edit, before: edit.after, after: edit.before };
    }
  }

  function record(draft: EditDraft, undoes: number | null): number {
    const insert = 'INSERT INTO changes (at, what, key, vals, edits, undoes) VALUES (?, ?, ?, ?, ?, ?)';
    const { what, key, values, edits } = draft;
    return database.run(insert, now(), what, key, JSON.stringify(values), JSON.stringify(edits), undoes)
      .lastId;
  }

  return {
    edit: draft =>
      database.transaction(() => {
        draft.edits.forEach(apply);
        if (!group) return record(draft, null);
        group.edits.push(...draft.edits);
        return group.id;
      }),

    together(draft, work) {
      if (group) {
        work();
        return group.id;
      }
      try {
        return database.transaction(() => {
          const edits: Edit[] = [];
          const mine = { id: record({ ...draft, edits }, null), edits };
          group = mine;
          work();
          if (mine.edits.length === 0) {
            database.run('DELETE FROM changes WHERE id = ?', mine.id);
            return null;
          }
          database.run('UPDATE changes SET edits = ? WHERE id = ?', JSON.stringify(mine.edits), mine.id);
          return mine.id;
        });
      } finally {
        group = null;
      }
    },

    async togetherInPieces(draft, pieces, signal) {
      const edits: Edit[] = [];
      for (const piece of pieces) {
        // What is not recorded yet goes with the pieces that are.
        group = { id: 0, edits };
        try {
          database.transaction(piece);
        } finally {
          group = null;
        }
        await setImmediate();
        if (!signal?.aborted) continue;
        database.transaction(() => {
          for (const edit of edits.reverse()) apply(reverse(edit));
        });
        return 'stopped';
      }
      return edits.length === 0 ? null : record({ ...draft, edits }, null);
    },

    list: (limit, before = Number.MAX_SAFE_INTEGER) =>
      database
        .all('SELECT * FROM changes WHERE id < ? ORDER BY id DESC LIMIT ?', before, limit)
        .map(changeOf),

    undo: id =>
      database.transaction(() => {
        const row = database.get('SELECT * FROM changes WHERE id = ?', id);
        if (!row || row['undone'] === 1) return null;
        const change = changeOf(row);
        const edits: Edit[] = [];
        for (const edit of parsed(z.array(Edit), row, 'edits').reverse()) {
          const back = reverse(edit);
          apply(back);
          edits.push(back);
        }
        const undoes = row['undoes'] === null ? null : number(row, 'undoes');
        const of = undoes === null ? change.key : String(parsed(Values, row, 'vals')['of'] ?? '');
        const key = change.key === 'undone' ? 'redone' : 'undone';
        const changeId = record({ what: change.what, key, values: { ...change.values, of }, edits }, id);
        database.run('UPDATE changes SET undone = 1 WHERE id = ?', id);
        if (undoes !== null) database.run('UPDATE changes SET undone = 0 WHERE id = ?', undoes);
        const settings = edits.find(edit => edit.what === 'settings');
        return { changeId, what: change.what, settings: settings?.after ?? null };
      }),
  };
}
