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
  return omit(read.data, 'cursor', 'limit');
}

/** A filter with one thing changed; undefined takes it away. */
export function narrowed<Key extends keyof CallFilter>(
  filter: CallFilter,
  key: Key,
  value: CallFilter[Key],
): CallFilter {
  const rest = omit(filter, key);
  return value === undefined || value === '' ? rest : { ...rest, [key]: value };
}

/** An object without some of its fields. */
export function omit<T extends object, Key extends keyof T>(whole: T, ...keys: Key[]): Omit<T, Key> {
  const rest = { ...whole };
  for (const key of keys) Reflect.deleteProperty(rest, key);
  return rest;
}
