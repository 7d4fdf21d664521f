import type { NumberList } from '../shared/history.ts';
import { NumberListDraft } from '../shared/history.ts';
import type { ListNumber } from '../shared/lists.ts';
import { understand } from '../shared/number-plan/understand.ts';
import type { NumberLists } from './api/lists.ts';
import type { Book } from './book/book.ts';
import type { ListEntry } from './book/lists.ts';
import { refreshList } from './book/subscribe.ts';
import type { Edit, Remembered } from './editing.ts';

export interface ListDeskParts {
  book: Book;
  country: () => string;
  edit: Edit;
  changed: (what: Remembered) => void;
  /** Fetches lists by https; the web's own outside of tests. */
  fetchUrl?: typeof fetch;
}

/** Where number lists are kept: by hand, or fetched from elsewhere. */
export function createListDesk({ book, country, edit, changed, fetchUrl }: ListDeskParts) {
  const { lists } = book;

  async function refresh(id: number): Promise<NumberList | null> {
    const list = lists.get(id);
    if (!list) return null;
    await refreshList(lists, list, fetchUrl ? { fetchUrl } : {});
    changed('lists');
    return lists.get(id);
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
      if (draft.source.kind !== 'own') void refresh(added.list.id);
      return added;
    },
    change(id, change) {
      const before = lists.get(id);
      if (!before) return null;
      const draft = NumberListDraft.parse({ ...before, ...change });
      const changed = edit('lists', () => lists.change(id, draft));
      if (change.source && change.source.kind !== 'own') void refresh(id);
      return changed;
    },
    remove: id => edit('lists', () => lists.remove(id)),
    refresh,
    async numbers(id, { search = '', cursor, limit }) {
      const page = await lists.page(id, {
        search,
        limit,
        ...(cursor === undefined ? {} : { after: placeOf(cursor) }),
      });
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
  return desk;
}

function placeOf(number: string): Pick<ListEntry, 'digits' | 'prefix'> {
  return { digits: number.replace(/\*$/, ''), prefix: number.endsWith('*') };
}
