import { Button, Switch } from '@mantine/core';
import { ChevronLeft, FileUp, ListX, Pencil, RefreshCw, Trash2 } from 'lucide-react';
import { Link, useLocation } from 'wouter';
import type { NumberList } from '../../shared/history.ts';
import type { ImportAim } from '../imports/import-dialog.tsx';
import { Empty } from '../shell/empty.tsx';
import { SheetHead } from '../shell/sheet-head.tsx';
import { useText } from '../words/text.ts';
import { ActionBadge } from '../words/verdict.tsx';
import { ListFacts, ListFailure } from './list-facts.tsx';
import { ListNumbers } from './list-numbers.tsx';
import { useListDeeds } from './use-list-deeds.ts';
import classes from './lists.module.css';

interface ListViewProps {
  list: NumberList | null;
  edit: (list: NumberList) => void;
  bringIn: (aim: ImportAim) => void;
}

/** One list with its numbers. */
export function ListView({ list, edit, bringIn }: ListViewProps) {
  const { t, word } = useText();
  return (
    <>
      <Link href="/lists" className={classes.back ?? ''}>
        <ChevronLeft size={20} aria-hidden="true" />
        {t('lists.back')}
      </Link>
      {list ? (
        <OneList list={list} edit={() => edit(list)} bringIn={bringIn} />
      ) : (
        <Empty icon={<ListX />} title={word('problem.not-found')} />
      )}
    </>
  );
}

interface OneListProps {
  list: NumberList;
  edit: () => void;
  bringIn: (aim: ImportAim) => void;
}

function OneList({ list, edit, bringIn }: OneListProps) {
  const { t } = useText();
  const [, navigate] = useLocation();
  const deeds = useListDeeds(list);
  const own = list.source.kind === 'own';
  const { name } = list;
  const remove = async () => {
    if (await deeds.remove()) navigate('/lists');
  };
  return (
    <>
      <SheetHead title={name}>
        <Switch
          checked={list.enabled}
          label={t('lists.use')}
          onChange={event => void deeds.turn(event.currentTarget.checked)}
        />
        <ActionBadge action={list.action} />
      </SheetHead>
      <ListFacts list={list} refreshing={deeds.refreshing} />
      <ListFailure list={list} />
      <div className={classes.deeds}>
        {own ? (
          <Button
            variant="default"
            leftSection={<FileUp size={18} aria-hidden="true" />}
            onClick={() => bringIn({ as: 'list', listId: list.id })}
          >
            {t('imports.title')}
          </Button>
        ) : (
          <Button
            leftSection={<RefreshCw size={18} aria-hidden="true" />}
            loading={deeds.refreshing}
            onClick={deeds.refresh}
          >
            {t('lists.refresh')}
          </Button>
        )}
        <Button variant="default" leftSection={<Pencil size={18} aria-hidden="true" />} onClick={edit}>
          {t('page.edit')}
        </Button>
        <Button
          variant="default"
          leftSection={<Trash2 size={18} aria-hidden="true" />}
          onClick={() => void remove()}
        >
          {t('page.delete')}
        </Button>
      </div>
      <ListNumbers list={list} />
    </>
  );
}
