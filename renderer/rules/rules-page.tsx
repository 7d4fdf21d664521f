import { Button, NativeSelect, Skeleton, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { FileUp, Plus, Search } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { Action } from '../../shared/call.ts';
import type { RuleWithRecord } from '../../shared/rule.ts';
import { Settings } from '../../shared/settings.ts';
import { contactsQuery, rulesQuery, settingsQuery } from '../data/queries.ts';
import type { ImportAim } from '../imports/import-dialog.tsx';
import { ImportDialog } from '../imports/import-dialog.tsx';
import { listsQuery } from '../lists/lists-data.ts';
import { SheetHead } from '../shell/sheet-head.tsx';
import { modes } from '../settings/modes.ts';
import { useSettings } from '../settings/use-settings.ts';
import { Trouble } from '../shell/trouble.tsx';
import { whoWords } from '../words/rule-words.ts';
import type { Text } from '../words/text.ts';
import { useText } from '../words/text.ts';
import { AlwaysRinging } from './always-ringing.tsx';
import { Changes } from './changes.tsx';
import type { LooseDraft } from './draft.ts';
import { draftOf, newDraft } from './draft.ts';
import { whoFromSearch } from './rule-for.ts';
import { RuleDrawer } from './rule-drawer.tsx';
import { RuleRow } from './rule-row.tsx';
import { Templates } from './templates.tsx';
import classes from './rules.module.css';

/** What is being written: a new rule (`id` null) or an old one. */
export interface Writing {
  id: number | null;
  draft: LooseDraft;
}

/** Everything that decides over a call, in the order in which it is asked. */
export function RulesPage() {
  const text = useText();
  const { t } = text;
  const rules = useQuery(rulesQuery);
  const [writing, setWriting] = useState<Writing | null>(() => {
    const who = whoFromSearch(location.search);
    return who && { id: null, draft: newDraft(who) };
  });
  const [sought, setSought] = useState('');
  const found = useMemo(
    () => rules.data?.filter(rule => isFound(text, rule, sought)),
    [text, rules.data, sought],
  );
  const [aim, setAim] = useState<ImportAim | null>(null);
  const edit = (rule: RuleWithRecord) => setWriting({ id: rule.id, draft: draftOf(rule) });
  return (
    <div className="sheet">
      <SheetHead title={t('place.rules')}>
        <Button
          variant="default"
          leftSection={<FileUp size={18} aria-hidden="true" />}
          onClick={() => setAim({ as: 'rules' })}
        >
          {t('imports.title')}
        </Button>
        <Button
          leftSection={<Plus size={18} aria-hidden="true" />}
          onClick={() => setWriting({ id: null, draft: newDraft() })}
        >
          {t('rules.add')}
        </Button>
      </SheetHead>
      <p className={classes.intro}>{t('rules.intro')}</p>
      {rules.data && rules.data.length > manyRules && (
        <TextInput
          type="search"
          className={classes.seek ?? ''}
          aria-label={t('rules.seek')}
          placeholder={t('rules.seek.hint')}
          leftSection={<Search size={18} aria-hidden="true" />}
          value={sought}
          onChange={event => setSought(event.currentTarget.value)}
        />
      )}
      {rules.isError ? (
        <Trouble error={rules.error} again={() => void rules.refetch()} />
      ) : (
        <ol className={classes.order}>
          <AlwaysRinging />
          <Group action="allow" rules={found} edit={edit} />
          <Group action="block" rules={found} edit={edit} />
          <Mode />
          <Group action="flag" rules={found} edit={edit} />
          <Lists />
          <Learned />
          <ClassDefaults />
        </ol>
      )}
      <Templates have={rules.data ?? []} />
      <Changes />
      <RuleDrawer writing={writing} close={() => setWriting(null)} />
      <ImportDialog aim={aim} close={() => setAim(null)} />
    </div>
  );
}

/** From so many rules on they can be searched. */
const manyRules = 20;
/** Rules of a group that are shown at a time: there may be thousands. */
const shownAtATime = 100;

function isFound(text: Text, { who, note }: RuleWithRecord, sought: string): boolean {
  const words = `${whoWords(text, who)} ${who.value} ${note}`.toLowerCase();
  const digits = sought.replace(/\D/g, '');
  return (
    words.includes(sought.trim().toLowerCase()) ||
    (digits !== '' && who.value.replace(/\D/g, '').includes(digits))
  );
}

interface GroupProps {
  action: Action;
  rules: RuleWithRecord[] | undefined;
  edit: (rule: RuleWithRecord) => void;
}

function Group({ action, rules, edit }: GroupProps) {
  const { t } = useText();
  const [shown, setShown] = useState(shownAtATime);
  const own = rules?.filter(rule => rule.action === action);
  return (
    <li className={classes.group} data-action={action}>
      <h2 className={classes.groupTitle}>{t(`rules.${action}`)}</h2>
      {action === 'allow' && <ContactsToo />}
      {!own ? (
        <Skeleton height={56} radius="md" />
      ) : own.length === 0 ? (
        <p className={classes.none}>{t(`rules.${action}.none`)}</p>
      ) : (
        <ul className={classes.rules}>
          {own.slice(0, shown).map(rule => (
            <RuleRow key={rule.id} rule={rule} edit={edit} />
          ))}
        </ul>
      )}
      {own && own.length > shown && (
        <Button variant="subtle" mt="xs" onClick={() => setShown(shown + shownAtATime)}>
          {t('rules.more', { count: own.length - shown })}
        </Button>
      )}
    </li>
  );
}

function ContactsToo() {
  const { t } = useText();
  const { data: contacts } = useQuery(contactsQuery);
  return (
    <p className={classes.note}>
      {t('rules.contactsToo', { count: contacts?.length ?? 0 })}{' '}
      <Link href="/contacts">{t('rules.toContacts')}</Link>
    </p>
  );
}

function Lists() {
  const { t } = useText();
  const { data: lists } = useQuery(listsQuery);
  const used = (lists ?? []).filter(list => list.enabled);
  const count = used.reduce((sum, list) => sum + list.count, 0);
  return (
    <li className={classes.group}>
      <h2 className={classes.groupTitle}>{t('place.lists')}</h2>
      <p className={classes.note}>
        {used.length === 0 ? t('rules.lists.none') : t('rules.lists.sum', { lists: used.length, count })}{' '}
        <Link href="/lists">{t('rules.toLists')}</Link>
      </p>
    </li>
  );
}

/** The way of keeping watch: between what is blocked and what is flagged, since it refuses whoever is not known. */
function Mode() {
  const { t } = useText();
  const { settings, change } = useSettings();
  if (!settings) return null;
  const { mode, night } = settings;
  return (
    <li className={classes.group}>
      <h2 className={classes.groupTitle}>{t('settings.mode')}</h2>
      <NativeSelect
        className={classes.mode ?? ''}
        aria-label={t('settings.mode')}
        value={mode}
        onChange={event => {
          const chosen = Settings.shape.mode.unwrap().safeParse(event.currentTarget.value);
          if (chosen.success) change({ mode: chosen.data });
        }}
        data={modes.map(value => ({ value, label: t(`mode.${value}`) }))}
      />
      <p className={classes.note}>
        {t(`mode.${mode}.about`)} {mode === 'night' && `${night.from}–${night.to}`}{' '}
        <Link href="/settings">{t('rules.mode.more')}</Link>
      </p>
    </li>
  );
}

function Learned() {
  const { t } = useText();
  const { data: settings } = useQuery(settingsQuery);
  return (
    <li className={classes.group}>
      <h2 className={classes.groupTitle}>{t('learning.title')}</h2>
      <p className={classes.note}>
        {t(settings?.learning.on === true ? 'rules.learned.on' : 'rules.learned.off')}{' '}
        <Link href="/settings#learning">{t('rules.learned.more')}</Link>
      </p>
    </li>
  );
}

function ClassDefaults() {
  const { t, word } = useText();
  const { data: settings } = useQuery(settingsQuery);
  const set = Object.entries(settings?.classDefaults ?? {}).filter(([, action]) => action !== 'allow');
  return (
    <li className={classes.group}>
      <h2 className={classes.groupTitle}>{t('rules.rest')}</h2>
      <p className={classes.note}>
        {set.length === 0
          ? t('rules.rest.allRing')
          : set
              .map(([key, action]) => `${word(`number.class.${key}`)} ${word(`verdict.${action}`)}`)
              .join(' · ')}{' '}
        <Link href="/settings#classes">{t('rules.rest.change')}</Link>
      </p>
    </li>
  );
}
