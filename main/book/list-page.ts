import { setImmediate } from 'node:timers/promises';
import { prefixDigits } from './digits.ts';
import type { ListEntry, Lists } from './lists.ts';

export interface ListPageQuery {
  /** The beginning of a number in any writing, or part of a name or note; '' for all. */
  search: string;
  limit: number;
  after?: Pick<ListEntry, 'digits' | 'prefix'>;
}

export interface ListPage {
  entries: ListEntry[];
  more: boolean;
  /** All that match, of every page. */
  total: number;
}

/** Looked through at a time; the guard goes on in between. */
const atOnce = 2000;

function matcher(search: string, country: string): (entry: ListEntry) => boolean {
  const words = search.trim().toLowerCase();
  const digits = /\d/.test(words) ? prefixDigits(words, country) : '';
  return entry =>
    (digits !== '' && entry.digits.startsWith(digits)) ||
    (entry.name?.toLowerCase().includes(words) ?? false) ||
    (entry.note?.toLowerCase().includes(words) ?? false);
}

/** A window of a list's numbers. */
export async function pageOfList(
  lists: Pick<Lists, 'entries'>,
  list: { id: number; count: number },
  { search, limit, after }: ListPageQuery,
  country: string,
): Promise<ListPage> {
  if (search.trim() === '') {
    const entries = lists.entries(list.id, limit + 1, after);
    return { entries: entries.slice(0, limit), more: entries.length > limit, total: list.count };
  }
  const matches = matcher(search, country);
  const found: ListEntry[] = [];
  let total = 0;
  let seen = after === undefined;
  for (let page = lists.entries(list.id, atOnce); page.length > 0;) {
    for (const entry of page) {
      if (matches(entry)) {
        total++;
        if (seen && found.length <= limit) found.push(entry);
      }
      if (after && entry.digits === after.digits && entry.prefix === after.prefix) seen = true;
    }
    await setImmediate();
    const last = page.at(-1);
    page = last ? lists.entries(list.id, atOnce, last) : [];
  }
  return { entries: found.slice(0, limit), more: found.length > limit, total };
}
