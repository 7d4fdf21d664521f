import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../data/client.ts';
import { useTellProblem } from '../data/deeds.tsx';
import { statusQuery } from '../data/queries.ts';
import { useText } from '../words/text.ts';

/** Enters the made-up household, or leaves it; nothing where this door has none to show. */
export function LookAroundButton({ className = '' }: { className?: string }) {
  const { t } = useText();
  const queries = useQueryClient();
  const tellProblem = useTellProblem();
  const { data: status } = useQuery(statusQuery);
  const look = useMutation({
    mutationFn: (on: boolean) => ask(api['look-around'].$post({ json: { on } })),
    // Another household altogether: nothing that was shown before holds.
    onSuccess: () => queries.resetQueries(),
    onError: tellProblem,
  });
  if (!status || status.lookAround === 'none') return null;
  const on = status.lookAround === 'on';
  return (
    <Button variant="default" className={className} loading={look.isPending} onClick={() => look.mutate(!on)}>
      {on ? t('lookAround.leave') : t('lookAround.enter')}
    </Button>
  );
}
