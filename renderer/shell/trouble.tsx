import { Button } from '@mantine/core';
import { CloudOff } from 'lucide-react';
import { ProblemError } from '../data/client.ts';
import { useText } from '../words/text.ts';
import { Empty } from './empty.tsx';

/** What went wrong while fetching, what still works, and the way to try again. */
export function Trouble({ error, again }: { error: unknown; again: () => void }) {
  const { t, word } = useText();
  const key = error instanceof ProblemError ? error.key : 'unexpected';
  return (
    <Empty icon={<CloudOff />} title={t('page.notLoaded')} role="alert">
      <p>{word(`problem.${key}`)}</p>
      <Button variant="default" onClick={again}>
        {t('page.tryAgain')}
      </Button>
    </Empty>
  );
}
