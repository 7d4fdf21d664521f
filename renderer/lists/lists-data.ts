import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, ask } from '../data/client.ts';

/** Numbers asked for at a time. */
const windowSize = 100;

export const listsQuery = queryOptions({ queryKey: ['lists'], queryFn: () => ask(api.lists.$get()) });

/** The numbers of one list, window by window: there may be a million. */
export const listNumbersQuery = (id: number, search: string) =>
  infiniteQueryOptions({
    queryKey: ['lists', id, 'numbers', search],
    queryFn: ({ pageParam }) =>
      ask(
        api.lists[':id'].numbers.$get({
          param: { id: String(id) },
          query: {
            limit: String(windowSize),
            ...(search === '' ? {} : { search }),
            ...(pageParam === null ? {} : { cursor: pageParam }),
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next,
  });
