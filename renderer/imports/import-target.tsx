import { NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ImportWish } from '../../shared/import.ts';
import { listsQuery } from '../lists/lists-data.ts';
import { ChoiceList } from '../settings/choice-list.tsx';
import { useText } from '../words/text.ts';
import { ActionBadge } from '../words/verdict.tsx';
import classes from './imports.module.css';

const targets = ['contacts', 'list', 'rules'] as const;
const actions = ['block', 'flag', 'allow'] as const;
const modes = ['add', 'replace'] as const;

interface ImportTargetProps {
  wish: ImportWish;
  change: (part: Partial<ImportWish>) => void;
}

/** Where the numbers go, and what is then done to their calls. */
export function ImportTarget({ wish, change }: ImportTargetProps) {
  const { t } = useText();
  return (
    <>
      <div>
        <p className={classes.question} aria-hidden="true">
          {t('imports.as')}
        </p>
        <ChoiceList
          label={t('imports.as')}
          value={wish.as}
          change={as => change({ as })}
          choices={targets.map(value => ({
            value,
            label: t(`imports.as.${value}`),
            about: t(`imports.as.${value}.about`),
          }))}
        />
      </div>
      {wish.as === 'list' && <WhichList wish={wish} change={change} />}
      {(wish.as === 'rules' || (wish.as === 'list' && wish.listId === null)) && (
        <div>
          <p className={classes.question} aria-hidden="true">
            {t('lists.action')}
          </p>
          <SegmentedControl
            fullWidth
            aria-label={t('lists.action')}
            value={wish.action}
            onChange={action => change({ action })}
            data={actions.map(value => ({ value, label: t(`rule.action.${value}`) }))}
          />
          <p className="quiet">{t(`lists.action.${wish.action}.about`)}</p>
        </div>
      )}
    </>
  );
}

function WhichList({ wish, change }: ImportTargetProps) {
  const { t } = useText();
  const { data: lists } = useQuery(listsQuery);
  // Numbers of a list from elsewhere would be gone with its next refresh.
  const own = (lists ?? []).filter(list => list.source.kind === 'own');
  const chosen = own.find(list => list.id === wish.listId);
  return (
    <>
      {own.length > 0 && (
        <NativeSelect
          label={t('imports.list')}
          value={wish.listId === null ? '' : String(wish.listId)}
          onChange={event => {
            const { value } = event.currentTarget;
            change({ listId: value === '' ? null : Number(value) });
          }}
          data={[
            { value: '', label: t('imports.list.new') },
            ...own.map(list => ({ value: String(list.id), label: list.name })),
          ]}
        />
      )}
      {wish.listId === null ? (
        <TextInput
          label={t('lists.name')}
          value={wish.listName}
          maxLength={200}
          autoComplete="off"
          onChange={event => change({ listName: event.currentTarget.value })}
        />
      ) : (
        <>
          {chosen && (
            <p>
              <ActionBadge action={chosen.action} /> {t(`lists.action.${chosen.action}.about`)}
            </p>
          )}
          {chosen && chosen.count > 0 && (
            <div>
              <p className={classes.question} aria-hidden="true">
                {t('imports.mode')}
              </p>
              <SegmentedControl
                fullWidth
                aria-label={t('imports.mode')}
                value={wish.mode}
                onChange={mode => change({ mode })}
                data={modes.map(value => ({ value, label: t(`imports.mode.${value}`) }))}
              />
            </div>
          )}
        </>
      )}
    </>
  );
}
