import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useText } from '../words/text.ts';
import { day } from '../words/times.ts';
import { api, ask, ProblemError } from './client.ts';
import classes from './deeds.module.css';

const undoMs = 10_000;

/** Says what could not be done and what to do about it. */
export function useTellProblem(): (error: unknown) => void {
  const { word } = useText();
  return useCallback(
    (error: unknown) => {
      const key = error instanceof ProblemError ? error.key : 'unexpected';
      notifications.show({ color: 'red', message: word(`problem.${key}`), autoClose: 8000 });
    },
    [word],
  );
}

/** Says what was done, with the way back for ten seconds (and for ever in the change log). */
export function useTellDone(): (message: string, changeId: number) => void {
  const { t } = useText();
  const undo = useUndo();
  return useCallback(
    (message: string, changeId: number) => {
      const id = `change-${changeId}`;
      notifications.show({
        id,
        autoClose: undoMs,
        message: (
          <div className={classes.done}>
            <span>{message}</span>
            <Button
              variant="light"
              onClick={() => {
                notifications.hide(id);
                void undo(changeId);
              }}
            >
              {t('deed.undo')}
            </Button>
          </div>
        ),
        closeButtonProps: { 'aria-label': t('page.close') },
      });
    },
    [t, undo],
  );
}

/** Takes an edit back. */
export function useUndo(): (changeId: number) => Promise<void> {
  const { t } = useText();
  const queries = useQueryClient();
  const tellProblem = useTellProblem();
  return useCallback(
    async (changeId: number) => {
      try {
        await ask(api.changes[':id'].undo.$post({ param: { id: String(changeId) } }));
        notifications.show({ message: t('deed.undone'), autoClose: 3000 });
        await queries.invalidateQueries();
      } catch (error) {
        tellProblem(error);
      }
    },
    [queries, t, tellProblem],
  );
}

/** One click: always block, always allow, or (null) neither any more. */
export function useJudge() {
  const { t, intl } = useText();
  const queries = useQueryClient();
  const tellDone = useTellDone();
  const tellProblem = useTellProblem();
  return useCallback(
    async (caller: string, name: string, action: 'allow' | 'block' | null) => {
      try {
        const { changeId, until } = await ask(
          api.callers[':caller'].judge.$post({
            param: { caller: encodeURIComponent(caller) },
            json: { action },
          }),
        );
        const said =
          until !== null
            ? t('deed.judged.until', { name, day: day(intl, until - 1, Date.now()) })
            : t(`deed.judged.${action ?? 'neither'}`, { name });
        tellDone(said, changeId);
        for (const key of ['rules', 'caller', 'changes']) void queries.invalidateQueries({ queryKey: [key] });
      } catch (error) {
        tellProblem(error);
      }
    },
    [intl, queries, t, tellDone, tellProblem],
  );
}
