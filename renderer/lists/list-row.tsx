import { ActionIcon, Switch, Tooltip } from '@mantine/core';
import { Pencil, RefreshCw, Trash2 } from 'lucide-react';
import { Link } from 'wouter';
import type { NumberList } from '../../shared/history.ts';
import { useText } from '../words/text.ts';
import { ActionBadge } from '../words/verdict.tsx';
import { ListFailure, ListFacts } from './list-facts.tsx';
import { useListDeeds } from './use-list-deeds.ts';
import classes from './lists.module.css';

/** One list: what it does, where it comes from, how fresh it is, and its switch. */
export function ListRow({ list, edit }: { list: NumberList; edit: () => void }) {
  const { t } = useText();
  const deeds = useListDeeds(list);
  const { name } = list;
  return (
    <li className={classes.list} data-off={!list.enabled || undefined}>
      <Switch
        checked={list.enabled}
        aria-label={t('lists.switch', { name })}
        onChange={event => void deeds.turn(event.currentTarget.checked)}
      />
      <div className={classes.words}>
        <span className={classes.nameLine}>
          <Link href={`/lists/${list.id}`} className={classes.name ?? ''}>
            {name}
          </Link>
          <ActionBadge action={list.action} />
        </span>
        <ListFacts list={list} refreshing={deeds.refreshing} />
      </div>
      <div className={classes.rowDeeds}>
        {list.source.kind !== 'own' && (
          <Tooltip label={t('lists.refresh')}>
            <ActionIcon
              aria-label={t('lists.refresh.who', { name })}
              loading={deeds.refreshing}
              onClick={deeds.refresh}
            >
              <RefreshCw size={18} aria-hidden="true" />
            </ActionIcon>
          </Tooltip>
        )}
        <Tooltip label={t('page.edit')}>
          <ActionIcon aria-label={t('lists.edit.who', { name })} onClick={edit}>
            <Pencil size={18} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('page.delete')}>
          <ActionIcon aria-label={t('lists.delete.who', { name })} onClick={() => void deeds.remove()}>
            <Trash2 size={18} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
      </div>
      <ListFailure list={list} />
    </li>
  );
}
