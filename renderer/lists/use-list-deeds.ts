import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { NumberList } from '../../shared/history.ts';
import { api, ask } from '../data/client.ts';
import { useTellDone, useTellProblem } from '../data/deeds.tsx';
import { useText } from '../words/text.ts';

/** What an edit of a list can change elsewhere on the page. */
export function useListsChanged(): () => void {
  const queries = useQueryClient();
  return () => {
    for (const key of ['lists', 'changes', 'rules']) void queries.invalidateQueries({ queryKey: [key] });
  };
}

/** What can be done with a list as a whole. */
export function useListDeeds(list: NumberList) {
  const { t } = useText();
  const changed = useListsChanged();
  const tellDone = useTellDone();
  const tellProblem = useTellProblem();
  const param = { id: String(list.id) };
  const { name } = list;
  const refresh = useMutation({
    mutationFn: () => ask(api.lists[':id'].refresh.$post({ param })),
    onSuccess: ({ problem, count }) => {
      // What failed is said in the list itself, and stays there.
      if (problem === null)
        notifications.show({ message: t('lists.refreshedNow', { name, count }), autoClose: 4000 });
    },
    onError: tellProblem,
    onSettled: changed,
  });
  return {
    refreshing: refresh.isPending,
    refresh: () => refresh.mutate(),
    turn: async (enabled: boolean) => {
      try {
        const { changeId } = await ask(api.lists[':id'].$put({ param, json: { enabled } }));
        tellDone(t(enabled ? 'lists.turnedOn' : 'lists.turnedOff', { name }), changeId);
      } catch (error) {
        tellProblem(error);
      }
      changed();
    },
    remove: async () => {
      try {
        const { changeId } = await ask(api.lists[':id'].$delete({ param }));
        tellDone(t('lists.deleted', { name }), changeId);
        return true;
      } catch (error) {
        tellProblem(error);
        return false;
      } finally {
        changed();
      }
    },
  };
}
