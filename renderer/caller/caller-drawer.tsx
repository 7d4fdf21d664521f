import { Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { callerQuery } from '../data/queries.ts';
import { Trouble } from '../shell/trouble.tsx';
import { SideSheet } from '../shell/side-sheet.tsx';
import { useText } from '../words/text.ts';
import { Story } from './story.tsx';
import { useStory } from './use-story.ts';

/** A caller's story, from the right over whatever place is open; on a small screen it takes all of it. */
export function CallerDrawer() {
  const { t } = useText();
  const { caller, close } = useStory();
  return (
    <SideSheet opened={caller !== null} close={close} title={t('story.title')} width={640}>
      {caller !== null && <Told key={caller} caller={caller} />}
    </SideSheet>
  );
}

function Told({ caller }: { caller: string }) {
  const { t } = useText();
  const story = useQuery(callerQuery(caller));
  if (story.data) return <Story story={story.data} />;
  if (story.isError) return <Trouble error={story.error} again={() => void story.refetch()} />;
  return (
    <Stack role="status" aria-label={t('page.loading')}>
      <Skeleton height={48} />
      <Skeleton height={24} width="60%" />
      <Skeleton height={120} />
      <Skeleton height={240} />
    </Stack>
  );
}
