import type { Imports } from '../../main/api/imports.ts';
import type { NumberLists } from '../../main/api/lists.ts';
import type { Change, NumberList } from '../../shared/history.ts';
import { NumberListDraft } from '../../shared/history.ts';
import type { ImportJob } from '../../shared/import.ts';
import type { ListNumber } from '../../shared/lists.ts';
import type { LiveEvent } from '../../shared/live.ts';
import { understand } from '../../shared/number-plan/understand.ts';

type Edited = (
  what: Change['what'],
  key: string,
  values: Change['values'],
  undo: () => void,
) => { changeId: number };

/** Number lists in memory: one by hand, one fetched, one whose address does not answer. */
export function createFakeLists(tell: (event: LiveEvent) => void, edited: Edited) {
  let nextId = 10;
  let lists: NumberList[] = [
    aList(1, { name: '우리 집 차단 번호', action: 'block' }, 3),
    aList(
      2,
      { name: '스팸 번호 모음', source: { kind: 'url', url: 'https://example.org/spam.csv' } },
      48_210,
    ),
    {
      ...aList(3, { name: '가게 목록', source: { kind: 'file', path: '/home/owner/list.csv' } }, 120),
      problem: 'not-reached',
    },
  ];
  const numbers = new Map<number, ListNumber[]>([
    [1, ['15881234', '0704321*', '0212345678'].map(number => aNumber(number))],
    [2, Array.from({ length: 300 }, (_, index) => aNumber(`070${String(43210000 + index * 37)}`))],
    [3, []],
  ]);

  function swap(next: NumberList[], key: string, name: string) {
    const before = lists;
    lists = next;
    tell({ type: 'changed', what: 'lists' });
    return edited('list', key, { name }, () => {
      lists = before;
    });
  }
  function setNumbers(id: number, next: ListNumber[]): void {
    numbers.set(id, next);
    lists = lists.map(list => (list.id === id ? { ...list, count: next.length } : list));
    tell({ type: 'changed', what: 'lists' });
  }

  const desk: NumberLists = {
    all: () => lists,
    add: draft => {
      const list = aList(nextId++, draft, 0);
      numbers.set(list.id, []);
      return { list, ...swap([...lists, list], 'list-added', list.name) };
    },
    change: (id, change) => {
      const before = lists.find(list => list.id === id);
      if (!before) return null;
      const list = { ...before, ...NumberListDraft.parse({ ...before, ...change }) };
      const next = lists.map(other => (other.id === id ? list : other));
      return { list, ...swap(next, 'list-changed', list.name) };
    },
    remove: id => {
      const list = lists.find(other => other.id === id);
      if (!list) return null;
      const next = lists.filter(other => other.id !== id);
      return swap(next, 'list-removed', list.name);
    },
    refresh: id => {
      lists = lists.map(list =>
        list.id === id ? { ...list, refreshedAt: Date.now(), problem: null } : list,
      );
      tell({ type: 'changed', what: 'lists' });
      return Promise.resolve(lists.find(list => list.id === id) ?? null);
    },
    numbers: (id, { search = '', cursor, limit }) => {
      const all = (numbers.get(id) ?? []).filter(entry =>
        `${entry.number} ${entry.display} ${entry.name} ${entry.note}`.includes(search),
      );
      const from = all.findIndex(entry => entry.number === cursor) + 1;
      const entries = all.slice(from, from + limit);
      const next = from + limit < all.length ? (entries.at(-1)?.number ?? null) : null;
      return Promise.resolve({ entries, next, total: all.length });
    },
    addNumber: (id, { number, category, note }) => {
      const list = lists.find(other => other.id === id);
      if (!list) return null;
      if (list.source.kind !== 'own') return 'list-subscribed';
      const added = { ...aNumber(number), category, note };
      if (added.number.replace('*', '') === '') return 'not-a-number';
      const before = numbers.get(id) ?? [];
      setNumbers(id, [...before.filter(entry => entry.number !== added.number), added]);
      return edited('list', 'list-number-added', { name: list.name, number: added.number }, () =>
        setNumbers(id, before),
      );
    },
    removeNumber: (id, number) => {
      const list = lists.find(other => other.id === id);
      const before = numbers.get(id) ?? [];
      if (!list || !before.some(entry => entry.number === number)) return null;
      const rest = before.filter(entry => entry.number !== number);
      setNumbers(id, rest);
      return edited('list', 'list-number-removed', { name: list.name, number }, () => setNumbers(id, before));
    },
  };
  return desk;
}

/** Takes any file for a CSV of three numbers and one line that says nothing; brings it in within some questions about it. */
export function createFakeImports(lists: NumberLists) {
  const jobs = new Map<string, ImportJob>();
  const total = 1000;

  const desk: Imports = {
    async look(name, body) {
      let size = 0;
      for await (const piece of body) size += piece.length;
      if (size > 1024 * 1024) return 'too-large';
      const id = `import-${jobs.size + 1}`;
      jobs.set(id, { id, state: 'ready', done: 0, total: null, result: null, problem: null });
      const own = name.startsWith('ringfence');
      return {
        id,
        preview: {
          format: own ? 'ringfence' : 'csv',
          count: 3,
          duplicates: 1,
          known: 0,
          sample: ['1588-1234', '070-4321-5501', '031-333-4444'].map((number, index) => ({
            number,
            prefix: false,
            name: ['대출 권유', '', '동네 병원'][index] ?? '',
            group: '',
            note: '',
            category: index === 0 ? 'loan' : null,
            action: null,
          })),
          notUnderstoodCount: 1,
          notUnderstood: [{ line: 5, text: '없음', problem: 'not-a-number' }],
          own: own ? { rules: 4, contacts: 12, calls: 812 } : null,
        },
      };
    },
    start: (id, wish) => {
      const job = jobs.get(id);
      if (!job) return null;
      const list =
        wish.as !== 'list'
          ? null
          : (lists.all().find(other => other.id === wish.listId) ??
            lists.add(NumberListDraft.parse({ name: wish.listName || '목록', action: wish.action })).list);
      const result = {
        added: 3,
        merged: 1,
        skipped: 1,
        changeId: null,
        listId: list?.id ?? null,
        tables: null,
      };
      jobs.set(id, { ...job, state: 'running', total, result });
      return { ...job, state: 'running', total };
    },
    job: id => {
      const job = jobs.get(id);
      if (job?.state !== 'running') return job ?? null;
      const done = Math.min(total, job.done + total / 4);
      const next: ImportJob = { ...job, done, state: done === total ? 'done' : 'running' };
      jobs.set(id, next);
      return next.state === 'done' ? next : { ...next, result: null };
    },
    drop: id => {
      const job = jobs.get(id);
      if (!job) return null;
      const dropped: ImportJob = { ...job, state: 'cancelled', result: null };
      jobs.set(id, dropped);
      return dropped;
    },
  };
  return desk;
}

function aList(id: number, draft: Partial<NumberListDraft> & { name: string }, count: number): NumberList {
  return {
    ...NumberListDraft.parse(draft),
    id,
    createdAt: 0,
    refreshedAt: Date.now() - 3 * 3600_000,
    problem: null,
    count,
  };
}

function aNumber(written: string): ListNumber {
  const prefix = written.endsWith('*');
  const digits = written.replace(/\D/g, '');
  return {
    number: prefix ? `${digits}*` : digits,
    display: prefix ? `${digits}*` : understand(digits).display,
    prefix,
    name: '',
    group: '',
    note: '',
    category: null,
  };
}
