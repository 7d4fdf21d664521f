import type { QueryClient } from '@tanstack/react-query';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Call } from '../../shared/call.ts';
import { statusQuery } from './queries.ts';

/** Calls that rang on this page and ended a moment ago, newest first: they stay until whoever looks has seen how. */
const justEndedQuery = queryOptions({
  queryKey: ['just-ended'],
  queryFn: (): Call[] => [],
  initialData: (): Call[] => [],
  staleTime: Infinity,
});

/** More than these never end within a few seconds, however many lines there are. */
const mostKept = 8;

/** Before the glance forgets it: a call that ends while it is shown as ringing, or is told more of once it has ended. */
export function rememberEnded(queries: QueryClient, call: Call): void {
  if (call.state !== 'ended') return;
  const rang = queries.getQueryData(statusQuery.queryKey)?.ringing.some(other => other.id === call.id);
  queries.setQueryData(justEndedQuery.queryKey, (old = []) => {
    const others = old.filter(other => other.id !== call.id);
    return rang === true || others.length < old.length ? [call, ...others].slice(0, mostKept) : old;
  });
}

export function useJustEnded(): { ended: readonly Call[]; forget: (id: string) => void } {
  const queries = useQueryClient();
  const { data: ended } = useQuery(justEndedQuery);
  const forget = useCallback(
    (id: string) =>
      queries.setQueryData(justEndedQuery.queryKey, (old = []) => old.filter(call => call.id !== id)),
    [queries],
  );
  return { ended, forget };
}
