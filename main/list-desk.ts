import type { NumberList } from '../shared/history.ts';
import { NumberListDraft } from '../shared/history.ts';
import type { ListNumber } from '../shared/lists.ts';
import { understand } from '../shared/number-plan/understand.ts';
import type { NumberLists } from './api/lists.ts';
import type { Book } from './book/book.ts';
import type { ListEntry } from './book/lists.ts';
import type { RefreshOptions } from './book/subscribe.ts';
import { refreshList, staleLists } from './book/subscribe.ts';
import type { Edit, Remembered } from './editing.ts';

export interface ListDeskParts {
  book: Book;
  country: () => string;
  edit: Edit;
  changed: (what: Remembered) => void;
  /** The data folder, in which what is fetched is kept while it is read. */
  folder: string;
  /** Fetches lists by https; the web's own outside of tests. */
  fetchUrl?: RefreshOptions['fetchUrl'];
  now?: () => number;
}

/** A list from elsewhere is fetched anew after this long. */
const staleMs = 24 * 3_600_000;
/** How often is looked for such lists: not all guards of the world at once. */
const lookEveryMs = { least: 10 * 60_000, most: 20 * 60_000 };
/** After a failure the next try waits, longer each time. */
const firstRetryMs = 15 * 60_000;

/** Where number lists are kept: by hand, or fetched from elsewhere when they are asked for and once a day. */
export function createListDesk(parts: ListDeskParts) {
  const { book, country, edit, changed, folder, fetchUrl, now = Date.now } = parts;
  const { lists } = book;
  const closing = new AbortController();
  const underWay = new Map<number, Promise<void>>();
  const failed = new Map<number, { times: number; notBefore: number }>();
  let timer: NodeJS.Timeout | null = null;

  async function fetchAnew(list: NumberList): Promise<void> {
    const { signal } = closing;
    const result = await refreshList(lists, list, { signal, folder, ...(fetchUrl ? { fetchUrl } : {}) });
    if (signal.aborted) return;
    if (result) failed.delete(list.id);
    else {
      const times = (failed.get(list.id)?.times ?? 0) + 1;
      failed.set(list.id, { times, notBefore: now() + Math.min(staleMs, firstRetryMs * 2 ** (times - 1)) });
    }
    changed('lists');
  }

  async function refresh(id: number): Promise<NumberList | null> {
    const list = lists.get(id);
    if (!list) return null;
    const already = underWay.get(id);
    const work = already ?? fetchAnew(list).finally(() => underWay.delete(id));
    underWay.set(id, work);
    await work;
    return lists.get(id);
  }

  /** One after another, each list that is due. */
  async function refreshStale(): Promise<void> {
    for (const list of staleLists(lists, now(), staleMs)) {
      if (closing.signal.aborted) return;
      if ((failed.get(list.id)?.notBefore ?? 0) <= now()) await refresh(list.id);
    }
  }

  function inBackground(work: Promise<unknown>): void {
    // Storage in trouble is told by the book itself; the list is tried again.
    work.catch((error: unknown) => console.error(error));
  }

  function lookLater(): void {
    const { least, most } = lookEveryMs;
    timer = setTimeout(
      () => {
        inBackground(refreshStale().finally(lookLater));
      },
      least + Math.random() * (most - least),
    ).unref();
    if (closing.signal.aborted) clearTimeout(timer);
  }

  function shown({ digits, prefix, ...detail }: ListEntry): ListNumber {
    return {
      number: prefix ? `${digits}*` : digits,
      display: prefix ? `${digits}*` : understand(digits, { country: country() }).display || digits,
      prefix,
      name: detail.name ?? '',
      group: detail.group ?? '',
      note: detail.note ?? '',
      category: detail.category ?? null,
    };
  }

  const isSubscribed = (id: number) => (lists.get(id)?.source.kind ?? 'own') !== 'own';

  const desk: NumberLists = {
    all: () => lists.list(),
    add(draft) {
      const added = edit('lists', () => lists.add(draft));
      inBackground(draft.source.kind === 'own' ? Promise.resolve() : refresh(added.list.id));
      return added;
    },
    change(id, change) {
      const before = lists.get(id);
      if (!before) return null;
      const draft = NumberListDraft.parse({ ...before, ...change });
      const done = edit('lists', () => lists.change(id, draft));
      const moved = JSON.stringify(before.source) !== JSON.stringify(draft.source);
      if (moved && draft.source.kind !== 'own') {
        failed.delete(id);
        inBackground(refresh(id));
      }
      return done;
    },
    remove: id => edit('lists', () => lists.remove(id)),
    refresh,
    async numbers(id, { search = '', cursor, limit }) {
      const after = cursor === undefined ? {} : { after: placeOf(cursor) };
      const page = await lists.page(id, { search, limit, ...after });
      if (!page) return null;
      const last = page.entries.at(-1);
      return {
        entries: page.entries.map(shown),
        next: page.more && last ? shown(last).number : null,
        total: page.total,
      };
    },
    addNumber(id, { number, category, note }) {
      if (!lists.get(id)) return null;
      if (isSubscribed(id)) return 'list-subscribed';
      const prefix = number.endsWith('*');
      const detail = { ...(category === null ? {} : { category }), ...(note === '' ? {} : { note }) };
      return edit('lists', () => lists.addEntry(id, { number, prefix, ...detail })) ?? 'not-a-number';
    },
    removeNumber(id, number) {
      if (isSubscribed(id)) return 'list-subscribed';
      const { digits, prefix } = placeOf(number);
      return edit('lists', () => lists.removeEntry(id, digits, prefix));
    },
  };

  lookLater();
  return {
    ...desk,
    refreshStale,
    /** Nothing is fetched any more; what is under way is given up. */
    async close(): Promise<void> {
      closing.abort();
      if (timer) clearTimeout(timer);
      await Promise.allSettled(underWay.values());
    },
  };
}
export type ListDesk = ReturnType<typeof createListDesk>;

function placeOf(number: string): Pick<ListEntry, 'digits' | 'prefix'> {
  return { digits: number.replace(/\*$/, ''), prefix: number.endsWith('*') };
}
