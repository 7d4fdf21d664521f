import { Button, Group, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { FileUp, ListChecks, Plus } from 'lucide-react';
import { useState } from 'react';
import { useParams } from 'wouter';
import type { NumberList } from '../../shared/history.ts';
import type { ImportAim } from '../imports/import-dialog.tsx';
import { ImportDialog } from '../imports/import-dialog.tsx';
import { ExportLinks } from '../settings/export-links.tsx';
import { Empty } from '../shell/empty.tsx';
import { SharedPlaces, SheetHead } from '../shell/sheet-head.tsx';
import { Trouble } from '../shell/trouble.tsx';
import { useText } from '../words/text.ts';
import { ListDrawer } from './list-drawer.tsx';
import { ListRow } from './list-row.tsx';
import { ListView } from './list-view.tsx';
import { listsQuery } from './lists-data.ts';
import classes from './lists.module.css';

const files = [
  { href: '/api/export/lists.csv', words: 'lists.export' },
  { href: '/api/export/listNumbers.csv', words: 'lists.export.numbers' },
] as const;

/** Every number list, or the one that the address names. */
export function ListsPage() {
  const { id } = useParams<{ id?: string }>();
  const lists = useQuery(listsQuery);
  const [writing, setWriting] = useState<NumberList | 'new' | null>(null);
  const [aim, setAim] = useState<ImportAim | null>(null);
  return (
    <div className="sheet">
      <SharedPlaces here="/lists" />
      {lists.isError ? (
        <Trouble error={lists.error} again={() => void lists.refetch()} />
      ) : !lists.data ? (
        <Skeleton height={240} radius="lg" mt="lg" />
      ) : id === undefined ? (
        <AllLists lists={lists.data} write={setWriting} bringIn={setAim} />
      ) : (
        <ListView
          list={lists.data.find(list => list.id === Number(id)) ?? null}
          edit={setWriting}
          bringIn={setAim}
        />
      )}
      <ListDrawer writing={writing} close={() => setWriting(null)} bringIn={setAim} />
      <ImportDialog aim={aim} close={() => setAim(null)} />
    </div>
  );
}

interface AllListsProps {
  lists: readonly NumberList[];
  write: (list: NumberList | 'new') => void;
  bringIn: (aim: ImportAim) => void;
}

function AllLists({ lists, write, bringIn }: AllListsProps) {
  const { t } = useText();
  const none = lists.length === 0;
  const deeds = (
    <>
      <Button
        variant="default"
        leftSection={<FileUp size={18} aria-hidden="true" />}
        onClick={() => bringIn({ as: 'list' })}
      >
        {t('imports.title')}
      </Button>
      <Button leftSection={<Plus size={18} aria-hidden="true" />} onClick={() => write('new')}>
        {t('lists.add')}
      </Button>
    </>
  );
  return (
    <>
      <SheetHead title={t('place.lists')}>{!none && deeds}</SheetHead>
      <p className="quiet">{t('lists.intro')}</p>
      {none ? (
        <Empty icon={<ListChecks />} title={t('lists.none')}>
          <p>{t('lists.none.advice')}</p>
          <Group justify="center" gap="xs">
            {deeds}
          </Group>
        </Empty>
      ) : (
        <>
          <ul className={`card ${classes.lists ?? ''}`}>
            {lists.map(list => (
              <ListRow key={list.id} list={list} edit={() => write(list)} />
            ))}
          </ul>
          <ExportLinks files={files} />
        </>
      )}
    </>
  );
}
