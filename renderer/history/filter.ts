import { CallQuery } from '../../shared/history.ts';
import type { CallFilter } from '../data/queries.ts';

export const emptyFilter: CallFilter = {};

/** Does the filter leave anything out? */
export function isNarrowed(filter: CallFilter): boolean {
  return Object.values(filter).some(value => value !== undefined && value !== '');
}

/** The filter of an address (`/?rule=3`), as other places link to the history; what cannot be read is left out. */
export function filterFromSearch(search: string): CallFilter {
  const read = CallQuery.safeParse(Object.fromEntries(new URLSearchParams(search)));
  if (!read.success) return emptyFilter;
  const { cursor: _cursor, limit: _limit, ...filter } = read.data;
  return filter;
}

/** A filter with one thing changed; undefined takes it away. */
export function narrowed<Key extends keyof CallFilter>(
  filter: CallFilter,
  key: Key,
  value: CallFilter[Key],
): CallFilter {
  const { [key]: _old, ...rest } = filter;
  return value === undefined || value === '' ? rest : { ...rest, [key]: value };
}
