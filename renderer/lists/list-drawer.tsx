import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import type { ReactNode, SyntheticEvent } from 'react';
import { useState } from 'react';
import type { ListSource, NumberList } from '../../shared/history.ts';
import { NumberListDraft } from '../../shared/history.ts';
import { LabelKey, labels } from '../../shared/label.ts';
import { api, ask } from '../data/client.ts';
import { useTellDone, useTellProblem } from '../data/deeds.tsx';
import type { ImportAim } from '../imports/import-dialog.tsx';
import { ChoiceList } from '../settings/choice-list.tsx';
import { SideSheet } from '../shell/side-sheet.tsx';
import { useText } from '../words/text.ts';
import { useListsChanged } from './use-list-deeds.ts';

interface ListDrawerProps {
  writing: NumberList | 'new' | null;
  close: () => void;
  /** A new list that is filled from a file of the owner's. */
  bringIn: (aim: ImportAim) => void;
}

/** Where a list is made or changed. */
export function ListDrawer({ writing, close, bringIn }: ListDrawerProps) {
  const { t } = useText();
  return (
    <SideSheet
      opened={writing !== null}
      close={close}
      title={t(writing === 'new' ? 'lists.add' : 'lists.edit')}
      width={560}
    >
      {writing !== null && (
        <ListForm list={writing === 'new' ? null : writing} close={close} bringIn={bringIn} />
      )}
    </SideSheet>
  );
}

const actions = ['block', 'flag', 'allow'] as const;
/** 'upload': not a source that stays, but how a list of one's own is filled. */
type Origin = ListSource['kind'] | 'upload';
const origins: readonly Origin[] = ['own', 'upload', 'url', 'file'];

interface ListFormProps {
  list: NumberList | null;
  close: () => void;
  bringIn: (aim: ImportAim) => void;
}

function ListForm({ list, close, bringIn }: ListFormProps) {
  const { t, word } = useText();
  const changed = useListsChanged();
  const tellDone = useTellDone();
  const tellProblem = useTellProblem();
  const [name, setName] = useState(list?.name ?? '');
  const [action, setAction] = useState(list?.action ?? 'block');
  const [category, setCategory] = useState<LabelKey | null>(list?.category ?? null);
  const [origin, setOrigin] = useState<Origin>(list?.source.kind ?? 'own');
  const [url, setUrl] = useState(list?.source.kind === 'url' ? list.source.url : 'https://');
  const [path, setPath] = useState(list?.source.kind === 'file' ? list.source.path : '');
  const [busy, setBusy] = useState(false);
  // Numbers written by hand have no other home: such a list stays one's own.
  const offered = origins.filter(one => (list ? one === 'url' || one === 'file' : true));
  const draft = NumberListDraft.safeParse({
    name,
    action,
    category,
    source: sourceOf(origin, url.trim(), path.trim()),
    enabled: list?.enabled ?? true,
  });
  const secure = 'https://'.startsWith(url.trim()) || url.trim().startsWith('https://');

  const save = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (!draft.success) return;
    if (origin === 'upload') {
      close();
      bringIn({ as: 'list', listName: draft.data.name, action });
      return;
    }
    setBusy(true);
    try {
      const { changeId } = list
        ? await ask(api.lists[':id'].$put({ param: { id: String(list.id) }, json: draft.data }))
        : await ask(api.lists.$post({ json: draft.data }));
      tellDone(t(list ? 'lists.saved' : 'lists.made', { name: draft.data.name }), changeId);
      changed();
      close();
    } catch (error) {
      tellProblem(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form onSubmit={event => void save(event)}>
      <Stack gap="lg">
        <TextInput
          label={t('lists.name')}
          description={t('lists.name.example')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={name}
          maxLength={200}
          data-autofocus
          autoComplete="off"
          onChange={event => setName(event.currentTarget.value)}
        />
        <Question words={t('lists.action')}>
          <ChoiceList
            label={t('lists.action')}
            value={action}
            change={setAction}
            choices={actions.map(value => ({
              value,
              label: t(`rule.action.${value}`),
              about: t(`lists.action.${value}.about`),
            }))}
          />
        </Question>
        {list?.source.kind !== 'own' && (
          <Question words={t('lists.source')}>
            <ChoiceList
              label={t('lists.source')}
              value={origin}
              change={setOrigin}
              choices={offered.map(value => ({
                value,
                label: t(`lists.source.${value}`),
                about: t(`lists.source.${value}.about`),
              }))}
            />
          </Question>
        )}
        {origin === 'url' && (
          <TextInput
            label={t('lists.url')}
            type="url"
            placeholder="https://"
            value={url}
            error={secure ? null : t('lists.url.wrong')}
            autoComplete="off"
            onChange={event => setUrl(event.currentTarget.value)}
          />
        )}
        {origin === 'file' && (
          <TextInput
            label={t('lists.path')}
            placeholder="/home/me/numbers.csv"
            value={path}
            autoComplete="off"
            onChange={event => setPath(event.currentTarget.value)}
          />
        )}
        {origin !== 'upload' && (
          <NativeSelect
            label={t('lists.category')}
            description={t('lists.category.about')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={category ?? ''}
            onChange={event => setCategory(LabelKey.safeParse(event.currentTarget.value).data ?? null)}
            data={[
              { value: '', label: t('lists.category.none') },
              ...labels.map(({ key }) => ({ value: key, label: word(`label.${key}`) })),
            ]}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('page.cancel')}
          </Button>
          <Button type="submit" loading={busy} disabled={!draft.success}>
            {t(origin === 'upload' ? 'imports.choose' : 'page.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** A choice among a few, with what is asked above it. */
function Question({ words, children }: { words: string; children: ReactNode }) {
  return (
    <div>
      <p className="strong" aria-hidden="true" style={{ marginBottom: 8 }}>
        {words}
      </p>
      {children}
    </div>
  );
}

function sourceOf(origin: Origin, url: string, path: string): ListSource {
  switch (origin) {
    case 'url':
      return { kind: 'url', url };
    case 'file':
      return { kind: 'file', path };
    case 'own':
    case 'upload':
      return { kind: 'own' };
  }
}
