import { Drawer, Skeleton, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { callerQuery } from '../data/queries.ts';
import { Trouble } from '../shell/trouble.tsx';
import { useText } from '../words/text.ts';
import { Story } from './story.tsx';
import { useStory } from './use-story.ts';

/** A caller's story, from the right over whatever place is open; on a small screen it takes all of it. */
export function CallerDrawer() {
  const { t } = useText();
  const { caller, close } = useStory();
  const small = useMediaQuery('(max-width: 47.99em)');
  return (
    <Drawer
      opened={caller !== null}
      onClose={close}
      position="right"
      size={small ? '100%' : 640}
      title={t('story.title')}
      closeButtonProps={{ 'aria-label': t('page.close'), size: 44 }}
      padding={small ? 'md' : 'lg'}
      overlayProps={{ backgroundOpacity: 0.35 }}
    >
      {caller !== null && <Told key={caller} caller={caller} />}
    </Drawer>
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
