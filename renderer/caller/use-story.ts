import { useCallback } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import { callerOf, callerPath } from './caller-path.ts';

interface StoryState {
  from?: string;
}

/** Opens a caller's story over the place where one is, and closes it again. */
export function useStory() {
  const [location, navigate] = useLocation();
  const search = useSearch();
  const state = useHistoryState<StoryState | null>();
  const caller = callerOf(location);
  const from = caller === null ? location + (search === '' ? '' : `?${search}`) : (state?.from ?? '/');
  const open = useCallback(
    (key: string) => navigate(callerPath(key), { state: { from }, replace: caller !== null }),
    [navigate, from, caller],
  );
  const close = useCallback(() => {
    if (state?.from !== undefined) history.back();
    else navigate('/');
  }, [navigate, state?.from]);
  return { caller, open, close, beneath: from.split('?')[0] ?? '/' };
}
