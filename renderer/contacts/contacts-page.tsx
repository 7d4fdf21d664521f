import { ActionIcon, Button, Skeleton, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { BookUser, FileUp, Pencil, Plus, Search, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Contact } from '../../shared/history.ts';
import { writtenNumber } from '../../shared/messages/number-words.ts';
import { api, ask } from '../data/client.ts';
import { useTellDone, useTellProblem } from '../data/deeds.tsx';
import { contactsQuery } from '../data/queries.ts';
import type { ImportAim } from '../imports/import-dialog.tsx';
import { ImportDialog } from '../imports/import-dialog.tsx';
import { ExportLinks } from '../settings/export-links.tsx';
import { Empty } from '../shell/empty.tsx';
import { SharedPlaces, SheetHead } from '../shell/sheet-head.tsx';
import { Trouble } from '../shell/trouble.tsx';
import { useText } from '../words/text.ts';
import { ContactDrawer } from './contact-drawer.tsx';
import classes from './contacts.module.css';

const files = [{ href: '/api/export/contacts.csv', words: 'contacts.export' }] as const;

/** Contacts shown at a time: an address book from a phone may have thousands. */
const windowSize = 100;

/** People and places that always ring. */
export function ContactsPage() {
  const { t } = useText();
  const contacts = useQuery(contactsQuery);
  const [writing, setWriting] = useState<Contact | 'new' | null>(null);
  const [aim, setAim] = useState<ImportAim | null>(null);
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState(windowSize);
  const found = (contacts.data ?? []).filter(contact => matches(contact, search.trim()));
  return (
    <div className="sheet">
      <SharedPlaces here="/contacts" />
      <SheetHead title={t('place.contacts')}>
        <Button
          variant="default"
          leftSection={<FileUp size={18} aria-hidden="true" />}
          onClick={() => setAim({ as: 'contacts' })}
        >
          {t('imports.title')}
        </Button>
        <Button leftSection={<Plus size={18} aria-hidden="true" />} onClick={() => setWriting('new')}>
          {t('contacts.add')}
        </Button>
      </SheetHead>
      <p className="quiet">{t('contacts.intro')}</p>
      {contacts.isError ? (
        <Trouble error={contacts.error} again={() => void contacts.refetch()} />
      ) : !contacts.data ? (
        <Skeleton height={240} radius="lg" mt="lg" />
      ) : contacts.data.length === 0 ? (
        <Empty icon={<BookUser />} title={t('contacts.none')}>
          <p>{t('contacts.none.advice')}</p>
          <p>{t('contacts.none.import')}</p>
        </Empty>
      ) : (
        <>
          <TextInput
            type="search"
            mt="md"
            aria-label={t('contacts.search')}
            placeholder={t('contacts.search')}
            leftSection={<Search size={18} aria-hidden="true" />}
            value={search}
            onChange={event => setSearch(event.currentTarget.value)}
          />
          <ul className={`card ${classes.list ?? ''}`}>
            {found.slice(0, shown).map(contact => (
              <ContactRow key={contact.id} contact={contact} edit={() => setWriting(contact)} />
            ))}
          </ul>
          {found.length > shown && (
            <Button variant="subtle" onClick={() => setShown(shown + windowSize)}>
              {t('story.more')}
            </Button>
          )}
          <ExportLinks files={files} />
        </>
      )}
      <ContactDrawer writing={writing} close={() => setWriting(null)} />
      <ImportDialog aim={aim} close={() => setAim(null)} />
    </div>
  );
}

function matches({ name, numbers, group, note }: Contact, search: string): boolean {
  const digits = search.replace(/\D/g, '');
  return (
    [name, group, note].some(text => text.toLocaleLowerCase().includes(search.toLocaleLowerCase())) ||
    (digits !== '' && numbers.some(number => number.replace(/\D/g, '').includes(digits)))
  );
}

function ContactRow({ contact, edit }: { contact: Contact; edit: () => void }) {
  const { t } = useText();
  const queries = useQueryClient();
  const tellDone = useTellDone();
  const tellProblem = useTellProblem();
  const { name } = contact;
  const remove = async () => {
    try {
      const { changeId } = await ask(api.contacts[':id'].$delete({ param: { id: String(contact.id) } }));
      tellDone(t('contacts.deleted', { name }), changeId);
    } catch (error) {
      tellProblem(error);
    }
    for (const key of ['contacts', 'changes', 'calls']) void queries.invalidateQueries({ queryKey: [key] });
  };
  return (
    <li className={classes.contact}>
      <span className={classes.initial} aria-hidden="true">
        {Array.from(name)[0]}
      </span>
      <div className={classes.words}>
        <span className={classes.name}>{name}</span>
        <span className="quiet">
          {[contact.numbers.map(writtenNumber).join(', '), contact.group, contact.note]
            .filter(part => part !== '')
            .join(' · ')}
        </span>
      </div>
      <ActionIcon aria-label={t('contacts.edit.who', { name })} onClick={edit}>
        <Pencil size={18} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon aria-label={t('contacts.delete.who', { name })} onClick={() => void remove()}>
        <Trash2 size={18} aria-hidden="true" />
      </ActionIcon>
    </li>
  );
}
