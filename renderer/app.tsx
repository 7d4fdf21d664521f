import { MantineProvider, useMantineColorScheme } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { IntlProvider } from 'react-intl';
import { messages } from '../shared/messages/index.ts';
import { languageOf } from '../shared/messages/words.ts';
import type { Settings } from '../shared/settings.ts';
import { settingsQuery } from './data/queries.ts';
import { Entrance } from './shell/entrance.tsx';
import { cssVariables, theme } from './theme.ts';

const languageMemory = 'ringfence-language';

/** The page: look and language first, then whoever may come in. */
export function App() {
  // Asked only once somebody is in (entrance.tsx); until then the last language chosen on this screen holds.
  const { data: settings } = useQuery({ ...settingsQuery, enabled: false });
  const setting = settings?.language ?? rememberedLanguage();
  const language = languageOf(setting, navigator.language);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useEffect(() => {
    if (settings) localStorage.setItem(languageMemory, settings.language);
  }, [settings]);
  return (
    <IntlProvider locale={language} messages={messages[language]} onError={warn}>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
        <SchemeOfSettings theme={settings?.theme} />
        <Notifications position="bottom-center" autoClose={6000} transitionDuration={120} />
        <Entrance />
      </MantineProvider>
    </IntlProvider>
  );
}

function SchemeOfSettings({ theme: wanted }: { theme: Settings['theme'] | undefined }) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  useEffect(() => {
    if (wanted !== undefined && wanted !== colorScheme) setColorScheme(wanted);
  }, [wanted, colorScheme, setColorScheme]);
  return null;
}

function rememberedLanguage(): Settings['language'] {
  const remembered = localStorage.getItem(languageMemory);
  return remembered === 'ko' || remembered === 'en' ? remembered : 'auto';
}

function warn(error: Error): void {
  if (import.meta.env.DEV) console.warn(error.message);
}
