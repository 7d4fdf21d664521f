import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { CallerChange } from '../../shared/history.ts';
import { api, ask } from '../data/client.ts';
import { useTellDone, useTellProblem } from '../data/deeds.tsx';

/** Writes what the owner says of a caller. @returns whether it was kept */
export function useChangeCaller(caller: string): (change: CallerChange, said: string) => Promise<boolean> {
  const queries = useQueryClient();
  const tellDone = useTellDone();
  const tellProblem = useTellProblem();
  return useCallback(
    async (change: CallerChange, said: string) => {
      try {
        const { changeId } = await ask(
          api.callers[':caller'].$put({ param: { caller: encodeURIComponent(caller) }, json: change }),
        );
        tellDone(said, changeId);
        return true;
      } catch (error) {
        tellProblem(error);
        return false;
      } finally {
        for (const key of ['caller', 'calls', 'changes', 'status'])
          void queries.invalidateQueries({ queryKey: [key] });
      }
    },
    [caller, queries, tellDone, tellProblem],
  );
}
