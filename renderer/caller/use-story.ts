import { useCallback } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import { callerOf, callerPath } from './caller-path.ts';

interface StoryState {
  from?: string;
  /** The part of the story that is asked for: the id of its heading's section. */
  part?: string;
}

/** Opens a caller's story over the place where one is, and closes it again. */
export function useStory() {
  const [location, navigate] = useLocation();
  const search = useSearch();
  const state = useHistoryState<StoryState | null>();
  const caller = callerOf(location);
  const from = caller === null ? location + (search === '' ? '' : `?${search}`) : (state?.from ?? '/');
  const open = useCallback(
    (key: string, part?: 'label') =>
      navigate(callerPath(key), { state: { from, part }, replace: caller !== null }),
    [navigate, from, caller],
  );
  const close = useCallback(() => {
    if (state?.from !== undefined) history.back();
    else navigate('/');
  }, [navigate, state?.from]);
  return { caller, part: state?.part, open, close, beneath: from.split('?')[0] ?? '/' };
}
