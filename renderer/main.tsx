import 'pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './page.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { ProblemError } from './data/client.ts';
import { renewWhenOutdated } from './shell/renew.ts';

renewWhenOutdated();

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // The event stream says when something is stale; asking again on every focus would only make the page flicker.
      staleTime: Infinity,
      refetchOnWindowFocus: false,
      networkMode: 'always',
      retry: (failures, error) =>
        failures < 2 &&
        (!(error instanceof ProblemError) || error.key === 'unreachable' || error.key === 'unexpected'),
      retryDelay: attempt => 400 * 2 ** attempt,
    },
    mutations: { networkMode: 'always' },
  },
});

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );
