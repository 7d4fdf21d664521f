import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { SettingsChange } from '../../shared/settings.ts';
import { Settings } from '../../shared/settings.ts';
import { api, ask } from '../data/client.ts';
import { useTellProblem } from '../data/deeds.tsx';
import { settingsQuery } from '../data/queries.ts';

/** The settings, and the way to change them: at once, and back again if they could not be kept. */
export function useSettings(): { settings: Settings | undefined; change: (change: SettingsChange) => void } {
  const queries = useQueryClient();
  const tellProblem = useTellProblem();
  const { data: settings } = useQuery(settingsQuery);
  const change = useCallback(
    (wanted: SettingsChange) => {
      const before = queries.getQueryData(settingsQuery.queryKey);
      queries.setQueryData(settingsQuery.queryKey, old => old && Settings.parse({ ...old, ...wanted }));
      ask(api.settings.$put({ json: wanted })).then(
        kept => {
          queries.setQueryData(settingsQuery.queryKey, Settings.parse(kept));
          for (const key of ['changes', 'status']) void queries.invalidateQueries({ queryKey: [key] });
        },
        (error: unknown) => {
          queries.setQueryData(settingsQuery.queryKey, before);
          tellProblem(error);
        },
      );
    },
    [queries, tellProblem],
  );
  return { settings, change };
}
