import { Center, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense, lazy, useEffect } from 'react';
import { Link, Route, Switch } from 'wouter';
import { CallerDrawer } from '../caller/caller-drawer.tsx';
import { useStory } from '../caller/use-story.ts';
import { useLive } from '../data/live.ts';
import { settingsQuery } from '../data/queries.ts';
import { HistoryPage } from '../history/history-page.tsx';
import { useText } from '../words/text.ts';
import { LiveBanners } from './live-banners.tsx';
import { Mark } from './mark.tsx';
import { historyPlace, places } from './places.ts';
import { Shortcuts } from './shortcuts.tsx';
import { StatusBar } from './status-bar.tsx';
import classes from './shell.module.css';

const RulesPage = lazy(async () => ({ default: (await import('../rules/rules-page.tsx')).RulesPage }));
const InsightPage = lazy(async () => ({
  default: (await import('../insight/insight-page.tsx')).InsightPage,
}));
const ContactsPage = lazy(async () => ({
  default: (await import('../contacts/contacts-page.tsx')).ContactsPage,
}));
const ListsPage = lazy(async () => ({ default: (await import('../lists/lists-page.tsx')).ListsPage }));
const LinePage = lazy(async () => ({ default: (await import('../line/line-page.tsx')).LinePage }));
const SettingsPage = lazy(async () => ({
  default: (await import('../settings/settings-page.tsx')).SettingsPage,
}));

/** The frame of the page: where to go, is the line guarded, who rings now, and the place itself. */
export function Frame() {
  const { t } = useText();
  const connection = useLive();
  const { beneath } = useStory();
  useQuery(settingsQuery);
  return (
    <div className={classes.frame}>
      <a className={classes.skip} href="#place">
        {t('page.skip')}
      </a>
      <nav className={classes.rail} aria-label={t('place.all')}>
        <Link href="/" className={classes.home}>
          <Mark />
        </Link>
        <Places />
      </nav>
      <div className={classes.body}>
        <StatusBar connection={connection} />
        <LiveBanners />
        <main id="place" className={classes.place} tabIndex={-1}>
          <Suspense
            fallback={
              <Center h={240} role="status" aria-label={t('page.loading')}>
                <Loader />
              </Center>
            }
          >
            <Switch location={beneath}>
              <Route path="/rules" component={RulesPage} />
              <Route path="/insight" component={InsightPage} />
              <Route path="/contacts" component={ContactsPage} />
              <Route path="/lists/:id?" component={ListsPage} />
              <Route path="/line" component={LinePage} />
              <Route path="/settings" component={SettingsPage} />
              <Route component={HistoryPage} />
            </Switch>
          </Suspense>
        </main>
      </div>
      <CallerDrawer />
      <Shortcuts />
      <PageTitle />
    </div>
  );
}

function Places() {
  const { t } = useText();
  const here = usePlace();
  return (
    <div className={classes.places}>
      {places.map(({ path, name, short, icon: Icon, under }) => (
        <Link
          key={path}
          href={path}
          className={classes.placeLink ?? ''}
          data-under={under}
          aria-current={here.path === path ? 'page' : here.under === path ? 'true' : undefined}
        >
          <Icon size={20} aria-hidden="true" />
          <span className={classes.longName}>{t(name)}</span>
          <span className={classes.shortName}>{t(short)}</span>
        </Link>
      ))}
    </div>
  );
}

function usePlace() {
  const { beneath } = useStory();
  return places.find(({ path }) => path !== '/' && beneath.startsWith(path)) ?? historyPlace;
}

function PageTitle() {
  const { t } = useText();
  const { name } = usePlace();
  const title = `${t(name)} · Ringfence`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return null;
}
