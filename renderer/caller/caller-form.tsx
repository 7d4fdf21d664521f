import { Button, Stack, TextInput, Textarea } from '@mantine/core';
import type { SyntheticEvent } from 'react';
import { useState } from 'react';
import type { CallerStory } from '../../shared/history.ts';
import { useText } from '../words/text.ts';
import { useChangeCaller } from './use-change-caller.ts';

/** The owner's own name and note for a caller; what is typed stays until it is saved. */
export function CallerForm({ story }: { story: CallerStory }) {
  const { t } = useText();
  const change = useChangeCaller(story.caller);
  const [name, setName] = useState(story.ownName ?? '');
  const [note, setNote] = useState(story.note);
  const changed = name.trim() !== (story.ownName ?? '') || note !== story.note;
  const save = (event: SyntheticEvent) => {
    event.preventDefault();
    void change({ ownName: name.trim() === '' ? null : name.trim(), note }, t('deed.saved'));
  };
  return (
    <form onSubmit={save}>
      <Stack gap="sm">
        <TextInput
          label={t('story.ownName')}
          description={
            story.contact ? t('story.contact', { name: story.contact.name }) : t('story.ownName.why')
          }
          maxLength={100}
          value={name}
          onChange={event => setName(event.currentTarget.value)}
        />
        <Textarea
          label={t('story.note')}
          autosize
          minRows={2}
          maxLength={2000}
          value={note}
          onChange={event => setNote(event.currentTarget.value)}
        />
        <Button type="submit" disabled={!changed} style={{ alignSelf: 'flex-start' }}>
          {t('page.save')}
        </Button>
      </Stack>
    </form>
  );
}
