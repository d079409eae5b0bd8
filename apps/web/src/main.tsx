import '@fontsource-variable/noto-sans-sc/index.css';
import '@fontsource/noto-serif-sc/400.css';
import '@fontsource/noto-serif-sc/600.css';
import './styles/index.css';
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ProblemError } from './api/client.ts';
import { SESSION_KEY } from './api/people.ts';
import { router } from './routes.ts';
import { letGo } from './scope/let-go.ts';

const RETRIES = 2;

const client = new QueryClient({
  // A session that ended is noticed by the first answer that says so.
  queryCache: new QueryCache({
    onError: (error) => {
      const isOver = error instanceof ProblemError && error.problem?.code === 'WG_SIGN_IN_REQUIRED';
      if (isOver) letGo(() => client.invalidateQueries({ queryKey: [SESSION_KEY] }));
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, error) =>
        failures < RETRIES && !(error instanceof ProblemError && error.problem !== null && error.problem.status < 500),
    },
  },
});

const element = document.getElementById('root');
if (!element) throw new Error('index.html has no element #root');
createRoot(element).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
