import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { CallerChange } from '../../shared/history.ts';
import type { LabelKey } from '../../shared/label.ts';
import { api, ask } from '../data/client.ts';
import { useTellDone, useTellProblem } from '../data/deeds.tsx';
import { callerQuery } from '../data/queries.ts';
import { useText } from '../words/text.ts';

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

/** Gives a caller a label (null: takes it away), shown at once and told with the way back. */
export function useLabelling(caller: string, name: string): (label: LabelKey | null) => Promise<boolean> {
  const { t, word } = useText();
  const queries = useQueryClient();
  const change = useChangeCaller(caller);
  return useCallback(
    (label: LabelKey | null) => {
      queries.setQueryData(callerQuery(caller).queryKey, old => old && { ...old, label });
      const said =
        label === null
          ? t('deed.unlabelled', { name })
          : t('deed.labelled', { name, label: word(`label.${label}`) });
      return change({ label }, said);
    },
    [caller, change, name, queries, t, word],
  );
}
