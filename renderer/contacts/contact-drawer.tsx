import { Button, Group, Stack, TextInput, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { SyntheticEvent } from 'react';
import { useState } from 'react';
import type { Contact } from '../../shared/history.ts';
import { ContactDraft } from '../../shared/history.ts';
import { api, ask } from '../data/client.ts';
import { useTellDone, useTellProblem } from '../data/deeds.tsx';
import { SideSheet } from '../shell/side-sheet.tsx';
import { useText } from '../words/text.ts';

interface ContactDrawerProps {
  writing: Contact | 'new' | null;
  close: () => void;
}

/** Where a contact is written. */
export function ContactDrawer({ writing, close }: ContactDrawerProps) {
  const { t } = useText();
  return (
    <SideSheet
      opened={writing !== null}
      close={close}
      title={t(writing === 'new' ? 'contacts.add' : 'contacts.edit')}
      width={520}
    >
      {writing !== null && <ContactForm contact={writing === 'new' ? null : writing} close={close} />}
    </SideSheet>
  );
}

function ContactForm({ contact, close }: { contact: Contact | null; close: () => void }) {
  const { t } = useText();
  const queries = useQueryClient();
  const tellDone = useTellDone();
  const tellProblem = useTellProblem();
  const [name, setName] = useState(contact?.name ?? '');
  const [numbers, setNumbers] = useState((contact?.numbers ?? []).join('\n'));
  const [group, setGroup] = useState(contact?.group ?? '');
  const [note, setNote] = useState(contact?.note ?? '');
  const draft = ContactDraft.safeParse({
    name,
    numbers: numbers
      .split(/[\n,]/)
      .map(line => line.trim())
      .filter(line => line !== ''),
    group,
    note,
  });
  const save = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (!draft.success) return;
    try {
      const { changeId } = contact
        ? await ask(api.contacts[':id'].$put({ param: { id: String(contact.id) }, json: draft.data }))
        : await ask(api.contacts.$post({ json: draft.data }));
      tellDone(t('contacts.saved', { name: draft.data.name }), changeId);
      for (const key of ['contacts', 'changes', 'calls', 'caller'])
        void queries.invalidateQueries({ queryKey: [key] });
      close();
    } catch (error) {
      tellProblem(error);
    }
  };
  return (
    <form onSubmit={event => void save(event)}>
      <Stack gap="md">
        <TextInput
          label={t('contacts.name')}
          value={name}
          maxLength={200}
          data-autofocus
          autoComplete="off"
          onChange={event => setName(event.currentTarget.value)}
        />
        <Textarea
          label={t('contacts.numbers')}
          description={t('contacts.numbers.hint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autosize
          minRows={2}
          value={numbers}
          onChange={event => setNumbers(event.currentTarget.value)}
        />
        <TextInput
          label={t('contacts.group')}
          description={t('contacts.group.hint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={group}
          maxLength={64}
          onChange={event => setGroup(event.currentTarget.value)}
        />
        <Textarea
          label={t('rule.note')}
          autosize
          minRows={1}
          value={note}
          maxLength={2000}
          onChange={event => setNote(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('page.cancel')}
          </Button>
          <Button type="submit" disabled={!draft.success}>
            {t('page.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
