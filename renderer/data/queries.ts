import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { CallQueryInput } from '../../shared/history.ts';
import type { RuleDraft } from '../../shared/rule.ts';
import { NoticeState } from '../../shared/notice.ts';
import { Settings } from '../../shared/settings.ts';
import { api, ask } from './client.ts';

/** What the owner can narrow the history by; `cursor` and `limit` are the page's own business. */
export type CallFilter = Omit<CallQueryInput, 'cursor' | 'limit'>;

const windowSize = 100;

export const statusQuery = queryOptions({
  queryKey: ['status'],
  queryFn: () => ask(api.status.$get()),
});

export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: async () => Settings.parse(await ask(api.settings.$get())),
});

/** The history, window by window: never the whole table. */
export const callsQuery = (filter: CallFilter) =>
  infiniteQueryOptions({
    queryKey: ['calls', filter],
    queryFn: ({ pageParam }) =>
      ask(
        api.calls.$get({
          query: asStrings({ ...filter, limit: windowSize, cursor: pageParam ?? undefined }),
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next,
  });

export const whyQuery = (id: string) =>
  queryOptions({
    // Under 'caller': what would change a verdict depends on rules, labels and contacts as they are.
    queryKey: ['caller', 'why', id],
    queryFn: () => ask(api.calls[':id'].why.$get({ param: { id } })),
  });

export const callerQuery = (caller: string) =>
  queryOptions({
    queryKey: ['caller', caller],
    queryFn: () => ask(api.callers[':caller'].$get({ param: { caller: encodeURIComponent(caller) } })),
  });

/** A guess what the caller's calls are about, and what it did when it was refused. */
export const readingQuery = (caller: string) =>
  queryOptions({
    queryKey: ['caller', caller, 'reading'],
    queryFn: () =>
      ask(api.callers[':caller'].reading.$get({ param: { caller: encodeURIComponent(caller) } })),
  });

export const rulesQuery = queryOptions({ queryKey: ['rules'], queryFn: () => ask(api.rules.$get()) });
export const templatesQuery = queryOptions({
  queryKey: ['templates'],
  queryFn: () => ask(api.rules.templates.$get()),
});
export const builtInQuery = queryOptions({
  queryKey: ['built-in'],
  queryFn: () => ask(api.rules['built-in'].$get()),
});
export const trialQuery = (draft: RuleDraft, replaces: number | null) =>
  queryOptions({
    queryKey: ['trial', draft, replaces],
    queryFn: () => ask(api.rules.try.$post({ json: { draft, replaces } })),
    // Rules and calls change meanwhile: looked at again, it is tried again.
    staleTime: 0,
    gcTime: 60_000,
  });
export const contactsQuery = queryOptions({
  queryKey: ['contacts'],
  queryFn: () => ask(api.contacts.$get()),
});
export const changesQuery = queryOptions({
  queryKey: ['changes'],
  queryFn: () => ask(api.changes.$get({ query: { limit: '200' } })),
});
export const noticeQuery = queryOptions({
  queryKey: ['notice'],
  queryFn: async () => NoticeState.parse(await ask(api.notice.$get())),
});
export const learningQuery = queryOptions({
  queryKey: ['learning'],
  queryFn: () => ask(api.learning.$get()),
});
export const portsQuery = queryOptions({ queryKey: ['ports'], queryFn: () => ask(api.ports.$get()) });

/** A query string wants strings; what is absent is left out. */
function asStrings(query: CallQueryInput): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query)
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([key, value]) => [key, String(value)]),
  );
}
