import { Button, Code, NativeSelect, SegmentedControl, Skeleton, Switch } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { Settings } from '../../shared/settings.ts';
import { statusQuery } from '../data/queries.ts';
import { sessionQuery, signOut } from '../data/session.ts';
import { LineChoice } from '../line/line-choice.tsx';
import { ClockSelect } from '../words/clock-select.tsx';
import { useText } from '../words/text.ts';
import { countryName } from '../../shared/messages/number-words.ts';
import { ChoiceList } from './choice-list.tsx';
import { ClassDefaults } from './class-defaults.tsx';
import { ExportLinks } from './export-links.tsx';
import { HangUpSettings } from './hang-up-settings.tsx';
import { LearningSettings } from './learning-settings.tsx';
import { modes } from './modes.ts';
import { useSettings } from './use-settings.ts';
import classes from './settings.module.css';

const keepings = [null, 1825, 365, 90] as const;
const countries = Settings.shape.country.unwrap().options;

/** What the owner decides once: kept at once, no "save" button. */
export function SettingsPage() {
  const { t, intl } = useText();
  const { settings, change } = useSettings();
  useJump(settings !== undefined);
  return (
    <div className="sheet">
      <h1 className={classes.title}>{t('place.settings')}</h1>
      <p className="quiet">{t('settings.intro')}</p>
      {settings ? (
        <>
          <Part title={t('settings.mode')}>
            <Mode settings={settings} change={change} />
          </Part>
          <Part title={t('settings.classes')} about={t('settings.classes.about')} id="classes">
            <ClassDefaults settings={settings} change={change} />
          </Part>
          <Part title={t('learning.title')} about={t('learning.about')} id="learning">
            <LearningSettings settings={settings} change={change} />
          </Part>
          <Part title={t('settings.hangUp')}>
            <HangUpSettings settings={settings} change={change} />
          </Part>
          <Part title={t('settings.line')}>
            <LineChoice settings={settings} change={change} />
            <NativeSelect
              label={t('settings.country')}
              description={t('settings.country.about')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              value={settings.country}
              onChange={event => {
                const country = countries.find(code => code === event.currentTarget.value);
                if (country) change({ country });
              }}
              data={countries.map(value => ({ value, label: countryName(value, intl.locale) }))}
            />
          </Part>
          <Part title={t('settings.look')}>
            <Look settings={settings} change={change} />
          </Part>
          <Computer settings={settings} change={change} />
        </>
      ) : (
        <Skeleton height={400} radius="lg" mt="lg" />
      )}
    </div>
  );
}

export interface SettingsPartProps {
  settings: Settings;
  change: (change: Partial<Settings>) => void;
}

function Part({
  title,
  about,
  id,
  children,
}: {
  title: string;
  about?: string;
  id?: string;
  children: ReactNode;
}) {
  return (
    <section className={classes.part} id={id}>
      <h2>{title}</h2>
      {about !== undefined && <p className="quiet">{about}</p>}
      {children}
    </section>
  );
}

function Mode({ settings, change }: SettingsPartProps) {
  const { t } = useText();
  const { night } = settings;
  return (
    <>
      <ChoiceList
        label={t('settings.mode')}
        value={settings.mode}
        change={mode => change({ mode })}
        choices={modes.map(value => ({ value, label: t(`mode.${value}`), about: t(`mode.${value}.about`) }))}
      />
      {settings.mode === 'night' && (
        <div className={classes.pair}>
          {(['from', 'to'] as const).map(end => (
            <ClockSelect
              key={end}
              label={t(`rule.${end}`)}
              clock={night[end]}
              change={clock => clock !== null && change({ night: { ...night, [end]: clock } })}
            />
          ))}
        </div>
      )}
    </>
  );
}

function Look({ settings, change }: SettingsPartProps) {
  const { t } = useText();
  return (
    <div className={classes.rows}>
      <Row name={t('settings.language')}>
        <SegmentedControl
          aria-label={t('settings.language')}
          value={settings.language}
          onChange={language => change({ language })}
          data={[
            { value: 'auto', label: t('settings.auto') },
            { value: 'ko', label: '한국어' },
            { value: 'en', label: 'English' },
          ]}
        />
      </Row>
      <Row name={t('settings.theme')}>
        <SegmentedControl
          aria-label={t('settings.theme')}
          value={settings.theme}
          onChange={theme => change({ theme })}
          data={[
            { value: 'auto', label: t('settings.auto') },
            { value: 'light', label: t('settings.theme.light') },
            { value: 'dark', label: t('settings.theme.dark') },
          ]}
        />
      </Row>
      <Row name={t('settings.density')}>
        <SegmentedControl
          aria-label={t('settings.density')}
          value={settings.density}
          onChange={density => change({ density })}
          data={[
            { value: 'comfortable', label: t('settings.density.comfortable') },
            { value: 'compact', label: t('settings.density.compact') },
          ]}
        />
      </Row>
    </div>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={classes.row}>
      <span>{name}</span>
      {children}
    </div>
  );
}

/** This computer: what only the desktop app can do, and where everything is kept. */
function Computer({ settings, change }: SettingsPartProps) {
  const { t } = useText();
  const { data: status } = useQuery(statusQuery);
  if (!status) return null;
  return (
    <Part title={t('settings.computer')}>
      {status.door === 'desktop' && (
        <>
          <Switch
            label={t('settings.startAtLogin')}
            checked={settings.startAtLogin}
            onChange={event => change({ startAtLogin: event.currentTarget.checked })}
          />
          <Switch
            label={t('settings.notifications')}
            checked={settings.notifications}
            onChange={event => change({ notifications: event.currentTarget.checked })}
          />
        </>
      )}
      <div>
        <p>{t('settings.data')}</p>
        <Code className={classes.path ?? ''}>{status.dataFolder}</Code>
        <p className="quiet">{t('settings.data.about')}</p>
        <ExportLinks />
      </div>
      <NativeSelect
        label={t('settings.keep')}
        description={t('settings.keep.about')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={String(settings.keepCallsDays)}
        onChange={event => {
          const keepCallsDays = keepings.find(days => String(days) === event.currentTarget.value);
          if (keepCallsDays !== undefined) change({ keepCallsDays });
        }}
        data={keepings.map(days => ({ value: String(days), label: t(`settings.keep.${days ?? 'always'}`) }))}
      />
      <p className="quiet">Ringfence {status.version}</p>
      {status.door === 'headless' && <SignOut />}
    </Part>
  );
}

function SignOut() {
  const { t } = useText();
  const queries = useQueryClient();
  const leave = async () => {
    const session = await signOut();
    if (!session.needed) return;
    queries.clear();
    queries.setQueryData(sessionQuery.queryKey, session);
  };
  return (
    <Button variant="default" onClick={() => void leave()} style={{ alignSelf: 'flex-start' }}>
      {t('settings.signOut')}
    </Button>
  );
}

/** Goes to the part that the address names (`#classes`), once it is there. */
function useJump(ready: boolean): void {
  useEffect(() => {
    if (ready && location.hash !== '') document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [ready]);
}
